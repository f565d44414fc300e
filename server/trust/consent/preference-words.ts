/** What the pages and letters without a sign-in say, in five languages. Short and plain; {braces} are filled in. */
import { WORDING_LANGUAGES, type WordingLanguage } from './contract.ts'
import { ar, es, fr } from './preference-texts.ts'

const en = {
  title: 'What {business} may write to you about',
  lead: 'You decide. Changes count at once.',
  hello: 'This page belongs to {name}.',
  language: 'Language',
  purposes: 'What you get',
  always: 'Comes when it is needed. It belongs to what you asked for.',
  waiting: 'Waiting for the click in the mail we sent you.',
  email: 'E-mail',
  sms: 'Text message',
  phone: 'Phone',
  post: 'Post',
  chat: 'Chat',
  frequency: 'How often at the most',
  any: 'As it comes',
  week: 'Once a week',
  month: 'Once a month',
  quarter: 'Once every three months',
  save: 'Save',
  saved: 'Saved. It counts from now on.',
  stop: 'Stop everything',
  stopText: 'Nothing more from us, except answers and what belongs to an order.',
  stopped: 'Done. We write only to answer you or about an order.',
  pause: 'Pause for three months',
  pauseText: 'We keep quiet, then it goes on as chosen above.',
  paused: 'Paused until {date}.',
  resume: 'End the pause',
  resumed: 'The pause is over.',
  rights: 'Your data',
  exportTitle: 'Get everything you have about me',
  exportText: 'A file with all we keep about you, to read and to take along. We answer by {date} at the latest.',
  exportDeed: 'Ask for my data',
  objectTitle: 'Object',
  objectText: 'No advertising, and no reading of what I say by a machine.',
  objectDeed: 'I object',
  freezeTitle: 'Leave my data alone',
  freezeText: 'It is kept but not used, for example while something in it is disputed.',
  freezeDeed: 'Freeze my data',
  eraseTitle: 'Erase me',
  eraseText: 'Everything we keep about you goes, except what the law makes us keep. It cannot be brought back.',
  eraseDeed: 'Erase me …',
  eraseSure: 'Do you want us to erase everything about you?',
  eraseGo: 'Yes, erase me',
  back: 'Back',
  askedTitle: 'We have your request',
  asked: 'Somebody looks after it, by {date} at the latest. You can close this page.',
  objected: 'Done. No more advertising, and no machine reads what you say.',
  frozen: 'Done. Your data is kept but not used.',
  theirs: 'If you wrote to us only to ask this: you need no account and no reason.',
  linkTitle: 'Your choices at {business}',
  linkText:
    'Write down your e-mail address. We send you a link to your own page: what we may write to you about, and what we know of you.',
  linkLabel: 'Your e-mail address',
  linkDeed: 'Send me the link',
  linkSent: 'If we know this address, a mail with your link is on its way.',
  linkSentText: 'It may take some minutes. Nobody can learn from this page whether an address is known to us.',
  linkNoMail: 'Mail is not set up here. Please ask {business} for your link.',
  linkWrong: 'This does not look like an e-mail address.',
  tooMany: 'That was a lot at once. Please try again in some minutes.',
  unsubscribeTitle: 'No more “{purpose}”',
  unsubscribeText: '{business} sends you no more of it by this way once you press the button.',
  unsubscribeDeed: 'Stop it',
  unsubscribedTitle: 'Done: no more “{purpose}”',
  unsubscribedText: 'It counts from now on. A mail already on its way may still arrive.',
  more: 'All your choices',
  confirmTitle: 'Do you want “{purpose}” from {business}?',
  confirmText: 'This is what you agree to:',
  confirmDeed: 'Yes, I want it',
  confirmNot: 'If you did not ask for this, close the page. Nothing happens then.',
  confirmedTitle: 'Thank you. “{purpose}” is on.',
  confirmedText: 'You can take it back at any time, as easily as you gave it.',
  overTitle: 'This link is no longer open',
  over: 'It may have run out or been replaced. Ask for a new one, or write to the business that sent it.',
  confirmSubject: 'Please confirm: {purpose}',
  confirmLetter:
    'Hello{name},\n\nsomebody, probably you, asked {business} for this:\n\n    {purpose}\n    {wording}\n\nIf it was you, please confirm: {link}\n\nThe link works for {days} days. If it was not you, do nothing; you will not hear from us about it.\n\n{business}\n',
  linkSubject: 'Your choices at {business}',
  linkLetter:
    'Hello{name},\n\nhere is the page where you decide what we may write to you about, and where you can ask for your data or have it erased:\n\n{link}\n\nThe link is yours alone; please do not pass it on. If you did not ask for it, you can ignore this mail.\n\n{business}\n',
  footer: 'What we may write to you about, and your data: {link}',
}
export type PreferenceWords = typeof en

