/** The way a voice came in, from the words other tools use for it. */
import type { Channel } from '../contract.ts'

const STEMS: [Channel, RegExp][] = [
  ['email', /mail|courriel|correo/],
  ['chat', /chat|messag|messenger|whatsapp|widget|telegram/],
  ['phone', /phone|voice|call|telef|telefoon|appel|llamada/],
  ['review', /review|bewertung|rezension|avis|resena|recensie/],
  ['survey', /survey|umfrage|sondage|enquete|encuesta|form/],
  ['counter', /counter|store|person|shop|laden|theke|boutique|tienda|winkel/],
  ['post', /twitter|facebook|instagram|mastodon|bluesky|linkedin|social|post/],
  ['order', /order|bestellung|commande|pedido/],
]

/** Null for words that name no way Heed knows. */
export function channelOf(given: string | null): Channel | null {
  if (given === null) return null
  const plain = given.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return STEMS.find(([, stem]) => stem.test(plain))?.[0] ?? null
}
