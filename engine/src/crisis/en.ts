/** English. Contractions stand with and without their apostrophe. */
import type { CrisisWords } from './crisis.ts'

const SELF = 'myself|himself|herself|themselves|themself|themselfs|ourselves|yourself|oneself'
const THEM =
  'you|him|her|them|someone|somebody|everyone|everybody|people|staff|driver|courier|manager|cashier|boss|owner|guy|man|woman|family|kids|neighbour|neighbor'
const NOT = "not|don't|dont|doesn't|doesnt|didn't|didnt|never|no"
const CANNOT = "can't|cant|cannot|couldn't|couldnt|not|unable|struggl*|hardly|difficulty|trouble|barely"
const CHILD =
  'child|children|kid|kids|baby|babies|toddler|toddlers|infant|newborn|son|daughter|niece|nephew|grandson|granddaughter|boy|girl|pupil|minor|schoolgirl|schoolboy|childminder|stepson|stepdaughter'
const CLOSE =
  'he|she|they|husband|wife|boyfriend|girlfriend|partner|ex|father|dad|stepfather|stepdad|mother|mum|mom|brother|uncle|boss|manager|colleague|driver|engineer|neighbour|neighbor|landlord|man'
const SWALLOWED =
  'battery|batteries|magnet|magnets|pill|pills|tablet|tablets|bleach|detergent|cleaner|cleaning|descaler|coin|bead|capsule|capsules|pod|chemical|chemicals|poison|antifreeze|acid|medicine|glass'
const WEAPON = 'gun|pistol|rifle|shotgun|machete|revolver|weapon|firearm|axe|grenade'
const KIN =
  'dad|father|mum|mom|mother|he|she|husband|wife|son|daughter|man|woman|lady|customer|person|someone|somebody|colleague|friend|baby|grandma|grandpa|grandmother|grandfather|brother|sister|i'

