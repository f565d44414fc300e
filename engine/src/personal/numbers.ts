/**
 * Numbers that belong to somebody: phones, payment cards (Luhn), IBANs (ISO 13616, mod 97 and the length of the country),
 * national ids with their checksums, dates of birth, internet addresses. A number is looked at once, with the words before
 * it: called an order or a version it is none of these, called a phone it may have a looser shape.
 */
import { before, type PersonalSpan } from './span.ts'

/** Starts only where no letter or digit stands before, and is bounded: a megabyte of digits costs a megabyte of steps. */
const RUN = /(?<![\p{L}\p{N}.,/-])\+?\(?\d(?:[\d\s().\u00a0/-]{0,40}\d)?(?![\p{L}\p{N}])/gu

const CALLED_PHONE =
  /(?:tel|t[eé]l[eé]phone|phone|fon|call|ring|reach|mobile|mobil|handy|cell|fixe|fijo|vast|m[oó]vil|portable|telem[oó]vel|tlm|whatsapp|sms|text|fax|number|numb|num[eé]ro|nummer|bel |rappel|joignable|appele[rz]|r[uü]ckruf|anruf|ruf|unter|erreich|ll[aá]m|chiam|cell|liguem|ligue|zadzwo|contact|kontakt|contatto)[^!?\n]{0,28}$/u
const CALLED_ELSE =
  /(?:order|bestell|commande|pedido|ordine|encomenda|zam[oó]wien|invoice|rechnung|facture|factura|fattura|track|sendung|colis|spedizione|seguimiento|serial|serie|s[eé]rie|seriennummer|model|modell|mod[eè]le|modelo|modello|article|artikel|r[eé]f|art\.|isbn|ean|version|versi[oó]n|versione|versie|product|produkt|code|codice|c[oó]digo|kundennummer|customer no|customer number|room|zimmer|chambre|habitaci[oó]n|camera|kamer|quarto|pok[oó]j|konto-?nr|parcel|paragraph)[^.!?]{0,20}$/u
const CALLED_CARD =
  /(?:card|karte|carte|tarjeta|carta|kaart|cart[aã]o|karta|visa|master|amex|\bcb\b|charge|credit|kredit)[^.!?]{0,24}$/u
const CALLED_BIRTH =
  /(?:born|birth|dob|d\.o\.b|geb\.|geboren|geburt|geboorte|n[eé]e? le|n[eé]\(e\)|naissance|naci|nacimiento|nato|nata|nascita|nasc|urodz)[^.!?\d]{0,24}$/u
/** German and Polish put the verb behind the date. */
const BORN_AFTER = /^[^.!?\d]{0,12}(?:geboren|born|urodzon|nato\b|nata\b)/u
const CALLED_IP =
  /(?:\bip\b|ip-|from|von|depuis|desde|accesso da|vanaf|address|adresse|connexion|zugriff|login)[^.!?\d]{0,14}$/u
const CALLED_TAX = /(?:steuer|idnr|id-nr|tin\b|tax)[^!?\d]{0,16}$/u
const CALLED_BSN = /(?:bsn|burgerservice|sofi)[^.!?\d]{0,16}$/u

const DATE = /^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})$/

export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let i = digits.length - 1, twice = false; i >= 0; i--, twice = !twice) {
    const digit = digits.charCodeAt(i) - 48
    sum += twice ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit
  }
  return sum % 10 === 0
}

/** Issuers begin with 3 to 6, or 2221–2720. */
const isCard = (digits: string): boolean =>
  digits.length >= 13 && digits.length <= 19 && /^(?:[3-6]|2[2-7])/.test(digits) && passesLuhn(digits)

/** ISO 7064 mod 11,10 over eleven digits: the German tax id. */
function isGermanTaxId(digits: string): boolean {
  if (!/^[1-9]\d{10}$/.test(digits)) return false
  let product = 10
  for (let i = 0; i < 10; i++) {
    const sum = (Number(digits[i]) + product) % 10 || 10
    product = (sum * 2) % 11
  }
  return (11 - product) % 10 === Number(digits[10])
}

/** The French social security number: 13 digits and 97 less their remainder. */
const isFrenchId = (digits: string): boolean =>
  /^[12]\d{14}$/.test(digits) && 97 - (Number(digits.slice(0, 13)) % 97) === Number(digits.slice(13))

function isDutchId(digits: string): boolean {
  if (!/^\d{9}$/.test(digits)) return false
  const sum = [9, 8, 7, 6, 5, 4, 3, 2, -1].reduce((all, weight, i) => all + weight * Number(digits[i]), 0)
  return sum % 11 === 0 && sum > 0
}

function isPolishId(digits: string): boolean {
  if (!/^\d{11}$/.test(digits)) return false
  const month = Number(digits.slice(2, 4)) % 20
  const day = Number(digits.slice(4, 6))
  const sum = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3].reduce((all, weight, i) => all + weight * Number(digits[i]), 0)
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && (10 - (sum % 10)) % 10 === Number(digits[10])
}

