/**
 * Names of people in running text, told by what stands around them: a title, an introduction, the greeting of a letter and
 * its end, "ask for", "thanks to"; and a short list of common given names of our own, which counts only before a second
 * capitalised word or beside a verb of saying. There is no dictionary of surnames: it would be wrong about half the world.
 */
import { GIVEN_NAMES } from '../given-names.ts'
import type { PersonalSpan } from './span.ts'

const EDGE = '(?<![\\p{L}\\p{N}])'
const WORD = "\\p{Lu}[\\p{L}'’]{0,24}(?:-\\p{Lu}[\\p{L}'’]{0,24})?"
const INITIAL = '\\p{Lu}\\.'
const PARTICLE =
  "(?:van der|van den|van de|van|von der|von|zu|de la|de los|de|del|della|di|da|dos|das|do|du|des|le|la|el|al|bin|ben|ter|ten|zum|zur|d['’]|Mc|O['’])"
const ACADEMIC = '(?:Prof\\.|Dr\\.|Professor|Doktor|Dipl\\.-Ing\\.|Mag\\.|Ing\\.)'
/** One to four capitalised words, with initials and particles between. */
const NAME = `(?:${ACADEMIC}\\s){0,2}(?:${PARTICLE}\\s)?(?:${WORD}|${INITIAL})(?:\\s(?:(?:${PARTICLE}|Van Der|Van|De|Von|El)\\s)?(?:${WORD}|${INITIAL})){0,3}`
const FULL_NAME = `(?:${WORD}|${INITIAL})(?:\\s(?:(?:${PARTICLE}|Van Der|Van|De|Von|El)\\s)?(?:${WORD}|${INITIAL})){1,3}`
/** Ends a name: nothing that goes on as a word. */
const END = '(?![\\p{L}\\p{N}])'

const TITLES =
  'Mr\\.? and Mrs\\.?|Mr\\.? & Mrs\\.?|Mr\\.?|Mrs\\.?|Ms\\.?|Miss|Mx\\.?|Dr\\.?|Prof\\.?|Professor|Herrn|Herr|Frau|Hr\\.|Fr\\.|Familie|Eheleute|M\\.|MM\\.|Mme|Mlle|Mmes|Me|Monsieur|Madame|Mademoiselle|[Dd]octeur|[Pp]rofesseur|Maître|Sr\\.|Sra\\.|Srta\\.|[Ss]eñora|[Ss]eñor|[Ss]eñorita|[Dd]on|[Dd]oña|D\\.ª|Dña\\.|[Dd]octora|[Dd]octor|Dra\\.|[Ss]ignora|[Ss]ignor|[Ss]ignorina|[Ss]ig\\.ra|[Ss]ig\\.|[Dd]ottor|[Dd]ottoressa|[Dd]ott\\.|[Pp]rofessor|[Mm]eneer|[Mm]evrouw|[Mm]evr\\.|[Mm]w\\.|[Dd]hr\\.|[Dd]e heer|[Dd]okter|[Ss]enhor|[Ss]enhora|Exma\\. Sra\\.|Exmo\\. Sr\\.|[Dd]ona|Pani|Panie|Panu|Pan|Państwo'

/** The name must be said outright, so it counts even in small letters. */
const CALLED =
  "my name is|my name's|mein name ist|ich heiße|ich heisse|je m['’]appelle|mon nom est|je me nomme|me llamo|mi nombre es|mi chiamo|il mio nome è|mijn naam is|ik heet|chamo-me|o meu nome é|meu nome é|nazywam się|mam na imię|je soussignée?|der fahrer hieß|die fahrerin hieß"
/** These need a full name behind them: "I'm happy", "soy vegetariana". */
const I_AM =
  "I['’]m|I am|[Tt]his is|[Hh]ier ist|Ich bin|ich bin|Ich,|ich,|Ici|[Jj]e suis|Soy|soy|Habla|Sono|sono|Qui|Ik ben|ik ben|Met|Sou|sou|Jestem|jestem|Tu"

const GREETINGS =
  'Dear|Hi|Hello|Hey|Hallo|Liebe|Lieber|Cher|Chère|Bonjour|Hola|Estimad[oa]|Querid[oa]|Ciao|Car[oa]|Gentile|Beste|Hoi|Dag|Lieve|Olá|Car[oa]|Cześć|Droga|Drogi|Szanown[yae]'