const de: PreferenceWords = {
  title: 'Worüber {business} Ihnen schreiben darf',
  lead: 'Sie entscheiden. Änderungen gelten sofort.',
  hello: 'Diese Seite gehört {name}.',
  language: 'Sprache',
  purposes: 'Was Sie bekommen',
  always: 'Kommt, wenn es nötig ist. Es gehört zu dem, worum Sie gebeten haben.',
  waiting: 'Wartet auf den Klick in der Mail, die wir Ihnen geschickt haben.',
  email: 'E-Mail',
  sms: 'SMS',
  phone: 'Telefon',
  post: 'Post',
  chat: 'Chat',
  frequency: 'Höchstens wie oft',
  any: 'Wie es kommt',
  week: 'Einmal in der Woche',
  month: 'Einmal im Monat',
  quarter: 'Einmal in drei Monaten',
  save: 'Speichern',
  saved: 'Gespeichert. Es gilt ab jetzt.',
  stop: 'Alles beenden',
  stopText: 'Nichts mehr von uns, außer Antworten und dem, was zu einer Bestellung gehört.',
  stopped: 'Erledigt. Wir schreiben nur noch, um zu antworten oder wegen einer Bestellung.',
  pause: 'Drei Monate Pause',
  pauseText: 'Wir melden uns nicht, danach geht es weiter wie oben gewählt.',
  paused: 'Pause bis {date}.',
  resume: 'Pause beenden',
  resumed: 'Die Pause ist vorbei.',
  rights: 'Ihre Daten',
  exportTitle: 'Alles bekommen, was Sie über mich haben',
  exportText:
    'Eine Datei mit allem, was wir über Sie aufbewahren, zum Lesen und Mitnehmen. Wir antworten spätestens am {date}.',
  exportDeed: 'Meine Daten anfordern',
  objectTitle: 'Widersprechen',
  objectText: 'Keine Werbung, und keine Maschine liest, was ich sage.',
  objectDeed: 'Ich widerspreche',
  freezeTitle: 'Meine Daten ruhen lassen',
  freezeText: 'Sie werden aufbewahrt, aber nicht benutzt, zum Beispiel solange etwas daran strittig ist.',
  freezeDeed: 'Daten ruhen lassen',
  eraseTitle: 'Mich löschen',
  eraseText:
    'Alles, was wir über Sie aufbewahren, wird gelöscht, außer was das Gesetz verlangt. Es lässt sich nicht zurückholen.',
  eraseDeed: 'Mich löschen …',
  eraseSure: 'Sollen wir alles über Sie löschen?',
  eraseGo: 'Ja, löschen Sie mich',
  back: 'Zurück',
  askedTitle: 'Ihr Wunsch ist angekommen',
  asked: 'Jemand kümmert sich darum, spätestens bis {date}. Sie können diese Seite schließen.',
  objected: 'Erledigt. Keine Werbung mehr, und keine Maschine liest, was Sie sagen.',
  frozen: 'Erledigt. Ihre Daten werden aufbewahrt, aber nicht benutzt.',
  theirs: 'Wenn Sie nur das wollten: Sie brauchen kein Konto und keinen Grund.',
  linkTitle: 'Ihre Einstellungen bei {business}',
  linkText:
    'Schreiben Sie Ihre E-Mail-Adresse auf. Wir schicken Ihnen einen Link zu Ihrer eigenen Seite: worüber wir Ihnen schreiben dürfen und was wir über Sie wissen.',
  linkLabel: 'Ihre E-Mail-Adresse',
  linkDeed: 'Link schicken',
  linkSent: 'Wenn wir diese Adresse kennen, ist eine Mail mit Ihrem Link unterwegs.',
  linkSentText: 'Das kann einige Minuten dauern. Niemand erfährt auf dieser Seite, ob wir eine Adresse kennen.',
  linkNoMail: 'Hier ist keine Mail eingerichtet. Bitte fragen Sie {business} nach Ihrem Link.',
  linkWrong: 'Das sieht nicht wie eine E-Mail-Adresse aus.',
  tooMany: 'Das war viel auf einmal. Bitte versuchen Sie es in einigen Minuten noch einmal.',
  unsubscribeTitle: '„{purpose}“ abbestellen',
  unsubscribeText: '{business} schickt Ihnen davon auf diesem Weg nichts mehr, sobald Sie den Knopf drücken.',
  unsubscribeDeed: 'Abbestellen',
  unsubscribedTitle: 'Erledigt: „{purpose}“ ist abbestellt',
  unsubscribedText: 'Es gilt ab jetzt. Eine Mail, die schon unterwegs ist, kann noch ankommen.',
  more: 'Alle Ihre Einstellungen',
  confirmTitle: 'Möchten Sie „{purpose}“ von {business}?',
  confirmText: 'Dem stimmen Sie zu:',
  confirmDeed: 'Ja, das möchte ich',
  confirmNot: 'Wenn Sie nicht darum gebeten haben, schließen Sie die Seite. Dann geschieht nichts.',
  confirmedTitle: 'Danke. „{purpose}“ ist eingeschaltet.',
  confirmedText: 'Sie können es jederzeit zurücknehmen, so leicht, wie Sie es gegeben haben.',
  overTitle: 'Dieser Link ist nicht mehr offen',
  over: 'Vielleicht ist er abgelaufen oder ersetzt worden. Fordern Sie einen neuen an, oder schreiben Sie dem Betrieb, der ihn geschickt hat.',
  confirmSubject: 'Bitte bestätigen: {purpose}',
  confirmLetter:
    'Guten Tag{name},\n\njemand, wahrscheinlich Sie, hat {business} um dies gebeten:\n\n    {purpose}\n    {wording}\n\nWenn Sie es waren, bestätigen Sie bitte: {link}\n\nDer Link gilt {days} Tage. Wenn Sie es nicht waren, tun Sie nichts; Sie hören dann nichts davon.\n\n{business}\n',
  linkSubject: 'Ihre Einstellungen bei {business}',
  linkLetter:
    'Guten Tag{name},\n\nhier ist die Seite, auf der Sie entscheiden, worüber wir Ihnen schreiben dürfen, und auf der Sie Ihre Daten anfordern oder löschen lassen können:\n\n{link}\n\nDer Link ist nur für Sie; bitte geben Sie ihn nicht weiter. Wenn Sie nicht darum gebeten haben, können Sie diese Mail ignorieren.\n\n{business}\n',
  footer: 'Worüber wir Ihnen schreiben dürfen, und Ihre Daten: {link}',
}

