/**
 * Postal addresses by their shape: a street word with a number before it (English, French) or behind it (the others), with
 * a town and postcode where they follow. A street without a number is a place everybody may speak of.
 */
import type { PersonalSpan } from './span.ts'

const CAP = "\\p{Lu}[\\p{L}'’.-]{0,24}"
const EDGE = '(?<![\\p{L}\\p{N}])'
const END = '(?![\\p{L}\\p{N}])'
const NUMBER = '\\d{1,5}\\s?[a-zA-Z]?(?:\\s?[-–/]\\s?(?:\\d{1,4}[a-z]?|[IVX]{1,4}))?'
const TOWN = `${CAP}(?:[\\s-](?:am|an der|im|on|upon|sur|en|aan|a/d|de|del|la|le|${CAP})){0,3}`
const UK_CODE = '[A-Z]{1,2}\\d[A-Z\\d]?\\s?\\d[A-Z]{2}'

const shape = (source: string, flags: string = 'gu'): RegExp => new RegExp(EDGE + source + END, flags)

const SHAPES: readonly RegExp[] = [
  // 14 Harrow Lane, Leeds LS6 3QT · Flat 3, 77 Coldharbour Lane · 2208 Maple Ridge Drive, Austin, TX 78704
  shape(
    `(?:(?:Flat|Apt|Unit|Suite)\\.?\\s\\w{1,5},?\\s)?\\d{1,5}[A-Za-z]?(?:[-–]\\d{1,4})?,?\\s(?:${CAP}\\s){1,4}(?:Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Drive|Dr|Close|Court|Ct|Place|Pl|Gardens|Square|Sq|Terrace|Way|Crescent|Boulevard|Blvd|Hill|Row|Mews|Grove|Parade|Walk|Green|Highway|Hwy|Circle|Trail|Rise|Quay)\\.?(?:,?\\s(?:Apt|Flat|Unit|Suite|#)\\.?\\s?\\w{1,5})?(?:,\\s${TOWN})?(?:,?\\s(?:[A-Z]{2}\\s\\d{5}(?:-\\d{4})?|${UK_CODE}))?`,
  ),
  shape(`P\\.?\\s?O\\.?\\sBox\\s\\d{1,6}(?:,?\\s${TOWN})?(?:,?\\s(?:${UK_CODE}|[A-Z]{2}\\s\\d{5}))?`),
  shape(UK_CODE.replace('\\s?', '\\s')),
  // Lindenstraße 14, 10969 Berlin · Am Alten Markt 7
  shape(
    `(?:${CAP}\\s){0,2}${CAP}(?:straße|strasse|str\\.|weg|platz|gasse|allee|ring|ufer|damm|hof|markt|steig|chaussee|promenade|graben|[ -](?:Straße|Strasse|Str\\.|Platz|Allee|Weg|Ring|Gasse|Ufer|Damm|Markt))\\s${NUMBER}(?:,?\\s(?:D-|A-|CH-)?\\d{4,5}\\s${TOWN})?`,
  ),
  shape(
    `(?:Am|An der|An den|An dem|Im|In der|In den|Auf der|Auf dem|Zum|Zur|Unter den|Hinter der|Alte|Alter|Neue|Neuer)\\s(?:${CAP}\\s){1,3}${NUMBER}(?:,?\\s\\d{5}\\s${TOWN})?`,
  ),
  shape(`Postfach\\s\\d[\\d ]{1,8}\\d(?:,?\\s\\d{5}\\s${TOWN})?`),
  // 12 rue des Lilas, 69003 Lyon
  shape(
    `\\d{1,4}(?:\\s?(?:bis|ter|quater|[A-D]))?,?\\s(?:rue|avenue|av\\.|boulevard|bd|place|chemin|impasse|quai|allée|allee|route|cours|square|passage|ruelle|sentier|faubourg|Rue|Avenue|Boulevard|Place|Chemin|Impasse|Quai|Allée|Route)\\s(?:(?:de la|de l['’]|des|du|de|d['’]|la|le|les|l['’])\\s?){0,2}[\\p{L}'’-]{2,30}(?:\\s${CAP}){0,3}(?:,?\\s\\d{5}\\s${TOWN})?`,
  ),
  // Calle Mayor 18, 28013 Madrid · Via Garibaldi 22 · Rua das Flores 120, 4050-262 Porto · ul. Kwiatowa 15
  shape(
    `(?:Calle|calle|C/|C\\.|Avda\\.?|Avenida|avenida|Av\\.|Plaza|plaza|Pza\\.?|Paseo|paseo|Camino|Carretera|Ronda|Travesía|Glorieta|Via|via|Viale|viale|V\\.le|Corso|corso|Piazza|piazza|P\\.zza|Piazzale|Largo|Vicolo|Strada|Contrada|Lungomare|Rua|rua|Travessa|Praça|Praceta|Estrada|Alameda|Calçada|ul\\.|al\\.|pl\\.|os\\.|ulica|aleja)\\s?(?:\\s(?:de la|de los|de las|del|de|da|das|do|dos|della|dei|delle|la|el|los|las))?\\s?${CAP}(?:\\s(?:de|del|da|do|e|y|di|${CAP})){0,4},?\\s(?:n\\.?º?\\s)?\\d{1,4}\\s?[a-zA-Z]?(?:/\\d{1,4})?(?:,?\\s\\d{1,2}[ºª°]\\.?\\s?(?:[A-Z]|izq\\.?|dcha\\.?|izda\\.?)?)?(?:,?\\s(?:\\d{5}|\\d{4}-\\d{3}|\\d{5}-\\d{3}|\\d{2}-\\d{3})\\s${TOWN})?`,
  ),
  // Keizersgracht 174, 1016 DW Amsterdam
  shape(
    `(?:(?:Nieuwe|Oude|Lange|Korte|Grote|Kleine|Eerste|Tweede|Van|De|Het|${CAP})\\s){0,2}${CAP}(?:straat|laan|weg|plein|gracht|kade|singel|steeg|dijk|pad|plantsoen|voorhout|dreef|hof|markt)\\s${NUMBER}(?:,?\\s\\d{4}\\s?[A-Z]{2}\\s${TOWN})?`,
  ),
  shape(`(?:Nieuwe|Oude|Lange|Korte|Grote|Kleine)\\s${CAP}\\s${NUMBER}(?:,?\\s\\d{4}\\s?[A-Z]{2}\\s${TOWN})?`),
]

export function findAddresses(text: string): PersonalSpan[] {
  // Every shape has a number or a postcode: without a digit there is nothing to look for.
  if (!/\d/.test(text)) return []
  return SHAPES.flatMap((one) =>
    [...text.matchAll(one)].map((match) => ({
      kind: 'address' as const,
      start: match.index,
      end: match.index + match[0].trimEnd().length,
      confidence: 0.8,
    })),
  )
}