const FAREWELLS =
  '(?:[Kk]ind |[Bb]est |[Ww]arm |[Ww]armest )?[Rr]egards|[Bb]est wishes|[Bb]est|[Cc]heers|[Tt]hanks|[Tt]hank you|[Yy]ours(?: sincerely| truly| faithfully)?|[Ss]incerely|[Ll]ove|[Ss]igned|[Mm]it (?:freundlichen|besten|herzlichen|lieben) Grüßen|(?:[Vv]iele|[Ll]iebe|[Bb]este|[Hh]erzliche|[Ss]chöne|[Ff]reundliche) Grüße|Gruß|Grüße|[Mm]f[Gg]|LG|VG|gez\\.|(?:[Bb]ien )?[Cc]ordialement|[Bb]ien à (?:vous|toi)|[Bb]ises|[Bb]isous|[Aa]micalement|[Ss]incères salutations|[Ss]alutations|[Uu]n (?:cordial )?saludo|[Ss]aludos(?: cordiales)?|[Aa]tentamente|[Bb]esos|[Aa]brazos?|[Uu]n abrazo|(?:[Uu]n )?[Cc]ordial[ei] salut[io]|[Dd]istinti saluti|[Uu]n (?:caro |cordiale )?saluto|[Ss]aluti|[Uu]n abbraccio|[Bb]aci|(?:[Mm]et )?(?:[Vv]riendelijke|[Hh]artelijke) groet(?:en)?|[Gg]roetjes|[Gg]roeten|[Ll]iefs|(?:[Cc]om os melhores )?[Cc]umprimentos|[Aa]braços?|[Bb]eijinhos|[Oo]brigad[oa]|[Pp]ozdrawiam|[Pp]ozdrowienia|[Zz] poważaniem'

const KNOWN_BY =
  "[Aa]sk(?:ed)? for|[Ss]poke (?:to|with)|[Tt]alked (?:to|with)|[Tt]hanks (?:again )?to|[Tt]hank you|[Ss]ent by|[Oo]n behalf of|[Cc]ontact|[Kk]ontakt|[Cc]ontatto|[Cc]ontacto|[Cc]ontato|(?:[Dd]anke|[Dd]ank|[Gg]rüße|[Gg]ruß) an|[Kk]ollegin|[Kk]ollege|[Mm]itarbeiterin|[Mm]itarbeiter|[Mm]utter|[Vv]ater|[Tt]ochter|[Nn]achbarin|[Ll]ivreur|[Vv]endeuse|[Vv]endeur|[Cc]ollègue|[Vv]oisine?|[Mm]erci(?: à)?|[Pp]arlé (?:à|avec)|[Cc]hez|[Gg]racias(?: a)?|[Hh]abl[eéó] con|[Cc]ompañer[oa]|[Rr]epartidor|[Vv]ecin[oa]|[Gg]razie(?: a)?|[Pp]arlato con|[Cc]ollega|[Cc]orriere|[Vv]icin[oa]|[Dd]ank aan|[Bb]edankt|[Ss]prak met|[Gg]esproken met|[Bb]ezorger|[Bb]uurvrouw|[Bb]uurman|[Oo]brigad[oa] (?:a|à|ao)|[Ff]alei com|[Cc]olega|[Mm]anager|[Cc]olleague|[Mm]other|[Ff]ather|[Dd]aughter|[Ss]on|[Nn]eighbour|[Nn]eighbor|[Hh]usband|[Ww]ife|[Ss]ister|[Bb]rother|[Dd]river|[Cc]ourier|[Ww]aiter|[Ww]aitress|[Jj]'ai vu"

/** Capitalised, and no name: what else stands after these cues. Compared without case. */
const NEVER = new Set(
  `the a an your our my all team sir madam everyone everybody there support customer service accounts manager hotline heed sunday monday tuesday wednesday thursday friday
  saturday january february march april may june july august september october november december christmas easter god yes no and or but so very much again
  damen herren ihre ihr euer eure die der das ein eine einem einer zusammen alle liebes leute ober hotline kunde kundin stammkundin stammkunde montag dienstag mittwoch donnerstag freitag
  samstag sonntag küche firma kundenservice kundendienst begeistert zufrieden aus von vom im am an
  une un le la les l tous toutes équipe service client cliente madame monsieur mesdames messieurs ravi ravie content contente enchanté lundi mardi mercredi jeudi vendredi samedi dimanche
  el los las una uno todos todas equipo señores señor señora cliente clienta lunes martes miércoles jueves viernes sábado domingo habitual
  il lo gli i uno tutti tutte squadra ditta servizio clienti signori signore contenta contento lunedì martedì mercoledì giovedì venerdì sabato domenica
  de het een allemaal team heer mevrouw meneer klant klanten maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
  o os as uma equipa equipe cliente todos senhores segunda terça quarta quinta sexta
  wszyscy państwo zespół
  not on in under at with wrong spelled misspelled missing listed still also nicht falsch auf pas sur no en non su niet op não nie
  happy glad sorry sure afraid paris london berlin lyon madrid milano roma amsterdam utrecht hamburg münchen wien zürich lisboa porto warszawa google amazon apple black friday hotel street road`
    .split(/\s+/)
    .map((word) => word.toLowerCase()),
)

