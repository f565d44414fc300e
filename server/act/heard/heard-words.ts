/** What the felt-heard page and its letter say. Short, kind, in the language the person wrote in where we have it. */
const en = {
  title: 'Did you feel heard?',
  lead: 'On {date} you told {business} what was on your mind, and they have answered. Only you can say whether that helped.',
  yes: 'Yes, I felt heard',
  no: 'No, not really',
  thanks: 'Thank you',
  thanksYes: 'It is good to know. {business} will see your answer.',
  thanksNo: 'Thank you for saying so. {business} has been told, and somebody will look at it again.',
  more: 'Would you like to say what was missing?',
  send: 'Send',
  sent: 'Thank you. Your words are with {business}.',
  change: 'Change my answer',
  overTitle: 'This link is no longer open',
  over: 'It may have expired, or the matter was removed. If something still troubles you, please write to them again.',
  subject: 'Did you feel heard?',
  letter:
    'Hello{name},\n\non {date} you told us what was on your mind, and we have answered. Did you feel heard?\n\nOne click is enough: {link}\n\nThank you\n{business}\n',
}
export type HeardWords = typeof en

const de: HeardWords = {
  title: 'Haben Sie sich gehört gefühlt?',
  lead: 'Am {date} haben Sie {business} gesagt, was Sie bewegt, und eine Antwort bekommen. Ob sie geholfen hat, können nur Sie sagen.',
  yes: 'Ja, ich fühlte mich gehört',
  no: 'Nein, nicht wirklich',
  thanks: 'Danke',
  thanksYes: 'Gut zu wissen. {business} sieht Ihre Antwort.',
  thanksNo: 'Danke für die offene Antwort. {business} weiß Bescheid, und jemand sieht es sich noch einmal an.',
  more: 'Möchten Sie sagen, was gefehlt hat?',
  send: 'Absenden',
  sent: 'Danke. Ihre Worte sind bei {business} angekommen.',
  change: 'Antwort ändern',
  overTitle: 'Dieser Link ist nicht mehr offen',
  over: 'Vielleicht ist er abgelaufen, oder die Sache wurde entfernt. Wenn Sie noch etwas bedrückt, schreiben Sie bitte noch einmal.',
  subject: 'Haben Sie sich gehört gefühlt?',
  letter:
    'Guten Tag{name},\n\nam {date} haben Sie uns gesagt, was Sie bewegt, und eine Antwort bekommen. Haben Sie sich gehört gefühlt?\n\nEin Klick genügt: {link}\n\nVielen Dank\n{business}\n',
}

const fr: HeardWords = {
  title: 'Avons-nous su vous écouter ?',
  lead: 'Le {date}, vous avez dit à {business} ce que vous aviez sur le cœur, et vous avez reçu une réponse. Votre avis seul dira si elle a aidé.',
  yes: 'Oui, on m’a bien écouté',
  no: 'Non, pas vraiment',
  thanks: 'Merci',
  thanksYes: 'C’est bon à savoir. {business} verra votre réponse.',
  thanksNo: 'Merci de l’avoir dit. {business} est prévenu, et quelqu’un va y regarder de nouveau.',
  more: 'Souhaitez-vous dire ce qui a manqué ?',
  send: 'Envoyer',
  sent: 'Merci. Vos mots sont bien arrivés chez {business}.',
  change: 'Changer ma réponse',
  overTitle: 'Ce lien n’est plus ouvert',
  over: 'Il a peut-être expiré, ou le sujet a été retiré. Si quelque chose vous préoccupe encore, écrivez-leur de nouveau.',
  subject: 'Avons-nous su vous écouter ?',
  letter:
    'Bonjour{name},\n\nle {date}, vous nous avez dit ce que vous aviez sur le cœur et nous vous avons répondu. Avons-nous su vous écouter ?\n\nUn clic suffit : {link}\n\nMerci\n{business}\n',
}

const es: HeardWords = {
  title: '¿Sintió que le escucharon?',
  lead: 'El {date} contó a {business} lo que le preocupaba y recibió una respuesta. Solo usted puede decir si le ayudó.',
  yes: 'Sí, sentí que me escucharon',
  no: 'No, la verdad es que no',
  thanks: 'Gracias',
  thanksYes: 'Es bueno saberlo. {business} verá su respuesta.',
  thanksNo: 'Gracias por decirlo. {business} ya lo sabe, y alguien volverá a mirarlo.',
  more: '¿Quiere decir qué faltó?',
  send: 'Enviar',
  sent: 'Gracias. Sus palabras han llegado a {business}.',
  change: 'Cambiar mi respuesta',
  overTitle: 'Este enlace ya no está abierto',
  over: 'Puede que haya caducado o que el asunto se haya retirado. Si algo le sigue preocupando, escríbales de nuevo.',
  subject: '¿Sintió que le escucharon?',
  letter:
    'Hola{name}:\n\nel {date} nos contó lo que le preocupaba y le respondimos. ¿Sintió que le escuchamos?\n\nBasta un clic: {link}\n\nGracias\n{business}\n',
}

const LANGUAGES: Record<string, HeardWords> = { en, de, fr, es }

export const wordsIn = (language: string | null): { language: string; words: HeardWords } => {
  const short = language?.slice(0, 2).toLowerCase() ?? 'en'
  const words = LANGUAGES[short]
  return words ? { language: short, words } : { language: 'en', words: en }
}

export const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)

export const dayIn = (language: string, at: Date, timezone: string): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    day: 'numeric',
    month: 'long',
    timeZone: timezone,
  }).format(at)