export const english: CrisisWords = {
  self_harm: `
    kill|kills|killing|killed ${SELF}
    unalive ?${SELF}
    end|ends|ending|ended|take|takes|taking|took ~1 my|his|her|their ?own life|lives
    end|ending it all
    take|took his|her|their|my life
    want|wants|wanted|wanna|wish|wishes|wished|rather|ready|going|gonna ?to ~1 die
    let me die
    wish|wished ~3 dead
    better off dead
    better|easier|happier ~4 without me
    better ~3 if i ~2 gone|dead
    ${NOT} ~2 want ~2 live|alive|exist|wake
    ${NOT} ~1 want to be here ?anymore
    no reason|point|will|strength ~1 live|living
    point|sense|reason|meaning in|of|to ~1 carry|carrying|living|live|life|existing
    point|sense|reason in|of|to going|go on
    nothing|nobody left ?to live for
    nothing to live for
    can't|cant|cannot|couldn't go|carry on
    ${CANNOT} ~1 carry on ?living
    hurt|hurts|hurting|harm|harms|harming|cut|cuts|cutting|burn|burning|starve|starving|injure|injuring ${SELF}
    self harm*
    selfharm*
    self injur*
    overdose|overdosed|overdosing
    suicide|suicides|suicidal
    kms
    took|take|taken|taking|swallowed|swallow ~1 all|every|whole|handful|bottle ~3 pill|pills|tablet|tablets|meds|medication|paracetamol|sleeping
    pills ~3 end
    jump|jumps|jumping|jumped|throw|throwing ~2 off|from|front|under ~3 bridge|roof|building|balcony|window|train|tram|cliff|tower|platform
    stand|standing|stood ~3 bridge|ledge|roof ~4 jump|end|die
    goodbye|suicide|farewell letter|note|letters
    ${NOT} ~3 wake|waking|woken up ?again|anymore
    wish|want|hope|pray ~2 never|not wake|wakes|woke up
    hang|hanged|hung|hanging|shoot|shot|drown|drowning|stab ${SELF}
    slit|slitting|slash|cut|cutting ~1 wrist|wrists|arms
    want|wants|wanted|wish ~2 disappear|vanish ?forever
    nobody|one|everybody|everyone would|will ~1 miss|notice ~1 me|gone
    life ~3 worth living
    tired|sick|done|finished with|of living|life
    given|give|giving up on|with life|living
    last|final night|day|message alive
    lost ~2 will to live
    what's|whats|what is|am|was ~2 point ~1 being|staying alive
    pills|tablets ~3 lined|counted|ready|table|front
    rather ~1 be dead
    no|any|other way|ways out
    see|seeing no ~1 future|hope
    say|said|saying goodbye ~4 everyone|someone|forever|world|tonight|family
    tonight ~4 last|end
    last ~2 one|night|day|message|letter ~3 you|will|from|anyone|hear
    i|i'll ~2 be gone ~4 read|when|time|tomorrow
    by the time ~1 you read
    won't|wont ~1 need ~3 anymore|more|longer ~4 sorry|weekend|goodbye
    nothing|nobody|noone ~2 keeps|keep|holds me ~1 here
    live or die
    better off ~2 insurance|money|when|if
    without him|her|them ~6 nothing|keeps|live|life
    can't|cant|cannot|won't ~2 be here ~1 tomorrow|anymore|longer
    wanting to die
    enough pills|tablets
    lives|living ~1 without ~3 pointless|worthless
  `,
  violence: `
    will|would|gonna|going|i'll|ill|we'll|he'll|want|wants|swear|to|could ~2 kill|murder|stab|shoot|strangle|slaughter|butcher|behead|beat|attack|hurt|smash|knife ~2 ${THEM}
    kill|kills|murder|stab|stabs|shoot|strangle|beat ${THEM} ~2 if|when|next|tomorrow|tonight
    kill you|him|them
    put ~2 in ~1 hospital|grave|ground|morgue
    threaten|threatens|threatened|threatening ~5 me|him|her|us|them|staff|people|kill|kids|child|children|life|family|knife|gun|hurt|customers|cashier
    death threat|threats
    ${WEAPON} & man|someone|somebody|he|she|they|shouting|people|threat*|robb*|wav*|pull*|car|shop|store|mean
    i|i've|ive|we ~2 have|got|bring|bringing|carry ~1 a|an|my|the ${WEAPON}
    knife & wav*|threat*|pull*|attack*|stab*|shout*|held|throat|robb*|someone|somebody|throw*
    gunman|gunmen|gunshot|gunshots
    armed man|men|robber|robbery|woman|person|gang
    being|been robbed|mugged|attacked|stabbed|shot
    bomb|explosive|explosives & i'll|will|gonna|going|there's|there|plant*|put|office|building|under|your|deadline|until
    bomb|bombing your|the ~1 office|shop|store|building|place|headquarters
    burn|torch|blow ~4 down|up ~4 inside|with|you|your|everyone|them|down|shop|place|office|house
    burn|burning|torch ~1 your|the|this|that ~2 down
    set ~3 fire|alight ~2 to|with ~1 you|your|the|him|her|them|shop|store|place|house|office|everyone
    know|knows where ~3 live|lives|sleep|sleeps
    know|find where ~3 kids|children|school|family
    hunt ~1 down
    watch your back
    you're|youre|are|he's|hes a dead ?man|meat
    you're|youre dead ?meat
    break|breaking|smash|kick|rip|cut|slit ~1 his|her|your|their ~1 legs|neck|face|arm|arms|jaw|bones|nose|skull|head|throat|teeth|kneecaps
    blood ~3 on ~1 your|my|his hands|floor
    shoot|shooting ~2 up ~2 school|office|shop|store|place
    acid in|at ~2 face
    next|first massacre|shooting
    make ~2 bleed|suffer ~2 pay
    break|breaks|kick|kicks|smash ~2 door in|down
    knife ~2 i mean ~1 it
    locked|locks ~2 doors|door ~6 let|not
    going to ~1 pay for this ~3 blood|life
    see what happens ~6 hurt|blood|police
  `,
  abuse: `
    ${CLOSE} ~5 hits|beats|beat|hit|hitting|beating|slaps|slapped|slapping|punch|punches|punched|kicks|kicked|chokes|choked|strangles|strangled|abuses|abused|abusing|threatens|threatened|raped|molested|shoves|shoved|grabs|grabbed|pinned|forced|burned ~1 me|us|her|him|my
    beat|beats|beaten|beating me|us|her|him ~2 badly|up|again|bloody|black|every
    beat|punched|slapped|kicked|choked|strangled|raped|groped|molested|assaulted|abused|harassed|stalked|drugged|spiked ~1 me|us
    was|were|been|being|am|is|getting|got ~2 raped|molested|groped|assaulted|abused|harassed|stalked|trafficked|strangled|beaten|battered
    rape|raped|rapes|rapist|raping
    grope|groped|groping|gropes
    molest*
    sexual|sexually assault*|abus*|harass*|violence|violent|forced
    domestic violence|abuse|abuser
    abusive relationship|partner|husband|wife|boyfriend|girlfriend|ex|father|home|marriage
    touched|touches|touching|kissed|kisses|kissing ~1 me
    touched|touching|grabbed ~1 my|her ~1 breast|breasts|bum|bottom|thigh|leg|chest|body
    forced|forces|pushed|pushes his|himself ~3 in|on|into|inside ~2 me|house|home|flat|and
    forced himself ?on
    forced me ~2 sex|bed|kiss
    scared|afraid|frightened|terrified|fear of him|her
    scared|afraid|frightened|terrified|fear of|for ~1 my ~1 husband|wife|boyfriend|girlfriend|partner|ex|father|dad|stepfather|life|safety
    ${NOT}|won't|wont|refuses|forbids let|lets|allow|allows|allowed|me ~1 me|to ~1 leave|out|go|see|have|work|phone
    won't|wont|doesn't|doesnt|never let|lets me ~1 leave|out|go|see|have
    not|never|isn't|isnt allowed to ~1 leave|go|see|speak|talk
    lock|locks|locked|keeps|kept ~1 me|us ~2 in|up|inside|prisoner|captive
    against my|her|his will
    held|holding me|us|her down|captive|hostage
    stalker|stalkers|stalking|stalks me|him|her|us
    stalker|stalking
    followed|follows|following me ~2 home|everywhere|car|street|toilet|toilets
    controls|control|takes|took|keeps|checks|reads|monitors ~1 my|all ~2 money|phone|messages|card|passport|papers|wages
    blackmail*
    human trafficking
    trafficked
    revenge porn
    hides|hiding|hid from ~1 him|husband|ex|partner|boyfriend
    black eye
    restraining order
    women's|womens|woman's refuge|shelter
    finger|hand|belt|rope|burn marks ~4 arms|neck|arm|body|legs|back|wrists|throat
    marks|bruises ~3 on|around ~1 my|her|his|their ~1 neck|arms|arm|legs|back|wrists
    squeezes|shakes|hurts|hits ~1 him|her|me|them ~3 when|if|until|because
    alone with him|the ~4 tonight|children|scared|afraid|please
    wouldn't|would|won't|wont ~1 not let ~2 out|leave|go
  `,
  child: `
    ${CHILD} & beaten|beat|beats|beating|abuse|abused|abuses|abusing|neglect|neglected|neglects|molest|molested|molesting|grope|groped|bruise|bruises|bruised|starve|starved|starving|kidnap*|abduct*|snatch*|lured|luring|naked|unattended|underage|grooming|smacked|smacks|slapped|slaps|whipped|caned|shaken|drugged
    ${CHILD} & screaming|screams|crying|cries ~3 hours|night|wall|day|every|alone|locked
    ${CHILD} ~4 left|leaves|leave|locked|lock ~2 alone|car|home|dark|hot|cupboard|cellar|room
    leave|leaves|left|leaving|lock|locks|locked|locking ~3 ${CHILD}|ones|little ~4 alone|car|home|dark|hot|cupboard|cellar|room|unattended
    little ones ~5 dark|cupboard|crying|locked|alone
    tried|tries|trying|attempt*|wanted ~2 take|snatch|grab|lure|kidnap|abduct ~2 ${CHILD}
    stranger|strangers|man|men|adult|guy|someone|somebody|creep & asking|asks|follow|followed|follows|following|film*|photograph*|photos|lur*|offering|offers|touch*|undress*|staring ~6 ${CHILD}
    asking|asks|follow|followed|follows|following|filming|photographing|luring|offering|touching|touched|undressing ~3 ${CHILD} ~5 photos|pictures|home|toilet|toilets|sweets|candy|car|school|inappropriately
    touched|touching|hit|hits|hitting|slapped|slaps|beat|beats|shook|shaking|hurt|hurts|hurting ~1 my|our|the|a|his|her|their|that|this ~1 ${CHILD}
    ${CHILD} ~2 missing|disappeared|vanished|kidnapped
    lost|missing ~1 ${CHILD} ~3 police|hours|nowhere
    swallow|swallowed|ate|eaten|drank|drunk|ingested|licked|chewed|bit ~6 ${SWALLOWED}
    child|kid|kids|kiddie|children porn|pornography|abuse|abuser|protection|trafficking|bride
    paedophil*
    pedophil*
    sexting
    nude|nudes|naked ~3 photo|photos|picture|pictures|${CHILD}
    ${CHILD} ~6 choking|choked|breathing|unconscious|fallen|fell|drowning|drowned|burned|burnt|scalded|poisoned|strangled|trapped|crushed|electrocuted
    scalded|burned|burnt|trapped|crushed|strangled|choked|electrocuted ~2 my|our|the|a ~1 ${CHILD}
    ${CHILD} ~8 covered ~1 bruises|blood
    hungry|starving|dirty|unfed ~3 ${CHILD}
    year|month|months|years old|olds ~3 swallow*|ate|eaten|drank|drunk|choked|choking|missing|alone|bruises|bruised|hit|beaten
    swallowed it
    under water|underwater ~6 child|children|time|noticed
    child|children|kid|kids|boy|girl|toddler|baby ~4 under water|underwater
    bleeding from ~2 mouth|ear|ears|head|nose ~4 son|daughter|child|baby|kid|boy|girl
    son|daughter|child|baby|kid|boy|girl|toddler ~4 bleeding|hurt|burned|drowning|drowned
    children ~4 hurt|injured|trapped
  `,
  medical: `
    ${CANNOT} ~2 breathe|breath|breathing|swallow
    stopped|stops|not|isn't|isnt breathing
    gasping for ?air
    throat|tongue|face|lips|airway|airways|neck|eyes ~3 swell|swells|swelled|swelling|swollen|clos*|blue|puffed|tight
    swollen|swelling ~2 throat|tongue|face|lips
    anaphyla*
    allergic ~1 shock|reaction|reactions|attack
    epipen|epipens
    adrenaline|epinephrine pen
    ${KIN} ~4 collapsed|collapses|fainted|fainting|unconscious|unresponsive|convulsing
    collapsed ~3 shop|store|floor|restaurant|queue|street|toilet|aisle
    passed|pass|passing|blacked|blacking out
    fainted
    unconscious|unresponsive|defibrillator|resuscitat*|cpr
    ${KIN} ~3 isn't|isnt|not|doesn't|stopped responding|moving|waking|wake
    chest pain|pains|tight|tightness|hurts|pressure
    pain|pains|pressure|tightness ~4 chest
    left arm ~3 numb|hurts|tingl*|pain
    arm ~3 numb|tingling
    heart attack
    cardiac arrest
    having|had|has|suffer* ~2 stroke
    poisoned|poisoning
    choking|choked|choke|chokes ~2 on|me|him|her|death|badly|nearly
    choking
    ambulance|ambulances|paramedic|paramedics
    emergency room|services|doctor
    intensive care
    rushed|taken|ended|landed ~3 hospital|er
    call|called|calling|dial ~1 911|999|112
    won't|wont|can't|cant|not ~2 stop ~1 bleeding
    bleeding heavily|badly|everywhere|profusely|out
    vomit*|throwing|coughing|spitting|coughed|threw|puking ~2 blood
    blood ~3 vomit|stool|everywhere|gushing
    seizure|seizures|convulsion|convulsions
    epileptic ~1 fit|fits
    electrocut*
    electric shock|shocks
    carbon monoxide
    gas leak|leaks|leaking
    smell|smells|smelling|smelt|stinks ~3 gas
    gas ~6 dizzy|headache|faint|sick
    caught|catches|on fire
    burst into flames
    exploded|explodes|explosion ~4 face|hand|hands|house|kitchen|me|near
    third|second degree burns
    drank|drunk|swallowed|ingested|inhaled ~6 cleaning|bleach|chemical|chemicals|acid|detergent|fluid|solvent|petrol|antifreeze|fumes
    diabetic|insulin coma|shock
    losing|lost ~1 blood|consciousness
    lips|face|skin ~1 turned|went|blue|grey
    dying ~2 help|please|alone
    life threatening
    medical emergency
    double|triple|times|wrong ~2 dose|dosage|medication|medicine|tablets
    heart ~2 racing|stopped|stopping|pounding
    glass in|inside ~2 bread|food|meal|yoghurt|yogurt|soup|drink|bottle
    bleeding ~3 mouth|ears|head|stop
    ceiling|roof|wall|shelf|lift|elevator ~5 hurt|injured|trapped|fell
    trapped ~3 lift|elevator|inside|car
    is|are|was|got badly|seriously|severely hurt|injured|burned|burnt|bleeding
    blue lips
    went|gone|turned|turning|going blue
  `,
  calm: `
    dying for|to|of|with ~1 a|an|another|some|your|one|it|more|try|see|know|laughter|boredom|curiosity|thirst|hunger
    to die for
    die|died|dying ~1 laughing|laughter
    killing|kill|killed time|me|it|mood|vibe|deal|deals|price|prices|some
    kill for ~2 a|an|one|some|your|that|these|this
    killed my|the|our|his|her ~1 whole|basket|battery|order|wifi|internet|appetite|mood|vibe|session|phone|laptop
    killer deal|price|app|view|prices|feature|look|shoes|coffee
    phone|battery|laptop|plant|plants|car|engine|tv|router|link|site|website|computer|console|fridge|oven|mouse|screen|tablet ~2 died|dies|dead|dying
    bored|scared|tickled|sick|frightened ~1 to death
    death ~1 by|metal|chocolate ?chocolate
    suicide burger|wings|squad|sauce|cocktail|door|doors|drink
    overdose|overdosed|overdosing of|on|with ~2 garlic|salt|butter|cheese|cream|sauce|chocolate|onion|pepper|spice|spices|ketchup|mayo|oil|vinegar|lemon|cinnamon|herbs|flavour|flavor|sweetness|sweet|vanilla|chilli|chili|mustard|olives|syrup|milk|cute|cuteness|masala|icing|toppings|colour
    few|many|several|some|of|odd kms
    0|1|2|3|4|5|6|7|8|9|10|12|15|20|25|30|35|40|50|60|70|80|90|100|120|150|200|250|300|500|thirty|forty|fifty|hundred kms
    choked|choking up|with|back ?emotion|tears|laughter
    nearly|almost|practically|about ~3 heart attack|stroke
    heart attack ~3 bill|price|invoice|haha|lol|prices
    almost|nearly fainted ~4 price|bill|prices
    shoot|shot|shooting ~2 you|me|us|them ~1 mail|email|message|note|text|line
    shoot|shot|shooting ~2 portrait|portraits|photo|photos|video|film|wedding|scene|pictures
    bath|photo|sugar|glitter|f bomb|bombs
    is|are|was|were the bomb
    bombard*
    stroke of luck|genius
    cooking|cook|gas|oven|hob with|on gas
    beat|beats|beaten ~1 the|your|that|this|their|record|queue|price|crowd|traffic|eggs
    fire|fired|on fire ~2 tonight|today|menu|sale
    on fire lately
    will|to beat|attack|smash you|them|him ~2 at|to ~1 chess|match|it|game|next|price|cup
    life saver|saved|savers
    hit|hits the nail|spot|road|shelves|jackpot|snooze
    knife|knives set|sets|block|drawer|sharpener|skills
    like medicine
    live|living through ~2 that|this|it ~2 ?day
    film|movie|book|novel|play|series ~8 jump|suicide|murder|killer|kill
    lined up ~2 shelf
  `,
}
