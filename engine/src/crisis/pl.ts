/** Polish. Endings change with every case, so stems stand for words. */
import type { CrisisWords } from './crisis.ts'

const CHILD =
  'dzieck*|dzieci|dzieciom|dziecmi|dziecko|niemowl*|synek|synka|syna|syn|synowi|corka|corke|corki|coreczk*|chlopiec|chlopca|chlopczyk*|dziewczynk*|maluch*|wnuk|wnuka|wnuczk*|uczen|uczennic*|nieletni*|maly|mala'
const THEM = 'go|ja|ich|was|ciebie|cie|tego|te|kogos|wszystkich|kurier*|kasjer*|szef*|ludzi|jego'
const PARTNER =
  'maz|chlopak|partner|zona|ojciec|ojczym|brat|wujek|szef|sasiad|on|ona|byly|monter|kurier|kolega|facet|narzeczony'
const SWALLOWED =
  'bateri*|magnes*|tabletk*|pigulk*|wybielacz*|detergent*|odkamieniacz*|plyn*|kapsulk*|trucizn*|monet*|koralik*|kwas*|lek|leki|lekarstw*|szkl*|kret*|domestos*'

export const polish: CrisisWords = {
  self_harm: `
    samoboj*
    zabic|zabije|zabil|zabila|zabijam sie
    zabic sie
    sie ~1 zabic|zabije|zabijam|powiesic|powiesze|utopic|potnie|tnie|tne|pociela|pociec|okalecza|okaleczam|okaleczyla
    chce|chcialbym|chcialabym|chcial|chciala|wolalbym|wolalabym|chcemy|pragne ~2 umrzec|zniknac
    nie ~1 chce|chcial|chciala|potrafie|umie ~2 zyc|obudzic|istniec
    nie ~1 chce ~2 juz zyc
    odebrac|odbiore|odebral|odebrala ~2 sobie|zycie ?zycie
    skoncze|skonczyc|koncze|skonczy ~2 ze ~1 soba|soba|zycie*|tym
    ze soba skoncze|skonczyc|koncze
    targn* ~3 zycie
    tnie|tne|okalecza|okaleczam|rani|ranie|samookalecz* ~1 sie|siebie
    samookalecz*
    robi|robie|zrobic|zrobie ~1 sobie krzywde|cos
    podciac|podciela|podetne ~2 zyly
    lepiej|latwiej ~6 beze mnie
    lepiej ~6 gdyby ~1 mnie ~1 nie
    mnie nie bylo ~3 swiecie|lepiej
    nie ma ~1 sensu ~2 zyc|dalej|zycie
    sens* ~3 zyc|zycia|zycie
    bez sensu ~3 zyc|zycie
    powod* ~3 zyc|zycia
    polknal|polknela|polknac|wzial|wziela|lykn*|wziac|nalykac ~4 wszystkie|cale|opakowanie|garsc ~3 tabletki|tabletek|leki|lekow|prochy
    przedawkow*
    skocz*|skacze|rzuc* ~5 most*|dach*|balkon*|okn*|pociag*|wiezow*|tory
    pod pociag
    list* ~1 pozegnaln*
    pozegnaln* list*
    mam dosc zycia
    zmeczon* zyciem
    nie mam ~1 juz ~1 sily ~6 skoncze|zyc|noc*|umrzec
    tabletki|leki|prochy ~4 stole|przygotowan*|przede
    nie ~2 widze|mam ~2 wyjscia|przyszlosci|nadziei
    pozegnac|zegnam|zegnajcie ~4 sie|wszystkich|zawsze|swiat*
    ostatni*|ostatnia noc|dzien|wiadomosc|list ~4 zyje|tu|zyciu|moj*
    kiedy|gdy ~1 to ~1 przeczyta* ~4 nie|mnie
    czy zyje czy
    nic ~2 mnie ~2 trzyma
    wole|wolalbym|wolalabym ~2 smierc|martw*|umrzec
    bez niego|niej ~4 zyc|zycie|sens*
  `,
  violence: `
    zabije|zabijemy|zamorduje|zastrzele|zadzgam|potne|pobije|udusze|zatluke|rozwale|spale|podpale|podloze|wysadze|poderzne|polamie ~3 ${THEM}|wam|mu|jej
    ${THEM}|wam|mu|was ~2 zabije|zamorduje|zastrzele|zadzgam|potne|pobije|udusze|zatluke|rozwale|podpale|wysadze|polamie|dojade
    chce|zamierzam|musze|przysiegam ~3 zabic|zastrzelic|pobic|zadzgac|zamordowac ~2 ${THEM}
    noz*|maczet*|siekier* & groz*|wymachuj*|atak*|dzg*|wyciagn*|sklep*|ktos|kasjer*|mam
    bron|bronia|broni|pistolet*|karabin*|strzelb* & groz*|czlowiek*|sklep*|ktos|strzel*|kasjer*|mezczyzn*|mam|celuj*
    uzbrojon*
    groz* ~5 smierc*|noz*|bron*|pistolet*|kasjer*|mi|nam|klient*|person*|dziec*|rodzin*|zabic*|zabojst*
    grozb* ~2 smierc*|karaln*
    napad ~3 bron*|sklep*|rabunk*
    napad|strzelanin*|strzaly|zakladni*
    bomb*|ladunek|ladunk*|materialy & biur*|sklep*|budyn*|podloz*|wybuch*|piatek|jutro|lokal*
    podpal*|spale|spalic ~4 lokal|sklep|dom|biuro|was|wam|samochod
    wysadz* ~4 biur*|sklep*|lokal*|powietrze|budyn*
    wiem gdzie ~2 mieszka*|spisz|spi
    polamie|polamac|rozwale|rozbije|obije ~3 nogi|rece|twarz|glowe|kosci|leb|szczeke|nos|morde|zeby
    jestes|jestescie martw*
    zginiecie|zginiesz
  `,
  abuse: `
    ${PARTNER} ~4 bije|bil|pobil|uderzyl|uderza|kopie|dusi|znecal|zneca|gwalci|zgwalcil|grozi|zmusza|zamyka|kontroluje|wyzywa|maltretuje|szantazuje|obmacuje|obmacywal
    mnie|nas ~2 bije|bil|pobil|uderzyl|uderza|kopie|dusi|zgwalcil|obmacywal|dotykal|molestowal|zamknal|zamyka|zmusza|przesladuje|szarpie|szantazuje|napastuje|pocalowal
    bije|bil|pobil|uderzyl|dusil|zgwalcil|obmacywal|dotykal|molestowal|zamyka|przesladuje|zlapal|napastowal ~2 mnie|nas
    zgwalc*|gwalt|gwalcic|gwalciciel*|gwalcil
    obmacyw*|obmacal
    molest*
    przemoc* ~1 domow*|seksualn*|rodzin*
    zneca*|znecal*|znecanie
    wykorzystal*|wykorzystywan* ~3 seksualn*|mnie
    wbrew ~1 mojej|jej|mojej woli
    boje ~1 sie ~1 go|jego|jej|meza|ojca|partnera|chlopaka|ojczyma
    boje sie go
    boje ~2 o ~1 zycie|swoje
    nie ~2 pozwala|wolno ~2 wychodzic|wyjsc|rozmawiac|pracowac|dzwonic
    zamyka|zamknal|trzyma|wiezi ~2 mnie ~3 domu|pokoju|mieszkaniu
    zabiera|kontroluje|sprawdza|czyta|pilnuje ~3 pieniadze|telefon|wiadomosci|karte|dokumenty|paszport
    stalking*|stalker*|stalkuj*|stalkow*|przesladow*|nekal|neka
    sledzi|szedl|chodzi ~2 za ~1 mna|mnie ~2 domu|wszedzie
    szantaz*
    handel* ludzmi
    podbite oko
    niebieska karta
    slady|siniaki|since ~3 rekach|szyi|ciele|plecach|nogach
    sama z nim ~4 boje|dziecmi|noc
    wywaz*|wylama* ~2 drzwi
  `,
  child: `
    ${CHILD} & bity|bita|bije|bija|pobit*|katuj*|katowan*|maltret*|molest*|gwalc*|zaniedb*|siniak*|since|glod*|zamkniet*|porwa*|porwan*|nag|naga|nagie|potrzas*|dotyk*|krzyk*|krzycz*|zneca*|wykorzyst*
    ${CHILD} ~5 sam|sama|same|samo ~4 samochod*|godzin*|noc*|dom*|placze|dzien
    zostaw* ~3 ${CHILD} ~3 sam*|samochod*|aucie
    ${CHILD} ~5 placze|krzyczy|wrzeszczy ~4 godzin*|noc*|scian*|dzien|wieczor
    obcy|nieznajom*|mezczyzn*|facet|ktos|dorosl* & zdjec*|film*|cukierk*|zaczep*|zabrac|sledz*|dotyk*|wabi*|nagryw*|prezent* ~8 ${CHILD}
    probowal|chcial|usilowal ~2 zabrac|porwac|wziac|uprowadzic ~3 ${CHILD}|mojego|moja
    ${CHILD} ~3 zagin*|zniknel*|porwan*|porwal*
    polkn*|wypil*|zjadl*|lyknal*|ssal* ~5 ${SWALLOWED}
    ${CHILD} ~6 dlaw*|zadlaw*|nieprzytomn*|oddycha|poparz*|zatru*|utopi*|porazil*|tonie
    pedofil*
    pornografi* dzieciec*
    nagie|rozbierane zdjecia
    letni|letnia|latek|latka|lat|miesiecy ~4 polkn*|wypil*|zjadl*|sam*|zagin*
    pod woda ~6 dziecko|dlugo|nikt
    dziecko|syn|corka|chlopiec|dziewczynka ~4 pod|krwawi|rann* ?woda
  `,
  medical: `
    nie ~3 oddycha|oddychac|oddychal|oddychala|przelykac
    trudnosc* ~2 oddych*
    dusi|dusze|dusil|dusila|zadlaw*|dlawi|krztus* ~1 sie
    brak|brakuje ~1 tchu|powietrza
    wstrzas|szok|reakcj* ~1 anafilakt*|alergiczn*|uczulen*
    anafila*
    spuch*|opuch*|puchn* ~4 gardlo|twarz|jezyk|usta|wargi|szyja|oczy
    gardlo|twarz|jezyk|usta|wargi ~4 spuch*|opuch*|puchn*|sine|sinieje
    karetk*|pogotowi*|ambulans*|sor|defibrylator*|reanim*|ratownik*
    zemdl*|nieprzytomn*|zaslab*|omdl*
    straci* ~2 przytomnosc
    nie ~2 reaguj*|budzi|odzyskuje ~3 tata|mama|ojciec|matka|zemdl*|klient*
    zemdl* ~6 reaguj*
    bol|bole|ucisk|klucie|bolu ~4 klatce|piersi*|serc*|klatka
    klatce ~1 piersiowej
    dretwie* ~3 reka|reke|ramie
    zawal*|udar*
    zatru*|otru*
    czuc|zapach|ulatnia|smierdzi|wyciek ~3 gaz*
    gaz* ~6 glowie|zawrot*|mdlosci|slabo|piekarnik*|piec*
    czad|tlenek wegla
    porazil* ~2 prad
    zapalil* ~2 sie ~3 telewizor|ladowark*|piekarnik|urzadzen*|kuchni*
    wymiot*|kaszl*|plu* ~3 krwi*|krew
    krwaw* ~3 mocno|bardzo|silnie|przesta*
    krwotok*|drgawk*|padaczk*
    wypil*|polkn* ~4 wybielacz*|kwas*|detergent*|odkamieniacz*|plyn*|rozpuszczalnik*
    oparzen* ~2 stopni*
    poparz* ~3 rece|reke|twarz|mocno|ciezko
    wybuch* ~4 rece|twarz|kuchni*
    zagrozen* ~1 zyci*
    przedawkow*
    podwojn*|zla|zle|niewlasciw* ~2 dawk*|lek*
    serce ~3 wali|kolacze|stanelo
    szklo|szkla ~1 w ~2 chleb*|jedzeni*|jogur*|zup*
    krwawi|krew ~4 ust|glowy|nosa|ucha
    sine usta|wargi
    ciezko rann*|poparz*
    sufit|winda|windzie|polka ~5 rann*|uwiez*|spad*
  `,
  calm: `
    umieram*|umieral*|umarlam|umarlem|umieralismy|umrzec|umre|padam ~1 z|ze ~1 glodu|smiechu|nudow|zimna|ciekawosci|pragnienia|wstydu
    telefon|laptop|bateri*|komputer|rosli*|silnik|samochod|drukark* ~2 padl*|martw*|umar*|zdech*
    zabil*|zabic|zabijam|zabijal* ~1 czas|nude
    zabilabym|zabilbym|zabije za ~2 kawe|te|wasze|ten|kawalek
    prawie|niemal|malo ~4 zawal*|zemdl*|udar*
    zawal* ~4 rachun*|cen*
    bombardu*|bombow*
    kryminal*|film|ksiazk*|serial ~4 morder*|zabojst*|morderst*
    pobil* ~2 rekord|o|sie ~1 o ?ostatni*
    cios ~2 portfel|kieszen
    strzal ~1 w dziesiatke
    tone ~2 papierach|pracy
    ubaw|smiech* ~1 po
    wyciek ~1 wody
  `,
}