const ALL: Readonly<Record<WordingLanguage, PreferenceWords>> = { en, de, fr, es, ar }

export const wordsIn = (language: WordingLanguage): PreferenceWords => ALL[language]

/** Names of the languages, each in itself. */
export const LANGUAGE_NAMES: Readonly<Record<WordingLanguage, string>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  ar: 'العربية',
}

const known = (tag: string): WordingLanguage | undefined =>
  WORDING_LANGUAGES.find((language) => language === tag.trim().toLowerCase().split('-')[0])

export const languageFor = (tag: string | null): WordingLanguage => (tag ? known(tag) : undefined) ?? 'en'

/** The first language of an Accept-Language header that there is. */
export const languageFrom = (header: string | null): WordingLanguage =>
  (header ?? '')
    .split(',')
    .map((part) => known(part.split(';')[0] ?? ''))
    .find((language) => language !== undefined) ?? 'en'

/** In Arabic a name from elsewhere is kept together and in its own direction. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  const apart = /[\u0600-\u06ff]/.test(text)
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name]
    if (value === undefined) return whole
    return apart && name !== 'link' && value !== '' ? `\u2068${value}\u2069` : value
  })
}

/** A day in the person's own way of writing days. */
export const dayIn = (language: WordingLanguage, at: Date, zone: string): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone: zone }).format(at)
