/**
 * Help lines to begin with, by country: only emergency numbers and national lines that have been the same for years, as
 * known to us on the day below. Numbers change, so every one of them asks to be checked, and the page says so.
 */
export type Line = { name: string; number: string; way: 'call' | 'text'; about: string; checkedOn: string | null }

export const WRITTEN_ON = '2026-11-28'

export const COUNTRIES = [
  'AT',
  'AU',
  'BE',
  'CA',
  'CH',
  'DE',
  'DK',
  'ES',
  'FI',
  'FR',
  'GB',
  'IE',
  'IT',
  'NL',
  'NO',
  'NZ',
  'PL',
  'PT',
  'SE',
  'US',
  'EU',
] as const
export type Country = (typeof COUNTRIES)[number]

const DANGER = 'Danger to life: police, ambulance, fire'
const TALK = 'Somebody to talk to, day and night'
const CHILDREN = 'For children and young people'
const VIOLENCE = 'Violence at home'

const call = (number: string, name: string, about: string): Line => ({
  name,
  number,
  way: 'call',
  about,
  checkedOn: null,
})
const text = (number: string, name: string, about: string): Line => ({ ...call(number, name, about), way: 'text' })

const EUROPE = call('112', 'Emergency number', DANGER)

/** What holds in every country of the European Union is all that is said where the country is not known. */
const LINES: Readonly<Record<Country, readonly Line[]>> = {
  EU: [EUROPE, call('116 111', 'Child helpline', CHILDREN)],
  AT: [EUROPE, call('142', 'Telefonseelsorge', TALK), call('147', 'Rat auf Draht', CHILDREN)],
  AU: [
    call('000', 'Emergency number', DANGER),
    call('13 11 14', 'Lifeline', TALK),
    text('0477 13 11 14', 'Lifeline', TALK),
    call('1800 55 1800', 'Kids Helpline', CHILDREN),
    call('1800 737 732', '1800RESPECT', VIOLENCE),
  ],
  BE: [EUROPE, call('1813', 'Zelfmoordlijn', TALK), call('0800 32 123', 'Centre de Prévention du Suicide', TALK)],
  CA: [
    call('911', 'Emergency number', DANGER),
    call('988', 'Suicide Crisis Helpline', TALK),
    text('988', 'Suicide Crisis Helpline', TALK),
  ],
  CH: [EUROPE, call('143', 'Die Dargebotene Hand', TALK), call('147', 'Pro Juventute', CHILDREN)],
  DE: [
    EUROPE,
    call('0800 111 0 111', 'Telefonseelsorge', TALK),
    call('116 111', 'Nummer gegen Kummer', CHILDREN),
    call('116 016', 'Hilfetelefon Gewalt gegen Frauen', VIOLENCE),
  ],
  DK: [EUROPE, call('70 201 201', 'Livslinien', TALK), call('116 111', 'BørneTelefonen', CHILDREN)],
  ES: [
    EUROPE,
    call('024', 'Línea de atención a la conducta suicida', TALK),
    call('016', 'Violencia de género', VIOLENCE),
    call('116 111', 'Ayuda a la infancia', CHILDREN),
  ],
  FI: [EUROPE, call('09 2525 0111', 'Kriisipuhelin', TALK)],
  FR: [
    EUROPE,
    call('15', 'SAMU', 'Medical emergencies'),
    call('3114', 'Prévention du suicide', TALK),
    call('119', 'Enfance en danger', CHILDREN),
    call('3919', 'Violences Femmes Info', VIOLENCE),
  ],
  GB: [
    call('999', 'Emergency number', DANGER),
    call('116 123', 'Samaritans', TALK),
    text('85258', 'Shout (send SHOUT)', TALK),
    call('0800 1111', 'Childline', CHILDREN),
    call('0808 2000 247', 'National Domestic Abuse Helpline', VIOLENCE),
  ],
  IE: [
    call('112 or 999', 'Emergency number', DANGER),
    call('116 123', 'Samaritans', TALK),
    text('50808', 'Text About It (send HELLO)', TALK),
    call('1800 66 66 66', 'Childline', CHILDREN),
  ],
  IT: [
    EUROPE,
    call('02 2327 2327', 'Telefono Amico', 'Somebody to talk to'),
    call('114', 'Emergenza Infanzia', CHILDREN),
    call('1522', 'Antiviolenza e stalking', VIOLENCE),
  ],
  NL: [EUROPE, call('113', '113 Zelfmoordpreventie', TALK), call('0800 2000', 'Veilig Thuis', VIOLENCE)],
  NO: [call('112 or 113', 'Emergency number (police, ambulance)', DANGER), call('116 123', 'Mental Helse', TALK)],
  NZ: [call('111', 'Emergency number', DANGER), call('1737', '1737', TALK), text('1737', '1737', TALK)],
  PL: [
    EUROPE,
    call('116 123', 'Kryzysowy telefon zaufania', TALK),
    call('116 111', 'Telefon zaufania dla dzieci', CHILDREN),
  ],
  PT: [EUROPE, call('808 24 24 24', 'SNS 24', 'Health advice, day and night')],
  SE: [EUROPE, call('90101', 'Mind Självmordslinjen', TALK), call('116 111', 'Bris', CHILDREN)],
  US: [
    call('911', 'Emergency number', DANGER),
    call('988', 'Suicide & Crisis Lifeline', TALK),
    text('988', 'Suicide & Crisis Lifeline', TALK),
    call('1-800-799-7233', 'National Domestic Violence Hotline', VIOLENCE),
    call('1-800-222-1222', 'Poison Help', 'Something swallowed or breathed in'),
  ],
}

export const linesOf = (country: Country | null): Line[] => [...LINES[country ?? 'EU']]

const PLACES: readonly (readonly [RegExp, Country])[] = [
  [/^Europe\/(Berlin|Busingen)/, 'DE'],
  [/^Europe\/Vienna/, 'AT'],
  [/^Europe\/Zurich/, 'CH'],
  [/^Europe\/(London|Belfast|Jersey|Guernsey|Isle_of_Man)/, 'GB'],
  [/^Europe\/Dublin/, 'IE'],
  [/^Europe\/Paris/, 'FR'],
  [/^(Europe\/Madrid|Atlantic\/Canary|Africa\/Ceuta)/, 'ES'],
  [/^Europe\/Rome/, 'IT'],
  [/^Europe\/Amsterdam/, 'NL'],
  [/^Europe\/Brussels/, 'BE'],
  [/^(Europe\/Lisbon|Atlantic\/(Madeira|Azores))/, 'PT'],
  [/^Europe\/Warsaw/, 'PL'],
  [/^Europe\/Stockholm/, 'SE'],
  [/^Europe\/Copenhagen/, 'DK'],
  [/^Europe\/Oslo/, 'NO'],
  [/^Europe\/Helsinki/, 'FI'],
  [/^Australia\//, 'AU'],
  [/^Pacific\/Auckland/, 'NZ'],
  [/^(America\/(Toronto|Vancouver|Montreal|Halifax|Winnipeg|Edmonton|Regina|St_Johns)|Canada\/)/, 'CA'],
  [
    /^(America\/(New_York|Chicago|Denver|Los_Angeles|Phoenix|Detroit|Anchorage|Boise|Indiana\/.*)|US\/|Pacific\/Honolulu)/,
    'US',
  ],
]

/** A first guess from the clock on the wall; an owner says otherwise in two clicks. */
export const countryOf = (timezone: string): Country | null =>
  PLACES.find(([place]) => place.test(timezone))?.[1] ?? null
