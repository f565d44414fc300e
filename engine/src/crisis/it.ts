/** Italian. */
import type { CrisisWords } from './crisis.ts'

const CHILD =
  'bambino|bambina|bambini|bambine|bimbo|bimba|bimbi|bimbe|neonato|neonata|figlio|figlia|figli|figlie|nipote|nipotino|nipotina|piccolo|piccola|piccoli|ragazzino|ragazzina|ragazzini|minore|minorenne|minorenni|alunno|alunna'
const PARTNER =
  'marito|compagno|fidanzato|ragazzo|ex|moglie|compagna|fidanzata|padre|patrigno|fratello|zio|capo|vicino|lui|lei|tecnico|fattorino|corriere|collega|uomo|datore'
const SWALLOWED =
  'pila|pile|batteria|batterie|magnete|magneti|calamita|pastiglia|pastiglie|pillola|pillole|compressa|candeggina|varechina|detersivo|anticalcare|detergente|capsula|veleno|moneta|biglia|acido|farmaco|farmaci|vetro|prodotto'

export const italian: CrisisWords = {
  self_harm: `
    suicid*
    uccidermi|uccidersi|ammazzarmi|ammazzarsi|ammazzo|uccido ?mi
    mi ammazzo|uccido
    voglio|vuole|vorrei|volevo|preferirei|desidero|voglia ~2 morire|crepare|sparire|scomparire
    togliermi|togliersi|tolgo|tolto ~1 la vita
    farla|farl* finita
    chiudere|finire|finirla|chiudo|finisco ~2 con ~2 tutto|vita
    stanotte|stasera|domani ~4 chiudere|finirla|morire|finita
    non ~2 voglio|vuole|volevo|voglia ~4 vivere|esistere|svegliar*
    non ~1 vuole|voglio ~1 piu vivere
    non ~2 svegliarmi|svegliarsi ~1 piu
    senso|ragione|motivo|motivi ~3 vivere|vita|continuare|andare ~1 avanti
    farmi|farsi|faccio|fa ~1 del|male ~1 male ~2 sola|solo|stesso|stessa
    farmi del male
    autolesion*
    si|mi taglia|taglio|tagliarmi|tagliarsi|tagliava ~3 braccia|braccio|polsi|vene|pelle
    tagliarmi|tagliarsi|taglio le vene
    tutte|scatola|boccetta|manciata ~3 pastiglie|pillole|compresse|sonniferi ~4 preso|ingoiato|prendere|mandato
    preso|ingoiato|prendere|ingoiare|mandato ~4 tutte|scatola|boccetta|manciata ~3 pastiglie|pillole|compresse|sonniferi|farmaci
    overdose
    buttarmi|buttarsi|butto|butta|saltare|salto|gettarmi|lanciarmi ~5 ponte|finestra|balcone|treno|metro|tetto|binari
    impiccarmi|impiccarsi
    lettera|biglietto ~1 addio
    meglio|facile ~6 senza ~1 me
    meglio ~4 sparissi|morissi|fossi|esistessi|scomparissi
    sparissi|scomparissi ~1 per sempre
    sparire|scomparire per sempre
    stanc* ~1 di vivere
    non ce la faccio piu ~6 voglio|chiudere|finita|morire|vivere|notte
    pastiglie|pillole|compresse ~4 tavolo|pronte|davanti
    non ~2 vedo|ho|trovo|esiste ~3 uscita|futuro|speranza|scampo
    salutare|salutarvi|addio ~4 tutti|sempre|mondo|per
    ultima|ultimo notte|giorno|messaggio|lettera|volta ~4 vivo|viva|qui|vita
    quando leggerete|leggerai ~4 non|saro
    se vivo o muoio
    niente|nulla ~2 mi trattiene|tiene
    senza di lui|lei|senza ~4 vivere|vita|niente
    meglio mort*
  `,
  violence: `
    lo|la|li|le|vi|ti|ve ~1 ammazzo|uccido|accoltello|sparo|sgozzo|spacco|massacro|brucio|strangolo|picchio|ammazzero|uccidero
    ammazzo|uccido|accoltello|ammazzero|uccidero|ammazzare|uccidere|accoltellare|sparare ~2 quel|quella|questo|tutti|voi|qualcuno|il|la|corriere|fattorino
    ammazzo ~1 di botte
    voglio|vado|giuro|vengo ~3 ammazzare|uccidere|accoltellare|sparare|bruciare|ammazzarlo|ucciderlo|picchiarlo
    spacco|rompo|spaccare|rompere|spezzo ~3 faccia|testa|gambe|ossa|braccia|denti|naso|collo
    coltello|machete|ascia|lama & minacci*|accoltell*|aggred*|qualcuno|agit*|estrae|estratto|cassa|uomo
    pistola|fucile|arma & uomo|minacci*|cassa|negozio|qualcuno|spar*|punt*|tengo|davanti
    armato|armati|armata ~3 negozio|dentro|uomo|entrato
    uomo|persona|tizio|individuo armato|armata
    minacci* ~5 morte|cassier*|clienti|coltello|pistola|personale|gente|me|mi|ci|famiglia|figli|bambini|uccider*
    minacce|minaccia ~1 di morte
    rapina|sparatoria|spari|ostaggi|sequestro
    bomba|esplosivo|esplosivi & metto|mettere|ufficio|negozio|edificio|venerdi|domani|esplod*|piazz*
    faccio|facciamo|fare|vi ~2 saltare ~2 aria|negozio|ufficio
    saltare in aria
    brucio|bruciare|incendio|bruciamo|bruciero|fuoco ~4 negozio|locale|ufficio|casa|macchina|dentro|voi
    do|dare|dato|appicco fuoco
    so|sappiamo dove ~2 abit*|vivi|vive|dormi|dorme
    morir* ~2 tutti
    sei|siete mort*
    mando|mandare|spedisco ~3 ospedale
  `,
  abuse: `
    ${PARTNER} ~4 picchia|picchiava|picchiato|picchiata|mena|menava|schiaffeggia|maltratta|violenta|violentata|minaccia|strangola|insulta|controlla|chiude|rinchiude|palpeggia|palpeggiata|obbliga
    mi|ci|la ~3 picchia|picchiava|picchiato|picchiata|mena|maltratta|violentata|violentato|stuprata|stuprato|palpeggiata|palpeggiato|molestata|molestato|aggredita|aggredito|perseguita|toccata|toccato|baciata|strangola|rinchiude|ricatta|costretta|drogata
    stupr*|violentat*|violentare|violentat
    palpeggi*
    molesti*|molestat*
    violenza|violenze|abuso|abusi|aggressione ~1 sessual*|domestic*|genere
    messo|messe|mette|mettere le|addosso ~2 mani|addosso ?addosso
    mani addosso
    toccat* ~3 seno|sedere|permesso|consenso|forza|volevo
    baciat* ~2 forza
    con la forza
    contro ~1 la ~1 mia volonta
    paura di|del ~2 lui|lei|marito|compagno|ex|fidanzato|padre|patrigno
    paura per la mia vita
    tiene|teneva|chiude|chiusa|rinchiusa|rinchiude ~3 casa|camera|chiusa|soldi
    non ~2 lascia|lasciava|permette|fa ~2 uscire|parlare|andare|lavorare|vedere
    controlla|legge|prende|toglie|ruba|trattiene ~3 soldi|telefono|messaggi|carta|documenti|passaporto|cellulare
    stalking|stalker*|persecuzion*
    segue|seguiva|seguita|seguito ~3 casa|ovunque|strada|bagno
    ricatt*
    tratta ~2 persone|umani
    occhio nero
    centro antiviolenza
    segni|lividi ~3 braccia|braccio|collo|corpo|schiena|gambe|polsi
    sola con lui ~4 paura|bambini|notte
    sfonda*|buttare|sfondare ~2 porta
  `,
  child: `
    ${CHILD} & picchiat*|picchia|picchiano|maltratt*|abus*|violent*|lividi|affamat*|fame|rinchius*|rapit*|rapire|nud*|scuot*|tocca|toccat*|molest*|botte|urla|schiaff*|abbandonat*
    ${CHILD} ~5 solo|sola|soli|sole ~4 giorno|ore|notte|casa|macchina|auto|piange|tutto
    lasciano|lascia|lasciato|lasciata|lasciati ~3 ${CHILD} ~3 solo|sola|soli|macchina|auto
    ${CHILD} ~5 piange|piangono|urla|grida ~4 ore|notte|muro|giorno|sera
    sconosciuto|uomo|adulto|tizio|qualcuno|signore & riprend*|film*|fotograf*|foto|caramelle|segue|seguiva|portare|portar*|avvicina*|tocc*|messaggi|regali ~8 ${CHILD}
    cercato|tentato|voleva|provato ~3 portare|rapire|prendere|portarsi ~4 ${CHILD}
    ${CHILD} ~3 scomparso|scomparsa|sparito|sparita|rapito|rapita
    ingoiato|ingoiata|inghiottito|bevuto|mangiato|ingerito|succhiato ~5 ${SWALLOWED}
    ${CHILD} ~6 soffoc*|svenut*|respira|ustionat*|intossicat*|folgorat*|incastrat*|bevuto|ingoiato|annegat*
    pedofil*|pedopornograf*
    messaggi ~1 sporchi|sessuali
    foto ~2 nud*
    anni|mesi ~3 ingoiato|bevuto|mangiato|solo|sola|scompars*
    sott|sotto acqua ~6 bambin*|tempo|nessuno
    bambino|bambina|figlio|figlia|neonato ~4 sott|sotto|sottacqua ?acqua
    bambino|bambina|figlio|figlia|neonato ~4 sanguina|ferito|ferita
  `,
  medical: `
    non ~3 respira|respirare|respirava|respiro|deglutire
    respira|respirava ~1 male|fatica|appena
    fatica|difficolta ~2 respirare
    soffoc* ~4 cibo|boccone|pezzo|bambino|mangiando|non
    sta|stava|sto soffocando
    manca|mancava|mancanza ~1 il ~1 aria|respiro
    shock|choc|reazione|crisi ~1 anafilattic*|allergic*
    anafila*
    gola|faccia|viso|lingua|labbra|collo|occhi ~4 gonfi*|chius*|blu|viola
    gonfi* ~4 gola|faccia|viso|lingua|labbra|collo
    ambulanza|ambulanze|defibrillatore|rianima*
    chiam* ~2 118
    il|al|del 118
    pronto soccorso
    terapia intensiva
    svenut*|svenire|svenuta|svenimento|incosciente|priva sensi|collassat*
    perso|perde|persi ~1 conoscenza|sensi
    non ~2 sveglia|reagisce|risponde ~3 padre|madre|svenut*|terra|bambin*
    dolore|dolori|fitta|fitte|oppressione|peso|male ~4 petto|torace|cuore
    petto ~3 male|dolore|stringe
    braccio ~3 formicol*|intorpidit*|addormentat*
    formicol* ~3 braccio
    infarto|ictus|arresto cardiaco
    attacco ~1 di|al cuore
    avvelenat*|avvelenamento|intossic*
    gas ~6 gira|testa|nausea|vertigini|forno|caldaia
    puzza|odore|fuga|perdita|puzzo ~3 gas
    monossido
    folgorat*|fulminat*|scossa elettrica
    preso|prende|prendeva fuoco
    vomit*|sput*|toss* ~3 sangue
    sanguina|sangue|emorragia ~3 molto|ferma|tanto|ovunque
    emorragia|convulsion*|crisi epilettic*
    bevuto|ingoiato|inalato ~4 candeggina|acido|detersivo|detergente|solvente|benzina
    ustion* ~2 grado|gravi
    esploso|esplosa|scoppiato|scoppiata ~4 mano|mani|faccia|cucina
    pericolo ~2 vita|morte
    emergenza medica
    overdose
    doppia|tripla|sbagliat* ~3 dose|farmaco|medicina
    cuore ~2 batte ~3 forte|veloce|impazzito
    vetro|vetri|schegge nel|nella|in ~2 pane|cibo|yogurt|zuppa|pane
    sanguina ~4 bocca|testa|naso|orecchio
    labbra blu|viola
    gravemente ferit*|ustionat*
    soffitto|ascensore|scaffale ~5 ferit*|bloccat*|cadut*
  `,
  calm: `
    muoio|moriamo|morti|morto|morta|morire|morivo|muore ~1 di|dal ~1 fame|ridere|sete|sonno|freddo|caldo|noia|vergogna|voglia|curiosita
    da morire
    telefono|cellulare|portatile|batteria|pianta|computer|motore|macchina|pila ~2 morto|morta
    ammazzat*|ammazzare|ammazziamo|ammazzando il ~1 tempo
    ucciderei|ammazzerei per ~2 un|una|uno|quel|quella
    uccide|ammazza la|ogni ~1 concorrenza|fame|sete
    venuto|preso ~2 colpo
    quasi|per poco ~4 infarto|colpo|svenuto|svenivo
    infarto ~4 conto|prezzo|bolletta
    stato|e|era una bomba
    bombard*
    picchiati|litigati ~3 ultimo|ultima|gelato
    affog* ~2 carte|lavoro|debiti
    spaccati|spaccat* ~1 dalle|dal ~1 risate|ridere
    colpo ~1 di fulmine|sole|testa
    rompo|rompere|rompi le ~1 scatole|palle
    fuga|perdita ~1 acqua
    film|romanzo|libro|giallo ~4 omicidio|assassin*
    pugnalata ~3 portafoglio|prezzi
    soffocante caldo
  `,
}
