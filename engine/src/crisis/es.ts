/** Spanish. */
import type { CrisisWords } from './crisis.ts'

const CHILD =
  'nino|nina|ninos|ninas|bebe|bebes|hijo|hija|hijos|hijas|nieto|nieta|sobrino|sobrina|pequeno|pequena|pequenos|crio|cria|crios|chiquillo|chiquilla|menor|menores|alumno|alumna|peque'
const PARTNER =
  'marido|pareja|novio|novia|ex|esposo|esposa|mujer|padre|padrastro|hermano|tio|jefe|vecino|el|ella|tecnico|repartidor|empleado|companero|hombre|encargado'
const SWALLOWED =
  'pila|pilas|bateria|iman|imanes|pastilla|pastillas|lejia|detergente|descalcificador|limpiador|capsula|veneno|moneda|acido|medicamento|medicamentos|canica|producto|cristal|cristales'

export const spanish: CrisisWords = {
  self_harm: `
    suicid*
    matarme|matarse|mate|quitarme|quitarse ~1 la vida
    matarme|matarse
    quitarme|quitarse|quitado ~1 la vida
    quiero|quiere|quisiera|queria|prefiero|preferiria|ganas|gustaria ~2 morir|morirme|morirse
    no ~2 quiero|quiere|quisiera|ganas|merece ~3 vivir|viviendo|seguir|vida
    no ~1 quiero|quiere ~2 despertar*|estar aqui
    acabar|acabo|terminar|termino ~2 con ~2 todo|vida|mi|esto
    sentido|razon|motivo|motivos|ganas ~3 vivir|viviendo|vida|seguir
    nada ~2 tiene|tenga sentido
    hacerme|hacerse|hago|hace ~1 dano|cortes ~2 mismo|misma
    hacerme dano
    corto|corta|cortarme|cortarse|cortes|cortaba ~4 brazos|brazo|venas|munecas|piel|muneca
    hace|hago|hacia|haciendose cortes
    autolesi*|autolisis
    cortarme|cortarse ~1 las venas
    tomarme|tomado|tomar|tome|tragar*|tragado|tomo ~4 todas|bote|caja|frasco|punado ~4 pastillas|somniferos|medicacion|pildoras
    sobredosis
    tirarme|tirarse|saltar|tiro|lanzarme|arrojarme|salta ~5 puente|ventana|balcon|tren|metro|azotea|via|tejado
    ahorcarme|ahorcarse|colgarme
    carta|nota ~1 despedida|suicida
    mejor|facil ~6 sin mi
    mejor ~3 no ~1 estuviera|existiera|hubiera
    desaparecer ~1 para siempre
    cansad* ~1 de vivir
    no puedo mas ~4 pensado|vivir|quiero|pastillas|morir|acabar
    ya no puedo mas y
    ojala ~3 muert*|muera|despert*
    pastillas ~4 mesa|preparadas|delante|listas
    no ~2 veo|hay|tengo|encuentro ~2 salida|futuro|esperanza
    despedirme|despido|despedirse ~4 todos|siempre|mundo|vida|alguien
    ultima|ultimo noche|dia|mensaje|carta|vez ~4 vivo|aqui|vida
    cuando lean|leais|leas ~3 ya|no|estare
    si vivo o muero
    nada ~2 me ata|retiene
    sin el|ella ~4 vivir|vida|nada
    mejor muert*
  `,
  violence: `
    voy|va|vamos|quiero|juro|pienso ~2 matar|matarlo|matarle|matarlos|apunalar|disparar|degollar|rajar|reventar|pegar|golpear|quemar|estrangular ~3 a|al|ese|esa|los|les|le|lo|la|todos|alguien
    lo|le|la|los|les|te|os mato|matare|mataria|rajo|reviento|apunalo|quemo|parto|voy ~2 matar|quemar|rajar|reventar
    mato|matare ~2 a ese|este|todos|repartidor
    pego|pegare|pegarle|meto|metere|doy ~2 tiro|tiros|punalada|navajazo|paliza
    les|te|le|os voy a quemar|matar|reventar|rajar
    cuchillo|navaja|machete|hacha & amenaz*|atac*|apunal*|agit*|sac*|saco|tienda|hombre|alguien|cajera
    pistola|arma|escopeta|rifle|revolver & amenaz*|hombre|alguien|tienda|dispar*|apunt*|cajera|tengo|saco
    armado|armados|armada ~3 tienda|entro|dentro|hombre
    hombre|tipo|individuo|alguien armado
    amenaz* ~5 muerte|matar|cajera|clientes|cuchillo|navaja|pistola|mi|me|nos|personal|ninos|hijos|gente|familia
    amenazas|amenaza ~1 de muerte|bomba
    atraco|tiroteo|secuestr*|disparos
    bomba|explosivo|explosivos & pondre|poner|oficina|tienda|edificio|explot*|voy|viernes|manana|local
    quemar|quemare|incendiar|prender ~5 local|tienda|oficina|casa|dentro|coche|fuego
    prender*|pego|pegar fuego
    volar ~3 local|tienda|oficina|edificio ?aires
    se|sabemos|sabe donde ~2 vive|vives|viven|duerme|vivis
    romper|rompo|rompere|partir|parto|partire ~3 cara|piernas|brazos|cabeza|cuello|dientes|huesos|boca
    muert* ~1 estas|estais
    vas|van|vais a morir
    paliza ~4 muerte|hospital
    hospital ~4 mando|mandar*|dejo
  `,
  abuse: `
    ${PARTNER} ~4 pega|pegaba|pego|maltrata|maltrato|golpea|golpeaba|golpeo|abofetea|viola|violo|amenaza|encierra|insulta|controla|estrangula|patea|obliga
    me|nos|la ~2 pega|pegaba|pego|maltrata|golpea|golpeo|viola|violo|violaron|agredio|agrede|manoseo|toco|toca|acosa|acoso|encierra|forzo|estrangulo|empujo|besaron|abusa|abuso|abusaron|persigue|drogaron
    violacion|violada|violado|violaron|violador
    manose*
    abuso|abusos|agresion|acoso|violencia ~1 sexual|sexuales|genero|domestica|machista|familiar
    abuso|abusaron|abusa ~1 de mi|ella
    toco|tocaron|tocando|tocaba ~3 permiso|pechos|culo|sin|muslo|fuerza
    bes* ~2 fuerza
    fuerza ~4 toco|beso|agarro
    miedo a|de|del ~2 el|ella|marido|pareja|novio|ex|padre|padrastro|esposo
    le|tengo tengo|le miedo
    miedo por mi vida
    no ~2 deja|dejaba|permite ~2 salir|hablar|ir|trabajar|irme|ver
    encerrad* ~4 casa|habitacion|miedo|el|me
    vivo encerrad*
    quita|controla|revisa|lee|retiene|vigila ~3 dinero|movil|telefono|tarjeta|mensajes|documentos|pasaporte
    contra mi voluntad
    acosador|acosada|acosado|acosan
    sigue|seguia|siguio ~3 casa|calle|todas|bano
    chantaj*|extorsion*
    trata ~2 personas|mujeres
    ojo morado
    maltratad*|maltratador|maltrato|maltratan
    orden ~1 de alejamiento
    marcas|moratones|cardenales ~3 brazos|cuello|cuerpo|espalda|piernas|munecas
    sola con el ~4 miedo|ninos|noche
    tirar|romper|echar|derribar ~1 la puerta ~4 miedo|noche|sola|amenaz*
  `,
  child: `
    ${CHILD} & golpea*|pega|pegan|maltrat*|abus*|viol*|moratones|moretones|golpes|desnutrid*|hambre|encerrad*|secuestr*|desnud*|zarande*|toca|toco|manose*|gritos|abandonad*
    ${CHILD} ~5 solo|sola|solos|solas ~4 coche|horas|noche|casa|llora|dia
    dejan|deja|dejado|dejaron ~3 ${CHILD} ~3 solo|sola|solos|coche
    dan|da ~1 de comer
    ${CHILD} ~5 llora|lloran|grita|gritan ~4 horas|noche|pared|noches|dia
    desconocido|hombre|senor|tipo|alguien|adulto & graba*|fotograf*|fotos|filma*|regalos|caramelos|llevar*|sigue|siguio|persig*|acerca|toc* ~8 ${CHILD}
    intento|intentaron|queria|trato|quiso ~3 llevarse|raptar|secuestrar|coger|llevar ~3 ${CHILD}
    ${CHILD} ~3 desaparecido|desaparecida|perdido|perdida|secuestrado|secuestrada
    tragado|trago|bebido|bebio|comido|comio|ingerido|chupado ~5 ${SWALLOWED}
    ${CHILD} ~6 tragado|bebido|ahog*|inconsciente|respira|quemad*|intoxicad*|electrocutad*|atrapad*|atragant*
    pedofil*|pederast*|pornografia infantil
    maltrato|abuso infantil
    fotos ~2 desnud*
    anos|meses ~3 trago|tragado|bebio|comio|solo|sola|desaparec*
    bajo|debajo ~2 agua ~6 nino|nina|rato|nadie
    nino|nina|hijo|hija|bebe ~4 bajo|debajo ~1 agua
    nino|nina|hijo|hija|bebe ~4 sangra|sangrando|herido|herida
  `,
  medical: `
    no ~3 respira|respirar|respiraba|tragar|puedo ~1 respirar
    dificultad ~3 respirar
    falta ~2 aire
    ahog* ~3 comida|comiendo|espina|agua|tarta|trozo|hueso|no
    me|se ahogo|ahogando|ahogaba ~3 no|respir*|ayuda
    atragant*
    choque|shock|reaccion|crisis ~1 anafilactic*|alergic*
    anafila*
    cara|garganta|lengua|labios|cuello|ojos ~4 hinch*|cierra|cerro|azul|morad*
    hinch* ~4 cara|garganta|lengua|labios|cuello|ojos
    ambulancia|ambulancias|urgencias|uci|desfibrilador|reanima*
    desmay*|inconsciente|desplom*|colaps* ~1 suelo|tienda
    perdio|perdi|perdido|pierde ~1 el conocimiento|consciencia
    no reacciona|despierta|responde ~3 desmay*|suelo|padre|madre|cliente|bebe|inconsc*
    desmayado ~2 no reacciona
    no reacciona
    dolor|dolores|opresion|presion|pinchazo ~4 pecho|torax|corazon
    pecho ~3 duele|dolor|oprime
    brazo ~3 duerme|dormido|hormigue*|adormecido|entumecido
    infarto|ictus|paro cardiaco
    ataque ~1 al corazon
    envenen*|intoxic*
    gas ~6 maread*|mareo|nauseas|horno|cabeza
    huele|olor|fuga|escape ~3 gas
    monoxido
    electrocut*|descarga electrica|calambrazo
    prendio|incendio|ardiendo|llamas|fuego ~2 aparato|horno|cargador|movil|cocina
    vomit*|escup*|tose|tosiendo ~3 sangre
    sangra|sangre|sangrado|hemorragia ~3 mucho|para|abundante|vomit*
    hemorragia|convulsion*
    ataque|ataques|crisis ~3 epilep*
    bebido|bebio|tragado|inhalado ~4 lejia|acido|detergente|limpiador|disolvente|gasolina
    quemadura* ~2 grado|graves
    exploto|explotado ~4 mano|manos|cara|cocina
    peligro ~2 muerte|vida
    emergencia medica
    sobredosis
    doble|triple|equivocad* ~3 dosis|medicamento|medicina
    corazon ~3 rapido|para|acelerado|fuerte
    cristal|cristales|vidrio|vidrios en ~2 pan|comida|yogur|sopa
    sangra|sangrando ~4 boca|cabeza|nariz|oido
    labios azules|morados
    herid* graves|grave|gravemente
    techo|ascensor|estanteria ~5 herid*|atrapad*|cay*
  `,
  calm: `
    muero|muere|morimos|muertos|muerto|muerta|moria|morir|moriamos ~1 de|por ~1 hambre|risa|ganas|sed|sueno|frio|calor|verguenza|aburrimiento|ilusion|amor|gusto|curiosidad
    de muerte
    movil|telefono|portatil|bateria|planta|ordenador|motor|coche|pila|tele|impresora ~3 murio|muerta|muerto|muere
    se ~1 me murio ~1 la|el planta|movil|bateria
    matar|matamos|mato|matar|matando|mataba el ~1 tiempo|rato|hambre|gusanillo
    mataria|mato por ~2 un|una|unos|unas|esos|esas
    mata ~1 de simpatico|risa|gusto
    casi|por poco ~4 infarto|ataque|desmayo
    casi ~3 desmay* ~6 cuenta|precio|factura
    es|fue|esta|son|era la bomba
    bombarde*
    ahogo|ahogando|ahoga ~2 papeles|trabajo|deudas|facturas|vaso
    pelicula|novela|serie|libro ~4 asesin*|crimen|muerte
    pegaron|pelearon ~3 ultimo|ultima|helado
    disparo|disparo ~2 fotos|mil
    partirse|parti|partimos|parto ~1 de risa
    punalada ~2 bolsillo|precio|presupuesto
    no responde ~3 telefono|correo|correos|nadie
    cuchillo jamonero|cebollero
    fuga ~1 agua
    rompio|romper ~2 corazon
  `,
}