/** Areas 000, 666 and 900–999 were never given out, nor groups and serials of zeros. */
const isAmericanId = (written: string): boolean => /^(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}$/.test(written)

const isIp = (written: string): boolean =>
  /^\d{1,3}(?:\.\d{1,3}){3}$/.test(written) && written.split('.').every((part) => Number(part) <= 255)

/** National shapes that say by themselves that they are phones. */
const SHAPES = [
  /^0[1-9](?:[ .]\d{2}){4}$/, // France
  /^\(?0\d{2,5}\)?[ /-]{1,3}\d{3,8}(?:[ -]?\d{2,5}){0,3}$/, // Germany, Austria, Britain, the Netherlands, Italy
  /^0[1-9]\d{7,10}$/,
  /^\(\d{3}\) ?\d{3}[-. ]\d{4}$/, // North America
  /^(?:1[-. ])?[2-9]\d{2}[-. ][2-9]\d{2}[-. ]\d{4}$/,
  /^[6789]\d{2}[ ]\d{3}[ ]\d{3}$/, // Spain
  /^3\d{2}[ ]\d{3}[ ]\d{4}$/, // Italy
  /^9[1236]\d[ ]\d{3}[ ]\d{3}$/, // Portugal
]

function phoneConfidence(text: string, start: number, written: string, digits: string, called: string): number {
  if (digits.length > 15 || digits.length < 7 || DATE.test(written.trim())) return 0
  if (/^(?:\+|00[1-9])/.test(written) && digits.length >= 9 && digits.length <= 15) return 0.95
  if (CALLED_ELSE.test(called)) return 0
  // A number inside a longer code ("612-345-678-A") is a part of that code.
  if (/^[-_/]\p{L}/u.test(text.slice(start + written.length, start + written.length + 2))) return 0
  const shaped = SHAPES.some((shape) => shape.test(written))
  if (CALLED_PHONE.test(called)) return shaped ? 0.95 : /^[\d(]/.test(written) && digits.length <= 13 ? 0.75 : 0
  return shaped ? 0.7 : 0
}

const isBirth = (text: string, start: number, end: number): boolean =>
  CALLED_BIRTH.test(before(text, start, 44)) || BORN_AFTER.test(text.slice(end, end + 24).toLowerCase())

function numberAt(text: string, start: number, written: string): PersonalSpan | null {
  const digits = written.replaceAll(/\D/g, '')
  const end = start + written.length
  const called = before(text, start, 44)
  const span = (kind: PersonalSpan['kind'], confidence: number): PersonalSpan => ({ kind, start, end, confidence })
  if (isIp(written)) {
    const named = CALLED_IP.test(called)
    if (CALLED_ELSE.test(called)) return null
    return named || written.split('.').some((part) => Number(part) >= 100) ? span('ip', named ? 0.95 : 0.7) : null
  }
  if (DATE.test(written)) return isBirth(text, start, end) ? span('birth', 0.95) : null
  if (isAmericanId(written)) return span('id', 0.9)
  if (isFrenchId(digits)) return span('id', 0.95)
  if (isGermanTaxId(digits) && (CALLED_TAX.test(called) || /^\d{2} \d{3} \d{3} \d{3}$/.test(written)))
    return span('id', 0.95)
  if (isDutchId(digits) && CALLED_BSN.test(called)) return span('id', 0.95)
  if (isPolishId(digits) && /pesel/.test(called)) return span('id', 0.95)
  if (isCard(digits) && !(CALLED_ELSE.test(called) && !CALLED_CARD.test(called))) {
    const named = CALLED_CARD.test(called)
    const grouped = /^(?:\d{4}([ -])\d{4}\1\d{4}\1\d{1,7}|\d{4}[ -]\d{6}[ -]\d{4,5}|\d{15,16})$/.test(written)
    if (named || grouped) return span('card', named ? 0.98 : 0.85)
  }
  const phone = phoneConfidence(text, start, written, digits, called)
  return phone > 0 ? span('phone', phone) : null
}

/** Two numbers beside each other ("LS6 at 10 12") may run together: then the longest beginning that is something counts. */
function inRun(text: string, start: number, written: string): PersonalSpan | null {
  const whole = numberAt(text, start, written)
  if (whole !== null) return whole
  const cuts = [...written.matchAll(/[\s]+/g)]
    .map((match) => match.index)
    .reverse()
    .slice(0, 4)
  for (const cut of cuts) {
    const part = numberAt(text, start, written.slice(0, cut))
    if (part !== null) return part
  }
  return null
}

const IBAN_LENGTHS: Readonly<Record<string, number>> = Object.fromEntries(
  `AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23
   GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 MC27 MD24 ME22 MK19 MR27 MT31 MU30
   NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SE24 SI19 SK24 SM27 TN24 TR26 UA29 VA22 VG24 XK20`
    .split(/\s+/)
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
)
const IBAN = /(?<![\p{L}\p{N}])([A-Za-z]{2})\d{2}(?:[ -]?[A-Za-z0-9]){10,30}/gu

export function passesMod97(iban: string): boolean {
  const turned = iban.slice(4) + iban.slice(0, 4)
  let rest = 0
  for (const sign of turned)
    for (const digit of String(Number.parseInt(sign, 36))) rest = (rest * 10 + Number(digit)) % 97
  return rest === 1
}

export function findIbans(text: string): PersonalSpan[] {
  const found: PersonalSpan[] = []
  for (const match of text.matchAll(IBAN)) {
    const length = IBAN_LENGTHS[match[0].slice(0, 2).toUpperCase()]
    if (length === undefined) continue
    // Only as many signs as the country's numbers have: what follows is the next word.
    let taken = 0
    let end = match.index
    while (taken < length && end < match.index + match[0].length) {
      if (/[A-Za-z0-9]/.test(text.charAt(end))) taken++
      end++
    }
    const plain = text.slice(match.index, end).replaceAll(/[ -]/g, '').toUpperCase()
    if (plain.length === length && passesMod97(plain))
      found.push({ kind: 'iban', start: match.index, end, confidence: 0.99 })
  }
  return found
}

const IP6 = /(?<![\p{L}\p{N}:])(?:[0-9a-f]{1,4}:){2,7}(?::?[0-9a-f]{1,4}){1,7}(?![\p{L}\p{N}:])/giu

const NINO = /(?<![\p{L}\p{N}])[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![\p{L}\p{N}])/gu
const NEVER_NINO = /^(?:BG|GB|NK|KN|TN|NT|ZZ)/
const SPANISH = /(?<![\p{L}\p{N}])(?:[XYZ]-?\d{7}|\d{8})-?[A-Z](?![\p{L}\p{N}])/gu
const ITALIAN = /(?<![\p{L}\p{N}])[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z](?![\p{L}\p{N}])/giu

function isSpanishId(written: string): boolean {
  const plain = written.replaceAll('-', '')
  const number = Number(plain.slice(0, -1).replace('X', '0').replace('Y', '1').replace('Z', '2'))
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[number % 23] === plain.at(-1)
}

/** Values of the signs at odd places of a codice fiscale, for 0–9 and for A–Z; at even places they are what they are. */
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21]
const ODD_LETTERS = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]

