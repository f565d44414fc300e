/** German. The verb may stand before or behind what it is about, so most patterns hold in both orders. */
import type { CrisisWords } from './crisis.ts'

const ME = 'mich|mir|uns'
const THEM =
  'ihn|sie|euch|dich|ihnen|jemand|jemanden|alle|den|die|das|fahrer|fahrerin|boten|zusteller|chef|kassierer*|mitarbeiter*|leute|typen'
const CHILD =
  'kind|kinder|kindern|kindes|baby|babys|saugling|kleinkind|sohn|tochter|junge|jungen|madchen|enkel|enkelin|enkelkind|neffe|nichte|schuler|schulerin|schutzling*|kleine|kleinen'
const KIN =
  'mann|frau|mutter|vater|oma|opa|sohn|tochter|bruder|schwester|kollege|kollegin|kunde|kundin|jemand|person|er|sie|herr|dame|freund|freundin|kind|baby|papa|mama|ich'
const SWALLOWED =
  'batterie|batterien|knopfzelle|knopfzellen|magnet|magnete|tablette|tabletten|reiniger|reinigungs*|entkalker|spulmaschinen*|putzmittel|bleiche|chlor*|waschmittel|gift|munze|perle|saure|medikament*|glas|scherbe*'

export const german: CrisisWords = {
  self_harm: `
    umbringen|umbringt|umgebracht|umbringe
    bring|bringe|bringt mich|sich ~4 um
    selbstmord*
    suizid*
    selbsttotung
    das|mir|sich|mein ?das leben nehmen|nimmt|genommen
    leben ~2 nehmen|beenden|beende
    leben ~2 ende|schluss ~1 machen|setzen
    nicht|nimmer mehr leben|aufwachen|existieren
    nicht|nimmer|nie ~1 mehr aufwachen|aufwache|aufwachte|leben|existieren
    will|wollte|mochte|wurde|wunsche|wunschte|will's ~4 sterben|tot
    ware ~3 tot
    will|wollte|mochte|wurde|kann ~3 nicht mehr ~4 will|leben|sein|da|hier
    kann nicht mehr und ~3 will
    nicht mehr da|hier ware|bin|sein|war|ware|sei
    besser|leichter|einfacher ~6 ohne mich
    ohne mich ~4 besser|leichter|dran
    keinen|kein|keine sinn|ausweg|lebenssinn|lebenswillen|hoffnung ~1 mehr
    keinen ~1 sinn|ausweg
    sinn ~2 leben|lebens
    alles ~4 keinen|kein|ohne sinn
    mache|mach|machen|macht|mache schluss ~1 mit ~2 allem|leben
    schluss ~1 machen|mache ~2 allem|leben
    ritzt|ritze|ritzen|geritzt ~2 sich|mich|wieder|arme|arm|unterarm*
    ritzt|geritzt
    mich|sich|selbst ~2 verletzen|verletzt|ritzen|ritzt|schneide|schneidet|verletze
    selbstverletz*
    verletzt|verletze|schneidet|schneide sich|mich selbst
    etwas|was ~1 antun|angetan ?selbst
    mir|sich ~2 etwas|was antun|antue|antut
    uberdosis
    alle|schachtel|packung|handvoll ~3 tabletten|schlaftabletten|pillen ~4 genommen|geschluckt|nehmen|schlucken|nehme|schlucke
    tabletten ~3 alle|schlucken|geschluckt
    springe|springen|springt|sprang|sturze|sturzen ~4 brucke|dach|balkon|fenster|zug|bahn|turm|gleise
    brucke|dach|balkon|fenster|zug|turm|gleise ~2 springe|springen|springt|sturzen|sturze|werfen|werfe
    vor ~1 den|einen|die zug|bahn|bus|sbahn
    abschiedsbrief*
    erhange*|erhangt|aufhange|aufhangen ~1 mich|sich
    erhangen
    lebensmude|todessehnsucht|lebensuberdruss
    lebe ~1 nicht ~1 mehr lange
    will|mag|mochte ~2 verschwinden ~1 fur ?immer
    pulsadern
    tabletten|pillen ~3 bereit|liegen|tisch|vor ?mir
    lieber ~2 tot
    keinen|kein|keine ~2 ausweg|zukunft|hoffnung
    verabschied* ~4 immer|allen|welt|heute
    heute ~4 letzte|letzter|letztes ~3 tag|nacht|mal|abend
    bin ~2 nicht ~1 mehr da|hier
    wenn ~2 das ~1 lest|lesen|liest ~4 weg|tot|nicht|da
    ob ich ~1 lebe|leb
    halt|halten|halt ~2 mich ~1 hier ~1 nichts|nichts
    nichts ~4 halt ~1 mich
    brauche ~4 nicht mehr ~3 wochenende|morgen|danach
    ohne ihn|sie ~4 leben|sinn|nichts
  `,
  violence: `
    bringe|bring|bringen|bringt ~5 um
    steche|stech|stechen|sticht|abstechen|absteche|ersteche|erstechen ~3 ${THEM}|ab
    abstech*
    erschiess*|erschoss*|abknall*|knalle|niedergestochen|niederstech*
    tote|toten|totet ~4 ${THEM}|werde|wird|will
    werde|wird|will ~4 toten|umbringen|ermorden|totschlagen|verprugeln|zusammenschlagen|abstechen|erschiessen
    ermord*
    schlage|schlag|schlagen|haue|hau|haut ~5 tot|zusammen|krankenhaus|krankenhausreif|ein|fresse|zahne|schadel
    verprugel*
    messer & bedroh*|fuchtel*|angegriff*|stech*|gestochen|zieh*|gezogen|gezuckt|zuck*|droh*|lauft|steht|jemand|einer|kassiererin
    pistole|pistolen|gewehr|waffe|revolver|machete|schusswaffe|axt|handgranate ~6 bedroh*|lauft|herum|leute|laden|filiale|jemand|habe|hat|ziel*|schiess*|kassiererin|mann|droht
    mann|jemand|einer|typ|kerl|habe|bedroh*|lauft|laden|filiale ~6 pistole|gewehr|waffe|revolver|machete|schusswaffe|axt
    bewaffnet*
    amok*
    schusse gefallen|gehort|fallen
    bombe|sprengsatz|sprengstoff & hoch|gelegt|lege|legen|platz*|zund*|buro|laden|filiale|gebaude|tasche|morgen|explod*
    bombendrohung*
    sprenge|sprengen|jage|jagen|jagt ~6 luft|hoch
    zunde|zund|zunden|zundet|stecke|fackle|fackel|brenne ~6 an|brand|ab|nieder|haus|laden|bude|drin
    anzunden|angezundet ~4 laden|haus|auto|bude|filiale|alle
    weiss ~1 wo ~3 wohnst|wohnt|wohnen|schlaft|kinder
    droht|drohte|bedroht|bedrohte|bedrohen|gedroht ~4 ${ME}|leute|kassiererin|kunden|ihn|sie|messer|umzubringen|tod|personal|kinder
    morddrohung*|todesdrohung*
    mit ~1 dem tod ~2 bedroh*|gedroht
    breche|brech|brechen ~3 knochen|genick|nase|beine|arme|kiefer|hals
    mach|mache|machen ~2 dich|euch|ihn|sie|den fertig|kalt|platt
    raububerfall|uberfallen ~2 worden|wurde
    lauere|auflauern ~4 auf
    gnade ~1 ${THEM}|euch|dir gott
  `,
  abuse: `
    schlagt|schlug|geschlagen|verprugelt|prugelt|wurgt|wurgte|gewurgt|tritt|getreten|misshandelt|missbraucht|vergewaltigt|bedroht|stosst|haut|ohrfeigt ~3 ${ME}|sie|ihn|meine|meinen
    ${ME} ~4 schlagt|schlug|geschlagen|verprugelt|prugelt|wurgt|gewurgt|misshandelt|missbraucht|vergewaltigt|begrapscht|angefasst|festgehalten|eingesperrt|gestalkt|belastigt|bedroht|beruhrt|gekusst|betatscht|geschubst|erpresst
    vergewaltig*
    missbrauch*|missbraucht
    misshandl*|misshandelt
    sexuell* ~1 belastig*|ubergriff*|genotigt|notigung|gewalt|missbr*
    begrapsch*|betatsch*|begrabsch*
    angefasst ~3 nein|ungefragt|unsittlich|gegen
    hausliche|hauslicher gewalt
    frauenhaus
    sperrt|sperrte|eingesperrt ~2 ${ME}|sie|meine ~1 ein
    sperrt ~3 ein
    angst ~2 vor ihm|ihr|meinem|meiner|dem ?mann|freund|ex|vater|partner
    angst um mein leben
    lasst|lassen mich ~2 nicht ~3 raus|gehen|weg|haus|telefonieren
    darf ~2 nicht ~3 raus|haus|gehen|telefonieren ~2 verlassen|er|mann
    nimmt|nahm ~2 mir ~2 handy|geld|pass|karte|papiere
    kontrolliert ~2 mein|meine|mich|mir ~2 handy|geld|nachrichten|konto|telefon
    stalkt|stalken|stalking|stalker*|gestalkt|nachgestellt
    verfolgt|verfolgte ~2 mich ~3 hause|auto|uberall|toilette|strasse
    gegen ~1 meinen willen
    erpress*
    festgehalten ~4 angefasst|nein|wollte
    blaues|blaue auge|augen ~3 mann|freund|geschlagen
    zwang*|gezwungen ~3 sex|bett|beischlaf|kussen
    fingerabdrucke|striemen|wurgemale|blutergusse|hamatome|flecken ~3 arm|armen|hals|rucken|korper|beinen
    allein ~1 mit ihm ~4 angst|kinder|heute
    tur ~3 eintreten|eingetreten|einschlagen|aufgebrochen
  `,
  child: `
    ${CHILD} & verprugel*|prugel*|geschlagen|schlagt|misshandel*|missbrauch*|vernachlassig*|begrapsch*|unsittlich|entfuhr*|verhunger*|hungert|eingesperrt|einsperr*|nackt|geschuttelt|schuttelt|beruhrt|beruhrte|ohrfeig*|verbruht|blaue|vergewalt*|geohrfeigt
    ${CHILD} & allein|alleine ~4 gestern|stunden|wohnung|auto|schreit|gelassen|lassen|zuhause|nacht|tagelang
    lassen|lasst|gelassen|liess ~3 ${CHILD} ~4 allein|alleine|auto
    ${CHILD} ~4 schreit|schreien|weint|wimmert ~3 ununterbrochen|stunden|nacht|wand|tag|standig|jede|jeden
    fremder|fremde|unbekannter|mann|typ|jemand|kerl & anspr*|angesproch*|foto*|film*|lock*|mitnehm*|beruhr*|anfass*|angefasst|susigkeiten|sussigkeiten ~6 ${CHILD}|kindern
    ${CHILD} & mitnehmen|mitgenommen|entfuhr*|weglock*|gelockt|anlock*
    ${CHILD} ~3 verschwunden|vermisst|weg|entfuhrt
    verschluck*|geschluckt|gegessen|getrunken|gelutscht|abgebissen & ${SWALLOWED}
    ${CHILD} ~6 verschluckt|getrunken|geschluckt
    kinderporno*
    kindeswohl*|kindesmiss*|kinderschander*|padophil*|paedophil*
    jugendamt
    ${CHILD} ~8 blauen|blaue|blauer flecken|flecke
    ${CHILD} ~6 bewusstlos|erstickt|ertrunken|ertrinkt|atmet|blau|krampft|verbrannt|verbruht|eingeklemmt|stranguliert|vergiftet
    nacktbild*|nacktfoto*
    cybergrooming
    jahrige|jahriger|jahriges|jahrigen|monate ~4 verschluckt|getrunken|gegessen|allein|geschlagen|verschwunden
    unter wasser ~6 kind|lange|bemerkt
    kind|kinder|sohn|tochter|baby|junge|madchen ~5 unter wasser|blutet|verletzt
  `,
  medical: `
    keine|kaum|nicht|wenig|schlecht ~2 luft|atmen|atem|atmet|schlucken
    atmet ~2 nicht|kaum|mehr
    atemnot|atemstillstand|erstick*
    luft ~1 bekommt|bekam|kriegt|kriegte|bekomme ~1 keine|kaum
    bekommt|bekam|bekomme|kriegt|kriege ~2 keine luft
    allergisch* ~1 schock|reaktion*|anfall
    anaphyla*
    geschwollen|zugeschwollen|schwoll|schwillt|anschwoll*|angeschwollen & gesicht|hals|zunge|lippen|rachen|kehle|augen
    gesicht|hals|zunge|lippen|rachen|kehle ~4 zu|dick|blau|geschwollen
    notarzt|krankenwagen|rettungswagen|notaufnahme|notfall|rettungsdienst|intensivstation
    lebensgefahr|lebensgefahrlich
    bewusstlos*|ohnmachtig|ohnmacht|kollabiert|zusammengebrochen|zusammenbrach
    ${KIN} ~4 reagiert ~1 nicht
    wacht ~2 nicht ~2 auf|mehr
    brustschmerz*|herzschmerz*|herzinfarkt|schlaganfall|herzstillstand
    schmerzen|schmerz|druck|enge|stechen ~4 brust
    arm ~3 taub|kribbelt
    vergift*
    verschluckt ~4 luft|reiniger|batterie|blau|erstick*
    gas ~5 schwindel*|schwindlig|ubel|kopfschmerzen|herd|riecht
    riecht|roch|gasgeruch|stinkt ~3 gas
    gasgeruch|gasleck|gasaustritt
    kohlenmonoxid
    stromschlag|stromschlage
    feuer|flammen ~1 gefangen|aufgegangen|gefasst
    blut ~3 spuck*|erbr*|gespuckt|kotz*|gebrochen
    spuckt|spucke|erbricht|erbreche|erbrochen|kotzt ~2 blut|schaum
    blutet ~4 stark|auf|nicht|heftig|uberall
    blutung* ~3 stillen|stark
    krampfanfall|krampft|anfall ~1 gehabt|hatte
    getrunken ~4 reiniger|entkalker|saure|putzmittel
    reiniger|entkalker|saure|putzmittel|losungsmittel|benzin ~4 getrunken|verschluckt|eingeatmet
    uberdosis
    verbrennung* ~2 grades|grad
    explodiert ~4 hand|gesicht|kuche|mir|neben
    sterbe|stirbt ~3 hilfe|gerade|bitte
    wiederbeleb*|reanimier*
    doppelte|dreifache|zehnfache|falsche|falsches dosis|medikament|tabletten
    herz ~2 rast|stolpert|setzt
    glas|scherben|splitter ~2 im|in ~2 brot|essen|joghurt|suppe|flasche
    blutet ~3 mund|kopf|ohr|nase
    lippen ~2 blau
    blau angelaufen
    schwer verletzt
    decke|regal|aufzug|fahrstuhl ~5 verletzt|eingeklemmt|gefallen
  `,
  calm: `
    lach|lache|lachen|lachte|gelacht ~3 tot|kaputt|schlapp
    tot|krank|kaputt gelacht|lachen
    zum sterben gut|schon|lecker|langweilig
    fur ~4 sterben|morden|umbringen
    sterben|sterbe|stirbt fur ~3 brot|kuchen|rezept|kaffee|schnecken
    akku|laptop|handy|rechner|computer|drucker|motor|fernseher|pflanze|router|auto|telefon|internet ~2 gestorben|tot|stirbt|kaputt
    zeit ~5 totgeschlagen|totschlagen
    vor ~1 hunger|lachen|langeweile|durst|neugier|kalte|aufregung ~2 gestorben|sterben|umgekommen|umgebracht
    preis ~3 umgebracht|erschlagen
    bombardier*
    bomben*|bombig*
    fast|beinahe ~4 herzinfarkt|schlaganfall
    herzinfarkt ~4 rechnung|preis|preise
    hilft|hilfe ~1 im notfall
    notfall wahlt|nummer
    uberdosis knoblauch|zucker|salz|schokolade|butter|zwiebeln|kase|zimt|sahne|liebe
    kuchen|teig|ei|sahne geschlagen
    schlagt|schlagen ~2 wie neu
    schlagt ~2 alles|preis|konkurrenz
  `,
}
