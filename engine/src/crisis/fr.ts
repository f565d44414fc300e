/** French. Elided articles and pronouns are cut off before comparing: "m'a" is "a", "l'ambulance" is "ambulance". */
import type { CrisisWords } from './crisis.ts'

const CHILD =
  'enfant|enfants|bebe|bebes|fils|fille|fillette|filles|petit|petite|petits|petites|garcon|garcons|gamin|gamine|gosse|gosses|nourrisson|neveu|niece|eleve|mineur|mineure|tout-petit'
const KIN =
  "mari|femme|mere|pere|papa|maman|fils|fille|frere|soeur|dame|monsieur|homme|client|cliente|collegue|personne|quelqu'un|il|elle|bebe|enfant|grand-mere|grand-pere|ami|amie|je"
const PARTNER =
  'mari|compagnon|copain|ex|conjoint|femme|compagne|copine|pere|beau-pere|frere|oncle|patron|chef|voisin|il|elle|agent|agents|technicien|livreur|employe|collegue'
const SWALLOWED =
  'pile|piles|aimant|aimants|pastille|pastilles|comprime|comprimes|cachet|cachets|javel|detergent|detartrant|lessive|produit|capsule|poison|bille|acide|medicament|medicaments|verre|piece'

export const french: CrisisWords = {
  self_harm: `
    suicide|suicider|suicides|suicidaire|suicidaires|suicidait
    envie|veux|veut|voudrais|voulais|prefere|prefererais|voulait|veulent ~3 mourir|crever
    en finir ?avec ~1 la|ma|vie|tout
    pense|penser|penses ~4 en finir
    plus|pas ~2 envie|veut|veux|voulais|raison ~2 de|vivre ~1 vivre
    veut|veux|voulait ~1 plus|pas ~1 vivre|exister
    ne ~1 plus vivre
    plus ~3 envie de vivre
    me|se|te tuer ?moi
    tuer|tue moi|lui meme
    foutre|foutre en air
    mettre|mettre|met|mis fin ~2 jours|vie
    oter|enlever|prendre ~1 la|sa|ma vie
    faire|fait|fais du|se ~1 mal ~3 meme|scarif*
    me faire du mal
    scarifi*|mutil*|automutil*
    se|me coupe|coupent|couper|tailler|taillade|taille ~2 veines|bras|poignets|avant-bras
    ouvrir les veines
    ne|plus ~2 plus|ne ~2 me reveiller
    plus ~2 reveiller
    preferer*|aimerais|voudrais ~4 plus|pas ~2 la|reveiller|vivre|exister
    mieux|facile|simple ~6 sans moi
    monde|tous ~3 mieux sans moi
    plus|aucun|pas ~3 sens ~3 vie|vivre|continuer|rien
    rien ~4 sens
    plus rien ~3 sens
    aucune|plus raison ~2 vivre|continuer
    lettre|mot ~1 adieu|adieux
    adieux
    surdose|overdose
    avale|avaler|prendre|pris|prends ~4 tous|boite|plaquette|tubes ~4 cachets|medicaments|comprimes|somniferes|pilules
    sauter|saute|jeter|jette|jeter ~5 pont|toit|balcon|fenetre|train|metro|falaise|rails
    me|se pendre
    disparaitre pour|definitivement ?toujours
    a|suis ~1 bout ~5 finir|mourir|vivre|disparaitre
    fatigue|fatiguee|marre ~1 de vivre|la vie
    derniere nuit|fois ~3 vivant*
    comprimes|cachets|medicaments ~4 table|prets|devant|alignes
    plus|pas|aucune ~2 issue|espoir|avenir
    dire adieu|adieux
    derniere|dernier nuit|soir|jour|message|lettre
    quand vous|vous|tu lirez|lisez|liras ~4 plus|parti*|la
    que je vive ou
    rien ~2 me retient|rattache
    plutot|mieux ~1 mort|morte|etre
    sans lui|elle ~4 vivre|vie|rien
  `,
  violence: `
    vais|va|vas|allons|veux|jure|vais|pourrais ~3 tuer|buter|egorger|poignarder|planter|abattre|massacrer|frapper|tabasser|demolir|crever|flinguer|etrangler|cogner ~3 ce|cet|le|la|les|votre|vos|vous|toi|lui|quelqu'un|livreur|monde|leur
    le|la|les|vous|te tue|tuerai|bute|buterai|egorge|plante|massacre|creve|demolis|demonte|flingue
    tuer|tuerai|buter ~2 ce|cet|votre|vous|livreur|vendeur
    casse|casser|casserai|peter|pete|fracasse|defonce|exploser|briser|defoncer ~2 la|les|sa|votre|leur ~2 tete|gueule|dents|bras|jambes|figure|nez|os|crane
    menace|menacent|menacer|menacee|menaces|menacait ~5 caissier*|clients|personnel|mort|tuer|couteau|arme|vendeus*|gens|enfants|moi|nous|employes|lui|famille|me
    menaces ~1 de mort
    couteau|machette|hache|lame & agit*|menac*|brandi*|attaqu*|sorti|sort|poignard*|jure|homme|magasin|quelqu'un
    arme|armes|pistolet|fusil|revolver|kalachnikov & homme|menac*|magasin|quelqu'un|tire|tirer|caissier*|braqu*|agit*|clients
    homme|individu|type|femme|personne|gens armee|arme|armes
    coups ~1 de feu|couteau
    braquage|fusillade|prise otages
    bombe|explosif|explosifs|engin & bureaux|bureau|magasin|agence|pose|poser|placer|aura|explos*|sauter|vendredi|demain|immeuble
    faire|vais|fais ~2 sauter|exploser|cramer|bruler ~3 agence|magasin|boutique|bureaux|bureau|tout|votre|vos|immeuble|restaurant|maison
    brule|brulerai|bruler|cramer|incendier|feu ~4 magasin|boutique|agence|maison|bureaux|voiture|vous|dedans
    mettre|mettrai|mets|foutre|foutrai le|un feu|incendie
    sais|connais ~1 ou ~3 habit*|dors|dort|vivez|vit|enfants
    batte ~4 porte|casse|tete|attend*
    regler ~2 compte
    faire ~1 la peau
    payer ~3 sang|vie
    vous allez mourir|crever
  `,
  abuse: `
    ${PARTNER} ~4 frappe|frappait|frapper|bat|battait|battu|battue|gifle|cogne|etrangle|viole|insulte|menace|enferme|sequestre|surveille|maltraite|violente
    me|nous|a ~2 frappe|bat|battue|battu|gifle|giflee|cogne|etrangle|etranglee|violee|viole|violees|agresse|agressee|enferme|enfermee|sequestree|harcele|harcelee|tabasse|maltraite|coincee|coince|pelote|tripote
    viol|viole|violee|violes|violees|violer|violeur
    agression|agressions|agressee|agresse|attouchement*|harcelement|harcele|harcelee ~2 sexuel*|sexuelle*
    attouchement*
    harcele|harcelee|harcelement|harceleur
    touche|touchee|caresse|caressee|embrassee|embrasse|pelotee|tripotee|palpee ~3 seins|fesses|cuisse|cuisses|corps|force|accord|sexe|consentement
    embrasse|embrassee ~2 force
    de force
    contre ma|sa volonte|gre
    violence|violences conjugale*|domestique*|familiale*
    femme|femmes battue|battues
    peur de lui|elle
    peur ~1 de|du ~2 mari|compagnon|ex|copain|conjoint|pere|beau-pere
    peur ~1 pour ma vie
    droit|laisse|laisser|permet|interdit ~3 sortir|partir|telephoner|voir|travailler
    garde|prend|controle|confisque|surveille|lit ~2 mes|mon|ma|papiers|carte|argent|messages|telephone|passeport|salaire ~3 papiers|carte|argent|messages|telephone|passeport|compte
    surveille ~1 mes messages|appels
    enferme|enfermee|sequestree|sequestre ~3 maison|appartement|chambre|cave|cle|moi|chez
    suit|suivie|suivi|suivait ~3 jusque|chez|domicile|rue|partout
    chantage
    proxenet*|traite humains
    oeil au beurre
    drogue|droguee|ghb ~3 verre|soiree|insu
    marques|traces|bleus ~3 bras|cou|corps|dos|jambes|poignets
    seule ~1 avec lui ~4 peur|enfants|soir
    defonce*|enfonc*|casser ~2 porte ~4 peur|soir|seule|enfants|menace
  `,
  child: `
    ${CHILD} & battu|battue|battus|bat|frappe|frappee|frappes|tape|maltraite*|abuse|abusee|viole|violee|neglige*|bleus|ecchymoses|affame*|enferme*|enlev*|kidnapp*|secoue*|attouch*|nu|nue|fesse*|coups|hurle|hurlent|gifle*
    ${CHILD} ~5 seul|seule|seuls ~4 voiture|heures|nuit|appartement|maison|pleure|palier|journee|toute
    laisse|laissent|laisser|laissee ~3 ${CHILD} ~3 seul|seule|seuls|voiture
    ${CHILD} ~6 dort|pleure|pleurent|crie|crient ~4 palier|heures|nuit|cave|couloir|rue|soir|soirs
    inconnu|inconnue|homme|type|individu|monsieur|adulte|quelqu'un & film*|photograph*|photos|bonbons|suivi|suit|emmen*|abord*|touch*|propos*|aborde|enlev* ~8 ${CHILD}
    essaye|essaie|tente|tentait|voulu ~2 emmener|enlever|prendre|attirer ~3 ${CHILD}
    ${CHILD} ~3 disparu|disparue|enleve|enlevee|introuvable
    avale|bu|mange|ingere|suce|croque|ingurgite ~5 ${SWALLOWED}
    pedophil*|pedocriminel*|pedopornograph*
    protection enfance
    maltraitance* ~3 ${CHILD}
    maltraitance infantile
    photos ~2 nue|nues|nus
    ${CHILD} ~6 etouffe|etouffait|inconscient|inconsciente|respire|noye|noyee|brule|brulee|intoxique|electrocute|coince|tombe|ebouillante*
    ans|mois ~3 avale|bu|seul|seule|disparu
    sous eau ~6 enfant|longtemps|remarque
    enfant|fils|fille|bebe|petit|petite ~4 sous eau
    enfant|fils|fille|bebe|petit|petite ~4 saigne|blesse|blessee
  `,
  medical: `
    plus|pas|mal|difficulte|peine|arrive ~3 respirer|respire|respirait|avaler|souffle
    respire|respirait ~1 plus|pas|mal
    etouffe|etouffer|etouffait|etouffement|suffoqu*|asphyxi*
    choc|reaction|crise ~1 anaphylactique|allergique|allergiques
    anaphyla*
    gorge|langue|visage|levres|cou|yeux ~4 gonfle|gonflee|gonfles|gonflees|enfle|enflee|enflees|bleu|bleue|bleues|ferme|serre
    gonfle|enfle|gonflee|enflee|gonflait ~3 gorge|langue|visage|levres
    urgences|ambulance|ambulances|samu|pompiers|reanimation|defibrillateur|secours
    evanoui*|malaise|inconscient*|perdu connaissance|syncope|coma
    perdu|perd connaissance
    ${KIN} ~4 tomber|tombe|effondre|effondree|ecroule|ecroulee ~6 respire|bouge|repond|reagit|connaissance
    effondre|effondree|ecroule|ecroulee ~3 sol|rayon|magasin|chez
    repond|reagit|bouge|reveille ~1 plus|pas ~2 tombe*|malaise|inconsc*|respire
    douleur|douleurs|mal|pression|oppression ~4 poitrine|thorax|coeur
    poitrine ~4 serre|mal|douleur
    bras ~3 engourdi|gauche|fourmill*
    crise cardiaque
    infarctus|avc|arret cardiaque
    empoisonn*|intoxication|intoxique|intoxiquee|intoxiques
    gaz ~6 tete|tourne|vertige*|nausee*|malaise|four|chaudiere
    sent|odeur|fuite|sentait|pue ~3 gaz
    monoxyde
    electrocut*|electrise*|decharge electrique
    pris|prend|prenait feu
    vomi|vomis|vomit|crache|tousse ~3 sang
    sang ~3 vomi|partout|selles|coule
    saigne|saignait|hemorragie ~3 beaucoup|arrete|partout|abondamment
    hemorragie|convulsion*
    crise|crises ~3 epileps*|epileptique*
    bu|avale|inhale ~4 javel|acide|detergent|detartrant|produit|essence|solvant
    brulure* ~2 degre|graves|troisieme
    explose ~4 main|mains|visage|figure|cuisine
    entre ~2 vie ~2 mort
    danger ~2 mort|vie
    overdose|surdose
    double|triple|dix|mauvaise|mauvais ~2 dose|medicament|dosage
    coeur ~2 bat ~3 vite|fort|arrete
    verre|eclats dans ~2 pain|plat|yaourt|soupe|assiette
    saigne ~4 bouche|tete|nez|oreille
    levres bleues|violettes
    gravement|grievement blesse*
    plafond|ascenseur|etagere ~5 blesse*|coince*|tombe*
  `,
  calm: `
    meurs|mourais|mourir|meurt|morte|mort|morts|mourrais ~1 de ~1 faim|soif|rire|envie|ennui|chaud|froid|honte|fatigue|curiosite|impatience|plaisir|sommeil
    a|telephone|portable|ordinateur|batterie|plante|pile|moteur|tele|machine|voiture|imprimante|appareil ~2 mort|morte|lache
    tuer|tue|tuent ~1 le temps
    tuerais|tuer pour ~2 un|une|des|vos|ce|cette
    ce|concert|etait|est une tuerie
    de la bombe
    etouffe|etouffer|etouffe ~2 rire|rires|facture|voyant|prix|fou
    failli ~3 etouffer|infarctus|avc|malaise ~5 facture|prix|addition|voyant|note
    crise ~1 de ~1 rire|foie|nerfs
    coup ~1 de couteau ~2 budget|porte*|prix
    coup ~1 de coeur|foudre|feu|main
    battu|battre|bat ~2 record|concurrence|oeufs|neige
    battus ~4 part|dernier|derniere
    seche|seche a mort
    mort|morte de rire
    mitraill*|bombard*
    crevant|creve ~1 de faim|chaud|rire|fatigue
    prix ~2 flambent|explosent|coup|massue
    force ~1 de constater|est|vente
    de force ~1 majeure
    incendie|feu ~2 vente|artifice
    urgence* ~1 facture
    fuite ~1 eau
  `,
}