function isItalianId(written: string): boolean {
  const code = written.toUpperCase()
  let sum = 0
  for (let i = 0; i < 15; i++) {
    const sign = code.charCodeAt(i)
    const letter = sign >= 65
    const value = letter ? sign - 65 : sign - 48
    sum += i % 2 === 0 ? ((letter ? ODD_LETTERS[value] : ODD[value]) as number) : value
  }
  return String.fromCharCode(65 + (sum % 26)) === code[15]
}

function written(text: string, pattern: RegExp, fits: (code: string) => boolean): PersonalSpan[] {
  return [...text.matchAll(pattern)]
    .filter((match) => fits(match[0]))
    .map((match) => ({ kind: 'id', start: match.index, end: match.index + match[0].length, confidence: 0.95 }))
}

export const findIds = (text: string): PersonalSpan[] => [
  ...written(text, NINO, (code) => !NEVER_NINO.test(code)),
  ...written(text, SPANISH, isSpanishId),
  ...written(text, ITALIAN, isItalianId),
]

const MONTHS =
  'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|m[aä]r|mai|okt|dez|janv|f[eé]v|avr|juin|juil|ao[uû]t|d[eé]c|ene|abr|ago|dic|gen|mag|giu|lug|set|ott|maart|mei|mrt|maj|kwi|cze|lip|sie|wrz|pa[zź]|lis|gru|sty|lut|out|fev'
const WORDED = new RegExp(
  `(?<![\\p{L}\\p{N}])\\d{1,2}(?:st|nd|rd|th|er|\\.|º|°)?\\s(?:de\\s|of\\s)?(?:${MONTHS})\\p{L}{0,8}\\.?,?\\s(?:de\\s|del\\s)?(?:19|20)\\d{2}(?!\\d)`,
  'giu',
)

const wordedBirths = (text: string): PersonalSpan[] =>
  [...text.matchAll(WORDED)]
    .filter((match) => isBirth(text, match.index, match.index + match[0].length))
    .map((match) => ({ kind: 'birth', start: match.index, end: match.index + match[0].length, confidence: 0.95 }))

export function findNumbers(text: string): PersonalSpan[] {
  const found = [...wordedBirths(text)]
  for (const match of text.matchAll(RUN)) {
    const one = inRun(text, match.index, match[0])
    if (one !== null) found.push(one)
  }
  for (const match of text.matchAll(IP6))
    found.push({ kind: 'ip', start: match.index, end: match.index + match[0].length, confidence: 0.9 })
  return found
}
