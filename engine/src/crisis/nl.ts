/** Dutch. */
import type { CrisisWords } from './crisis.ts'

const CHILD =
  'kind|kinderen|kindje|baby|babys|peuter|kleuter|zoon|zoontje|dochter|dochtertje|jongen|jongetje|meisje|meisjes|kleinkind|kleinzoon|kleindochter|neefje|nichtje|leerling|minderjarige|kleintje|kleintjes'
const PARTNER =
  'man|vriend|vriendin|vrouw|partner|ex|vader|stiefvader|moeder|broer|oom|baas|buurman|hij|zij|monteur|bezorger|collega|koerier|chef'
const SWALLOWED =
  'batterij|batterijen|knoopcel|knoopcellen|magneet|magneten|magneetjes|pil|pillen|tablet|tabletten|bleek|bleekmiddel|chloor|ontkalker|schoonmaakmiddel|wasmiddel|vaatwastablet|gif|munt|kraal|zuur|medicijn|medicijnen|glas|capsule'

export const dutch: CrisisWords = {
  self_harm: `
    zelfmoord*|zelfdoding|suicid*|suicide
    wil|wilde|wou|wens|zou ~3 dood ?zijn
    wil|wilde|liever ~3 sterven|doodgaan
    niet meer leven|wakker|bestaan
    niet|nooit meer ~2 leven|wakker ~1 worden
    wil|wilde ~2 niet meer ~3 leven|zijn
    leven ~2 beeindigen|benemen|einde|stoppen|ontnemen
    einde ~3 leven
    maak|maken ~2 er ~1 een eind|einde aan
    eind|einde aan ~2 maken|maak
    stap ~2 eruit|uit ~2 leven
    zie|ziet het niet meer zitten
    zitten ~4 stap|leven|eruit|dood
    mezelf|zichzelf|mijzelf ~4 aandoen|pijn|snijden|snijd|snijdt|verwond*|doden|ombrengen|kant|verhang*|beschadig*
    doet|doe|snijdt|snijd|verwondt|krast ~1 zichzelf|mezelf|mijzelf
    iets aandoen|aandoet ~1 mezelf|zichzelf
    zelfbeschadig*|automutil*
    polsen ~1 doorsnijden|snijden|doorgesneden
    overdosis
    alle|doosje|pot|strip|handvol ~3 pillen|tabletten|slaappillen|medicijnen ~4 geslikt|genomen|slikken|innemen|ingenomen
    springen|spring|springt|gesprongen ~5 brug|dak|balkon|raam|trein|flat|spoor
    voor ~2 trein ~2 springen|gooien|gaan|spring
    verhangen|ophangen ~1 mezelf|zichzelf
    afscheidsbrief*
    beter|makkelijker ~6 zonder ~1 mij|me
    beter ~6 er ~1 niet ~2 was|ben|waren
    als ik er niet meer was|ben|zou
    geen|zonder zin|reden|doel ~4 leven|verder|meer
    zin ~3 leven
    levensmoe
    klaar ~1 met ~2 leven
    verdwijnen voor altijd
    pillen|tabletten ~4 tafel|klaar|voor
    geen ~1 uitweg|toekomst|hoop
    afscheid ~4 nemen|iedereen|altijd|genomen
    laatste nacht|dag|bericht|avond|keer ~4 leven|hoor*|van
    tegen|als ~2 jullie ~2 lezen|leest ~4 er|weg|niet
    of ik leef
    niets ~3 houdt|hier
    liever dood
    zonder hem|haar ~4 leven|zin|niets
  `,
  violence: `
    vermoord|vermoorden|doodsteken|doodschieten|afmaken|afschieten|neersteken|neerschieten|wurgen|afslachten ~3 die|hem|haar|jullie|je|de|iedereen|iemand|koerier|bezorger|ik
    ik ~2 vermoord|steek|schiet|sla|maak|wurg ~2 die|hem|haar|jullie|je|de|iedereen ~4 af|neer|dood|koerier|bezorger|ziekenhuis|in|tanden|kapot|verrot
    sla|slaan|trap ~4 ziekenhuis|dood|tanden|verrot|schedel|gezicht ?in
    steek|steken|stak ~6 brand|neer|mes
    mes|machete|bijl & zwaai*|bedreig*|steek|stak|trok|trekt|iemand|winkel|dreig*|kassa*
    pistool|geweer|wapen|vuurwapen & iemand|man|winkel|loopt|bedreig*|schiet*|schoot|kassa*|heeft|heb|richt*
    gewapend* ~3 man|overval|persoon|in|winkel
    man|iemand|persoon gewapend
    bedreig* ~5 dood|mes|pistool|kassa*|mij|me|ons|klanten|personeel|gezin|kinderen|hem|haar
    doodsbedreiging*
    overval|schietpartij|gijzel*|schoten
    bom|explosief|explosieven & kantoor|winkel|gebouw|af|leg*|plaats*|vrijdag|morgen|ontplof*|tas
    bommelding
    blaas|opblazen|opgeblazen ~5 op|kantoor|winkel|zaak|tent
    brand ~5 steek|steken|zaak|winkel|huis|iedereen|erin
    fik ~3 steek|steken|zaak|tent|in
    weet|weten waar ~3 woont|woon|wonen|slaapt
    breek|breken ~3 nek|benen|armen|poten|neus|botten|kaken
    maak|maken ~2 je|jullie|hem|haar af|kapot|dood
    jullie|je gaat|gaan ~1 eraan|dood
  `,
  abuse: `
    ${PARTNER} ~4 slaat|sloeg|geslagen|mishandelt|mishandelde|mishandeld|schopt|wurgt|verkracht|bedreigt|dwingt|sluit|controleert|trapt|betast|chanteert
    slaat|sloeg|mishandelt|schopt|wurgt|bedreigt|stalkt|betastte|dwingt|sloot|slaan ~2 me|mij|ons|haar|mijn
    me|mij|ons ~3 geslagen|mishandeld|verkracht|aangerand|betast|vastgegrepen|vastgehouden|opgesloten|gestalkt|lastiggevallen|gewurgd|bedreigd|gedwongen|gezoend|aangeraakt|gedrogeerd
    verkracht*|verkrachting
    aangerand|aanranding|aanrander
    betast*
    zat|zit|zaten aan me|mij
    seksueel|seksuele misbruik*|geweld|intimidatie|lastig*|grensoverschrijdend*|misbruikt
    grensoverschrijdend
    misbruik|misbruikt|misbruikte ~2 me|mij|haar|hem|kind*|seksueel
    huiselijk geweld
    mishandel*
    sluit|sluiten|sloot|opgesloten ~3 me|mij|op|huis
    bang ~1 voor|van ~1 hem|haar|man|vriend|ex|vader|partner
    vrees voor mijn leven
    laat|mag ~2 niet ~3 weg|buiten|uit|bellen|naar ~1 huis|buiten|hem|man
    pakt|neemt|controleert|leest|houdt ~3 geld|telefoon|berichten|pas|paspoort|pinpas|mobiel ~1 af
    pakt ~3 af
    tegen mijn wil
    stalkt|stalkte|stalken|stalking|stalker*|achtervolgt
    volgt|volgde|achtervolgt ~2 me|mij ~3 huis|overal|straat|wc
    chantage|chanteer*|chanteren
    mensenhandel
    blauw oog
    blijf van mijn lijf
    gedwongen ~3 seks|bed|zoenen
    plekken|striemen|vingers ~3 armen|arm|hals|lichaam|rug|benen
    alleen met hem ~4 bang|kinderen|vanavond
    deur ~3 intrappen|ingetrapt|inslaan
  `,
  child: `
    ${CHILD} & geslagen|slaat|slaan|mishandel*|misbruik*|verwaarloo*|blauwe|honger|opgesloten|ontvoer*|bloot|naakt|geschud|betast|aangerand|gilt|gillen|verkracht|aangeraakt|uitgehongerd
    ${CHILD} ~5 alleen ~4 auto|uren|nacht|huis|huilt|thuis|gelaten|dag
    laten|laat|achtergelaten|gelaten ~3 ${CHILD} ~3 alleen|auto
    ${CHILD} ~5 huilt|huilen|gilt|schreeuwt|krijst ~4 uren|nacht|muur|dag|avond
    vreemde|onbekende|man|vent|iemand|volwassene & lokt|lokken|film*|foto*|snoep|volg*|mee|aanspr*|aangesproken|aanra*|cadeautjes ~8 ${CHILD}
    probeerde|wilde|poging|probeert ~6 ${CHILD} ~4 mee|meenemen|ontvoeren|lokken|mee ?nemen
    ${CHILD} ~5 mee te nemen
    ${CHILD} ~3 vermist|verdwenen|weg|ontvoerd|kwijt
    ingeslikt|doorgeslikt|opgegeten|gedronken|opgedronken|gegeten & ${SWALLOWED}
    ${CHILD} ~6 ingeslikt|opgedronken|gestikt|stikt|bewusteloos|ademt|verbrand|vergiftigd|bekneld|verdronken
    pedofiel*|kinderporno*|kindermisbruik|kindermishandeling
    veilig thuis
    naaktfoto*
    jarige|jaar|maanden ~4 ingeslikt|opgedronken|alleen|vermist
    onder water ~6 kind|lang|niemand
    kind|zoon|dochter|baby|jongen|meisje ~4 onder|bloedt|gewond ?water
  `,
  medical: `
    geen|niet|nauwelijks|moeilijk|slecht ~2 lucht|ademen|adem|ademhalen|ademt|slikken
    ademt ~1 niet|nauwelijks|meer
    kreeg|krijgt|krijg ~2 geen lucht
    benauwd|stikt|stikte|stikken|gestikt|verstik*
    anafyla*
    allergische ~1 reactie|shock|aanval
    keel|gezicht|tong|lippen|hals|ogen ~4 dik|opgezwollen|gezwollen|zwol|zwelt|dicht|blauw
    gezwollen|opgezwollen|zwol ~3 keel|gezicht|tong|lippen
    ambulance|ziekenwagen|spoedeisende|eerste hulp|reanim*|aed|intensive
    spoedeisende hulp
    bewusteloos|buiten bewustzijn|flauwgevallen|flauw gevallen
    flauwgevallen|bewusteloos|bewustzijn
    elkaar ~2 gezakt|zakte
    gezakt|ingestort ~4 reageert|niet
    reageert ~1 niet ~2 meer|vader|moeder|hij|zij
    niet ~2 wakker ~1 te krijgen
    pijn|druk|beklemd ~3 borst|hart
    borst ~2 pijn|druk
    arm ~3 tintelt|doof|gevoelloos
    hartaanval|hartinfarct|beroerte|hartstilstand
    vergiftig*
    ruikt|geur|gaslek|gaslucht|stinkt ~3 gas
    gaslek|gaslucht|koolmonoxide
    gas ~6 duizelig|misselijk|hoofdpijn|oven|ketel
    elektrische schok
    geelektrocuteerd
    vlam ~1 gevat|vloog
    brand gevlogen
    bloed ~3 spug*|braakt|overgegeven|hoest|overgeven
    braakt|spuugt|hoest|overgegeven ~2 bloed|schuim
    bloedt ~4 hevig|erg|niet|stoppen
    stuip*|toeval|epilepsieaanval*
    epileptische ~1 aanval*
    gedronken ~4 bleek|zuur|schoonmaakmiddel|ontkalker
    brandwond* ~3 graads|derdegraads|ernstig*
    ontploft|ontplofte|explodeerde ~4 hand|gezicht|keuken
    levensgevaar*
    overdosis
    dubbele|verkeerde|tien ~2 dosis|medicijn|medicijnen
    hart ~2 slaat|bonst|klopt ~3 over|snel|tekeer
    glas in ~2 brood|eten|yoghurt|soep
    bloedt ~3 mond|hoofd|neus|oor
    blauwe lippen
    blauw aangelopen
    ernstig|zwaar gewond
    plafond|lift|kast ~5 gewond|vast|viel
  `,
  calm: `
    lach|lachte|lachen|gelachen ~3 dood|rot|kapot|krom
    ga|gaan|ging|stierven|sterf|sterven|gestorven|doodgegaan ~2 dood ?van ~1 honger|dorst|verveling|kou
    van ~2 honger|dorst|verveling|kou|lachen
    dood ~1 van ~1 honger|verveling|dorst|kou
    om ~1 te sterven
    telefoon|laptop|accu|batterij|plant|computer|motor|printer|auto|internet ~4 dood|leeg|overleden
    ging ~3 dood|dagen dood
    plant ~5 dood
    tijd ~1 gedood|doden|verdoen
    schrok|schrokken ~2 dood ~2 rekening|prijs|van
    moord doen ~1 voor
    bombard*
    bomvol|bomvolle
    bijna ~4 hartaanval|flauwgevallen|beroerte
    steek in ~1 de rug|portemonnee
    vochten ~3 laatste
    is|was dood ~1 na ~2 week|dag|dagen|maand
    sla|slaat ~1 over
    slaat|sloeg ~1 nergens|alles
    thriller|film|boek ~4 moord*
    brand ~1 los
  `,
}
