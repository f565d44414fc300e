/** The first wording of each purpose, by language: its name, and what a person agrees to. */
import type { WordingLanguage } from './contract.ts'

type Text = { title: string; text: string }

export const FIRST_WORDINGS: Readonly<Record<string, Readonly<Record<WordingLanguage, Text>>>> = {
  answers: {
    en: { title: 'Answers to your messages', text: 'When you write to us, we answer.' },
    de: { title: 'Antworten auf Ihre Nachrichten', text: 'Wenn Sie uns schreiben, antworten wir.' },
    fr: { title: 'Réponses à vos messages', text: 'Quand vous nous écrivez, nous vous répondons.' },
    es: { title: 'Respuestas a sus mensajes', text: 'Cuando nos escribe, le respondemos.' },
    ar: { title: 'الردّ على رسائلكم', text: 'حين تكتبون إلينا نردّ عليكم.' },
  },
  orders: {
    en: { title: 'Your orders and bookings', text: 'What you need to know about something you ordered or booked.' },
    de: {
      title: 'Ihre Bestellungen und Termine',
      text: 'Was Sie zu einer Bestellung oder einem Termin wissen müssen.',
    },
    fr: {
      title: 'Vos commandes et réservations',
      text: 'Ce que vous devez savoir sur une commande ou une réservation.',
    },
    es: { title: 'Sus pedidos y reservas', text: 'Lo que necesita saber sobre un pedido o una reserva.' },
    ar: { title: 'طلباتكم وحجوزاتكم', text: 'ما تحتاجون إلى معرفته عن طلب أو حجز.' },
  },
  follow_up: {
    en: {
      title: 'Whether our answer helped',
      text: 'After you told us about a problem, we may ask once whether our answer helped.',
    },
    de: {
      title: 'Ob unsere Antwort geholfen hat',
      text: 'Nachdem Sie uns von einem Problem erzählt haben, fragen wir einmal, ob unsere Antwort geholfen hat.',
    },
    fr: {
      title: 'Savoir si notre réponse a aidé',
      text: 'Après un problème dont vous nous avez parlé, nous pouvons demander une fois si notre réponse a aidé.',
    },
    es: {
      title: 'Si nuestra respuesta ayudó',
      text: 'Después de contarnos un problema, podemos preguntarle una vez si nuestra respuesta ayudó.',
    },
    ar: { title: 'هل أفاد ردّنا', text: 'بعد أن تخبرونا بمشكلة قد نسألكم مرّة واحدة هل أفادكم ردّنا.' },
  },
  surveys: {
    en: {
      title: 'Short questions on how we did',
      text: 'A few questions now and then about what you bought or used. No advertising.',
    },
    de: {
      title: 'Kurze Fragen, wie es war',
      text: 'Ab und zu ein paar Fragen zu dem, was Sie gekauft oder genutzt haben. Keine Werbung.',
    },
    fr: {
      title: 'Quelques questions sur notre travail',
      text: 'De temps en temps, quelques questions sur ce que vous avez acheté ou utilisé. Pas de publicité.',
    },
    es: {
      title: 'Preguntas breves sobre cómo lo hicimos',
      text: 'De vez en cuando, unas pocas preguntas sobre lo que compró o usó. Sin publicidad.',
    },
    ar: { title: 'أسئلة قصيرة عن خدمتنا', text: 'بضعة أسئلة من حين لآخر عمّا اشتريتموه أو استخدمتموه، بلا إعلانات.' },
  },
  news: {
    en: { title: 'News and offers', text: 'I would like to receive news and offers. I can stop this at any time.' },
    de: {
      title: 'Neues und Angebote',
      text: 'Ich möchte Neues und Angebote bekommen. Ich kann das jederzeit beenden.',
    },
    fr: {
      title: 'Nouvelles et offres',
      text: 'Je souhaite recevoir des nouvelles et des offres. Je peux arrêter à tout moment.',
    },
    es: {
      title: 'Novedades y ofertas',
      text: 'Quiero recibir novedades y ofertas. Puedo dejar de recibirlas cuando quiera.',
    },
    ar: { title: 'أخبار وعروض', text: 'أودّ أن تصلني أخبار وعروض، ويمكنني إيقاف ذلك في أيّ وقت.' },
  },
  research: {
    en: {
      title: 'Talks about what you need',
      text: 'You may ask me whether I would like to talk about what I need. I decide each time.',
    },
    de: {
      title: 'Gespräche darüber, was Sie brauchen',
      text: 'Sie dürfen mich fragen, ob ich über meine Wünsche sprechen möchte. Ich entscheide jedes Mal neu.',
    },
    fr: {
      title: 'Entretiens sur vos besoins',
      text: 'Vous pouvez me demander si je veux parler de mes besoins. Je décide à chaque fois.',
    },
    es: {
      title: 'Conversaciones sobre lo que necesita',
      text: 'Pueden preguntarme si quiero hablar de lo que necesito. Decido cada vez.',
    },
    ar: { title: 'أحاديث عمّا تحتاجونه', text: 'يمكنكم أن تسألوني هل أودّ التحدّث عمّا أحتاجه، وأقرّر في كلّ مرّة.' },
  },
}
