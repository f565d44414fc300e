/** Portuguese, of Portugal and Brazil. Pronouns behind a hyphen are words of their own: "bate-me" is "bate me". */
import type { CrisisWords } from './crisis.ts'

const CHILD =
  'crianca|criancas|bebe|bebes|filho|filha|filhos|filhas|menino|menina|meninos|meninas|neto|neta|sobrinho|sobrinha|miudo|miuda|miudos|miudas|pequeno|pequena|menor|menores|aluno|aluna|garoto|garota'
const PARTNER =
  'marido|namorado|companheiro|ex|esposo|mulher|namorada|pai|padrasto|irmao|tio|chefe|patrao|vizinho|ele|ela|tecnico|estafeta|colega|funcionario|entregador|homem'
const SWALLOWED =
  'pilha|pilhas|bateria|baterias|iman|imas|ima|comprimido|comprimidos|pastilha|pastilhas|lixivia|detergente|descalcificante|descalcificador|capsula|veneno|moeda|acido|medicamento|medicamentos|produto|vidro|remedio|remedios|sanitaria'

export const portuguese: CrisisWords = {
  self_harm: `
    suicid*
    me|se matar|mato|mata
    matar|mato|mata me|se
    matarme|matarse
    quero|quer|queria|prefiro|preferia|vontade|gostava ~2 morrer|desaparecer|sumir
    tirar|tiro|tirou ~2 propria|minha|vida ?vida
    tirar ~2 vida
    nao ~2 quero|quer|queria|consigo|vontade ~3 viver|acordar|existir|vida
    acabo|acabar|termino|terminar ~2 com ~1 isto|tudo|isso|vida|minha ?tudo
    por fim|termo ~2 vida
    razao|sentido|motivo|vontade ~3 viver|vida|continuar|seguir
    cortar|corta|corto|cortes|cortava|cortado|cortando ~1 se|me|nos ?bracos
    anda|esta a cortar
    automutil*|autoles*
    magoar|ferir|machucar me|se ?mesmo
    me machucar|ferir|cortar|magoar
    pulsos ~2 cortar|cortei|cortou
    tomar|tomei|tomou|engolir|engoli ~4 todos|caixa|frasco|cartela ~4 comprimidos|remedios|soniferos
    overdose|sobredosagem
    atirar|saltar|pular|jogar|atiro|salto|pulo ~5 ponte|janela|varanda|comboio|trem|metro|linha|telhado|predio
    enforcar*
    carta|bilhete ~1 despedida|suicida
    melhor|facil ~6 sem mim
    melhor ~4 nao ~2 existisse|estivesse|ca
    cansad* ~1 de viver
    nao aguento mais ~6 acabo|acabar|morrer|viver|noite|vida
    quer|quero|queria desaparecer|sumir
    desaparecer para sempre
    comprimidos|remedios ~4 mesa|prontos|frente
    nao ~2 vejo|tenho|ha|encontro ~2 saida|futuro|esperanca
    despedir|despeco|adeus ~4 todos|sempre|mundo|alguem
    ultima|ultimo noite|dia|mensagem|carta|vez ~4 vivo|viva|aqui|vida
    quando lerem|leres ~4 nao|ja|estarei
    se vivo ou morro
    nada ~2 me prende|segura
    melhor mort*
    sem ele|ela ~4 viver|vida|nada
  `,
  violence: `
    vou|vai|vamos|quero|juro|hei ~2 matar|esfaquear|disparar|degolar|espancar|queimar|rebentar|estrangular ~3 esse|essa|o|a|os|as|voces|todos|ele|ela|lo
    mato|matarei|esfaqueio|rebento ~2 esse|essa|o|voces|todos|vos|te|ele
    te|vos|o mato|parto
    levo|mando|ponho ~3 hospital|cova|cemiterio
    faca|navalha|machado|facao & ameac*|esfaque*|atac*|agit*|puxou|loja|alguem|homem|tenho|caixa
    arma|pistola|espingarda|revolver & homem|ameac*|alguem|loja|dispar*|apont*|caixa|tenho|dentro
    armado|armados|armada ~3 loja|dentro|homem|entrou
    homem|individuo|pessoa|alguem armad*
    ameac* ~5 morte|matar|faca|caixa|pistola|clientes|mim|nos|funcionari*|familia|filhos|pessoas|me|gente
    assalto|tiroteio|tiros|refens|sequestr*
    bomba|explosivo|explosivos & ponho|por|escritorio|loja|edificio|predio|sexta|amanha|explod*|colocar|vou
    pegar|pego|deitar|deito|por|tocar|atear fogo|lume
    fogo ~4 loja|voces|dentro|casa|escritorio
    queimar|incendiar ~4 loja|casa|escritorio|carro|voces|dentro
    explodir ~4 loja|escritorio|predio|tudo
    sei|sabemos onde ~2 mora|moras|moram|vive|vives|dorme
    partir|parto|quebrar|quebro ~3 cara|pernas|bracos|cabeca|dentes|ossos|pescoco|fuca
    vais|vao|vai morrer
    acabar com ~1 a ~1 vida ~1 dele|dela|deles
  `,
  abuse: `
    ${PARTNER} ~4 bate|batia|bateu|agride|agredia|agrediu|espanca|viola|violou|estupr*|maltrata|ameaca|controla|tranca|obriga|insulta|esgana|chantageia
    bate|bateu|batia|agride|agrediu|maltrata|esmurra|estrangula|persegue|ameaca|apalpou|agarrou|tocou|beijou|trancou|assedia|assediou|violou|forcou ~1 me|nos
    me|nos bate|batia|bateu|agride|agrediu|espancou|violou|estuprou|apalpou|tocou|agarrou|beijou|persegue|trancou|maltrata|forcou|assedia|assediou
    violad*|violacao|violador|estupr*
    apalp*
    abuso|abusos|agressao|assedio|violencia ~1 sexual|domestica|sexuais
    abusou|abusaram de mim|ela
    a ~1 forca
    contra ~1 minha vontade
    medo dele|dela|do ~2 marido|namorado|companheiro|ex|pai|padrasto
    medo dele|dela
    medo pela minha vida
    nao ~2 deixa|deixava|permite ~2 sair|falar|ir|trabalhar|ver
    tranca|trancada|trancou|fechada ~3 casa|quarto|me
    fica|controla|le|tira|vigia|verifica ~4 dinheiro|telemovel|celular|mensagens|cartao|documentos|passaporte
    stalking|stalker*|stalkea*|perseguidor|perseguid*
    segue|seguiu|persegue ~3 casa|rua|todo|banheiro
    chantag*
    trafico ~2 pessoas|humano
    olho negro|roxo
    assedi*
    marcas|nodoas|hematomas ~3 bracos|pescoco|corpo|costas|pernas
    sozinha com ele ~4 medo|criancas|noite
    arrombar|rebentar|arromba ~2 porta
  `,
  child: `
    ${CHILD} & espanc*|bate|batem|maltrat*|abus*|viola*|estupr*|nodoas|hematomas|roxos|fome|trancad*|rapt*|sequestr*|nu|nua|nus|abanad*|apalp*|gritos|neglig*|agredid*|abandonad*|feridas
    ${CHILD} ~5 sozinho|sozinha|sozinhos|sozinhas ~4 carro|horas|noite|casa|chora|dia
    deixam|deixa|deixaram|deixado ~3 ${CHILD} ~3 sozinho|sozinha|sozinhos|carro
    ${CHILD} ~5 chora|choram|grita|gritam ~4 horas|noite|parede|dia
    desconhecido|homem|senhor|alguem|adulto & film*|fotograf*|fotos|doces|rebucados|segue|seguiu|levar|aproxim*|toc*|presentes ~8 ${CHILD}
    tentou|tentaram|queria|quis ~2 levar|raptar|sequestrar|apanhar ~3 ${CHILD}
    ${CHILD} ~3 desapareceu|desaparecido|desaparecida|sumiu|raptado|raptada
    engoliu|engolido|bebeu|bebido|comeu|ingeriu|chupou ~5 ${SWALLOWED}
    ${CHILD} ~6 engasg*|inconsciente|respira|queimad*|intoxicad*|eletrocutad*|preso|afog*|desmaiou|convuls*
    pedofil*|pornografia infantil
    abuso|maus infantil|tratos
    fotos ~2 nua|nuas|nu|nus
    anos|meses ~3 engoliu|bebeu|comeu|sozinh*|desaparec*
    debaixo ~1 agua ~6 crianca|tempo|ninguem
    crianca|filho|filha|bebe|menino|menina ~4 debaixo|sangra|sangrar|ferid* ?agua
  `,
  medical: `
    nao ~3 respira|respirar|respirava|engolir
    dificuldade ~3 respirar
    falta ~1 de ar
    sufoc*|asfixi*|engasg*
    choque|reacao|reaccao|crise ~1 anafilatic*|anafilactic*|alergic*
    anafila*
    garganta|cara|rosto|lingua|labios|pescoco|olhos ~4 inch*|fech*|azul|azuis|roxo
    inch* ~4 garganta|cara|rosto|lingua|labios
    ambulancia|ambulancias|inem|samu|urgencias|desfibrilhador|desfibrilador|reanima*|uti
    pronto socorro
    desmai*|inconsciente|colaps*
    perdeu|perdi|perdendo ~2 sentidos|consciencia
    nao ~2 acorda|reage|responde ~3 pai|mae|desmai*|senhor|chao|bebe
    desmaiou ~5 acorda|reage
    dor|dores|aperto|pressao|pontada ~4 peito|torax|coracao
    peito ~3 dor|doi|aperta
    braco ~3 dormente|formig*
    enfarte|infarto|avc|derrame
    ataque ~1 cardiaco|coracao
    paragem|parada cardiaca|cardiorrespiratoria
    envenen*|intoxic*
    gas ~6 tont*|nausea*|enjoad*|forno|caldeira|esquentador
    cheira|cheiro|fuga|vazamento ~3 gas
    monoxido
    eletrocut*|electrocut*|choque eletrico|electrico
    pegou fogo
    vomit*|cusp*|toss* ~3 sangue
    sangra|sangue|hemorragia ~3 muito|para|tanto|todo
    hemorragia|convuls*
    ataque|ataques|crise|crises ~3 epilep*
    bebi|bebeu|engoliu|inalou ~4 lixivia|acido|detergente|solvente|gasolina|produto
    queimadura* ~2 grau|graves
    explodiu ~4 mao|maos|cara|cozinha
    perigo|risco ~2 vida|morte
    emergencia medica
    dobro|dose|errad* ~3 dose|medicamento|remedio|errada|dupla
    coracao ~2 acelerad*|disparad*|parou
    vidro|vidros no|na ~2 pao|comida|iogurte|sopa
    sangra|sangrar ~4 boca|cabeca|nariz|ouvido
    labios azuis|roxos
    gravemente ferid*|queimad*
    teto|tecto|elevador|prateleira ~5 ferid*|pres*|ca*
  `,
  calm: `
    morrer|morro|morrendo|morri|mortos|morto|morta|morremos ~1 de|a ~1 fome|rir|riso|sede|sono|frio|calor|vergonha|tedio|saudades|vontade|curiosidade
    de morrer
    morri ~1 a rir
    telemovel|celular|portatil|bateria|planta|computador|motor|carro|pilha ~2 morreu|morta|morto
    matamos|matar|mato|matando|mata o|a ~1 tempo|fome|sede|saudade|saudades
    matava|mataria por ~2 um|uma|dos|esse
    matar ~1 a concorrencia
    quase ~4 ataque|enfarte|desmaiei|infarto
    ataque ~4 conta|preco|fatura|riso
    foi|e|era uma bomba
    bombarde*
    afogo|afogar|afogad* ~3 papeis|trabalho|dividas
    lutaram ~3 ultimo|ultima
    facada ~3 orcamento|carteira|preco
    tiro ~1 saiu
    policial|filme|livro|romance ~4 assassin*|crime
    fuga|vazamento ~1 de ~1 agua
  `,
}
