/** What a question asks for, as far as it changes the meaning of a short answer. */
import { hashOf, SALT } from './hashes.ts'

const TOPICS = ['faults', 'merits', 'reasons'] as const
export type Topic = (typeof TOPICS)[number]

const FAULTS =
  /improv|better|chang|differen|wrong|dislik|disappoint|problem|missing|frustrat|complain|verbesser|besser|fehl|störte|stört|améliorer|mieux|déçu|mejorar|mejor|miglior|melhor|beter|verbeter|bättre|förbättra|paremmin|parantaa|lepiej|popraw|geliştir|daha iyi/i
const MERITS =
  /\bgood\b|\bwell\b|\blike[ds]?\b|\blove[ds]?\b|\benjoy|best|prais|delight|gefallen|gefiel|gut\b|plu\b|aimé|gust(ó|aron|a)\b|piaciuto|gostou|beviel|goed|gillade|pidit|podoba|beğen/i
const REASONS =
  /\bwhy\b|reason|because|warum|wieso|grund|pourquoi|raison|por ?qu[eé]|motivo|perch[eé]|waarom|varför|miksi|dlaczego|neden/i

/** Faults first: "What could we have done better, what did you like?" is answered with faults as often as not. */
export function topicOf(question: string | undefined): Topic | null {
  if (question === undefined) return null
  const asked = question.length > 400 ? question.slice(0, 400) : question
  const faults = FAULTS.test(asked)
  const merits = MERITS.test(asked)
  if (faults && !/\b(un|dis)?satisfied\b/i.test(asked)) return 'faults'
  if (merits && !faults) return 'merits'
  return REASONS.test(asked) ? 'reasons' : null
}

/** By the order in which the net knows them; 0 stands for no question. */
export function topicNumber(topic: Topic | null): number {
  return topic === null ? 0 : 1 + TOPICS.indexOf(topic)
}

/** 0 stands for no question. */
export function topicHash(topic: Topic | null): number {
  return topic === null ? 0 : hashOf(topic, SALT.answer) | 1
}