const SAYS =
  "said|says|told|promised|answered|called|helped|wrote|sagte|sagt|meinte|hat|versprach|rief|half|m['’]a|m['’]avait|nous a|a dit|avait|a promis|dijo|prometió|ayudó|llamó|ha detto|disse|mi ha|aveva|zei|beloofde|hielp|belde|disse|ajudou|powiedział|powiedziała|obiecał|pomógł"

const pattern = (source: string): RegExp => new RegExp(source, 'gu')

type Cue = { find: RegExp; confidence: number; ends: boolean }

/** Each pattern has one group: the name. `ends`: only at the end of a line, or before punctuation. */
const CUES: readonly Cue[] = [
  { find: pattern(`${EDGE}((?:${TITLES})\\s${NAME})${END}`), confidence: 0.9, ends: false },
  { find: pattern(`${EDGE}(?:${I_AM})\\s(${FULL_NAME})${END}`), confidence: 0.8, ends: false },
  {
    find: pattern(`${EDGE}(?:${GREETINGS})\\s(?!(?:${TITLES})\\s)(${NAME})(?=\\s*(?:[,.!:;\\n–-]|$))`),
    confidence: 0.8,
    ends: true,
  },
  {
    find: pattern(`${EDGE}(?:${FAREWELLS})[,.!\\s]{1,4}(${NAME})(?=\\s*(?:[,.!;\\n)]|$))`),
    confidence: 0.85,
    ends: true,
  },
  { find: pattern(`${EDGE}(?:${KNOWN_BY})[,:]?\\s(${NAME})${END}`), confidence: 0.7, ends: false },
]
const CALLED_CUE = new RegExp(
  `${EDGE}(?:${CALLED})\\s((?:${PARTICLE}\\s)?[\\p{L}'’-]{2,25}(?:\\s(?:${PARTICLE}\\s|El\\s)?\\p{Lu}[\\p{L}'’.-]{0,24}){0,3})`,
  'giu',
)
/** Capitals begin sentences too, so beside a verb of saying only a known given name counts. */
const SAYER = pattern(`(?:^|[.!?\\n]\\s{0,2})(${WORD})((?:\\s${WORD})?)\\s(?:${SAYS})${END}`)
const TWO_WORDS = pattern(`${EDGE}(${WORD})\\s(?:(?:${PARTICLE}|${INITIAL})\\s)?(${WORD}(?:\\s${WORD})?)${END}`)

/** The name without words at its end that belong to the sentence; nothing where its first word is no name. */
function trimmed(name: string): string {
  const title = LEADING_TITLE.exec(name)?.[0] ?? ''
  const words = name.slice(title.length).split(/\s+/)
  const stops = (word: string, at: number): boolean =>
    NEVER.has(word.toLowerCase().replace(/[.,]$/, '')) && !(at === 0 && words.length > 1 && IS_PARTICLE.test(word))
  const first = words.findIndex(stops)
  if (first < 0) return name
  return first === 0 ? '' : title + words.slice(0, first).join(' ')
}

const LEADING_TITLE = new RegExp(`^(?:${TITLES})\\s`, 'u')
const IS_PARTICLE = /^(?:de|van|von|di|da|la|le|el|del|du|dos|das|do)$/i
const TITLE_ONLY = new RegExp(`^(?:${TITLES})$`, 'u')
const startOf = (match: RegExpMatchArray, group: string): number => (match.index ?? 0) + match[0].lastIndexOf(group)

export function findNames(text: string): PersonalSpan[] {
  const found: PersonalSpan[] = []
  const add = (start: number, name: string, confidence: number): void => {
    const kept = trimmed(name).replace(/[\s'’-]+$/, '')
    if (kept.length < 2 || TITLE_ONLY.test(kept) || /^(?:Mr|Dr|Sr|Fr|Hr)\.?$/.test(kept)) return
    found.push({ kind: 'name', start, end: start + kept.length, confidence })
  }
  for (const { find, confidence } of CUES)
    for (const match of text.matchAll(find)) if (match[1]) add(startOf(match, match[1]), match[1], confidence)
  for (const match of text.matchAll(CALLED_CUE)) if (match[1]) add(startOf(match, match[1]), match[1], 0.9)
  for (const match of text.matchAll(SAYER)) {
    const [, given = '', rest = ''] = match
    if (GIVEN_NAMES.has(given.split('-')[0] as string)) add(startOf(match, given + rest), given + rest, 0.6)
  }
  for (const match of text.matchAll(TWO_WORDS)) {
    const [whole, given, rest] = match
    if (given && rest && GIVEN_NAMES.has(given.split('-')[0] as string)) add(match.index, whole, 0.6)
  }
  return found
}
