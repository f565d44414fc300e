/**
 * What in a reply tends to backfire, each with the study it rests on. All are tendencies in groups of people, mostly from
 * English-speaking service desks; none is a law, and none judges the person who writes.
 */
import { takenUp } from './echo.ts'
import { countWords, type Span } from './sentences.ts'

export const WARNINGS = [
  'late_apology',
  'repeated_apology',
  'vague',
  'we_for_i',
  'blame',
  'jargon',
  'pressure',
  'template',
] as const
export type WarningKind = (typeof WARNINGS)[number]
export type Warning = Span & { kind: WarningKind }

/**
 * late: Roschk & Kaiser 2013 (a late apology hurts). repeated: Marinova, Singh & Singh 2018 (what goes on being sorry beyond
 * the first seconds lowered satisfaction; finding a way out raised it). vague: Packard & Berger 2021 (concrete words read as
 * listening). we_for_i: Packard, Moore & McFerran 2018 ("I" shows that somebody cares and acts). The rest are the common
 * core of service-recovery trainings (docs/models/coach.md).
 */
const APOLOGY = /\b(?:sorry|apologi[sz]e|apologies|forgive (?:us|me)|regret)\b/g
const VAGUE =
  /\b(?:as soon as possible|asap|in due course|at (?:the|your) earliest(?: convenience)?|shortly|in the (?:near )?future|at some point|look(?:ing|ed)? into (?:it|this|that|the (?:matter|issue))|(?:passed|pass|forward\w*|shared?) (?:it|this|that|your (?:comments?|feedback|message|concerns?)) (?:on|along|(?:on )?to (?:the|our) (?:relevant|appropriate|respective|responsible|right|team|management))|(?:relevant|appropriate|respective|responsible) (?:team|department|colleagues?|party|parties|persons?)|tak(?:e|es|ing) (?:this|these|your|all|such) [^.!?]{0,30}seriously|(?:necessary|appropriate) (?:steps|measures|action)|various reasons|certain circumstances|unforeseen|we (?:always )?strive|do our best|bear with us|high demand|under (?:way|review)|pending|should be soon|hopefully|for (?:safety|operational|technical|organisational) reasons|has been passed|processes|our values)\b/
const BLAME =
  /\b(?:you should(?:'ve| have)|you (?:failed|neglected|forgot|omitted|did(?:n'?t| not) (?:read|follow|tell|check|mention|bother|provide|inform|call|use|order|ask))|if (?:only )?you (?:had|'d)|had you (?:read|told|called|checked|ordered|followed|asked|informed)|as (?:clearly |already )?(?:stated|explained|written|mentioned|communicated)|as (?:i|we) (?:have |already |clearly )*(?:said|told|explained|stated)|it(?:'s| is) (?:clearly|stated|written|all|your)|your (?:own )?(?:mistake|fault|error|responsibility|negligence|misunderstanding)|you must have|sorry,? (?:that )?you feel|sorry,? (?:that )?you felt|sorry,? if you|sorry,? but|sorry if (?:he|she|they) felt|you (?:agreed|viewed|accepted|signed|chose|skipped|sent your|could(?:'ve| have)|were (?:informed|told|advised))|could'?ve asked|(?:customer|tenant|purchaser|guest|patient|parent|passenger|user)s?'?s? (?:own )?(?:responsibility|lifestyle|fault)|please (?:consult|ensure|note that|read|refer|check (?:the|our|your)|be reminded)|like to remind you|what did you expect|next time|(?:it|as it) says (?:so )?(?:on|in)|it'?s (?:all )?in the|says so|can(?:'t|not) be (?:held )?(?:responsible|liable)|rather than complain|no ?(?:one|body) else|nobody else has|you(?:'re| are) (?:the (?:only|first)|wrong|mistaken|overreacting|being (?:unreasonable|rude|difficult))|you (?:misread|misunderstood|misused|overreact))\b/
const JARGON =
  /\b(?:slas?|kpis?|crm|rma|skus?|escalat\w+|tier[- ]?\d|level[- ]?\d support|ticket (?:id|number|no)?|logistics? (?:partner|provider)s?|fulfil+ment|carrier exception|back-?end|workflow|stakeholders?|leverag\w+|onboarding|pursuant|herewith|hereby|aforementioned|aforesaid|in accordance with|as per|per (?:clause|section|policy)|clause \d|section \d|remittance|reconcil\w+|utili[sz]e|touchpoints?|provision\w* issue|dispatch(?:ed)? via|eta|poc|sop|rca|root cause analysis|offboarding|outplacement|value proposition|best-in-class|ecosystem|optimi[sz]\w+|customer journey|industry term|all-hands|cascade|correspondence|herein|construed|liability|procurement|cost centre|in triplicate|due diligence|combinable|tariffs?|operational|demurrage|haulage|irrespective|framework|particulars|expressly|tolerance|referencing|acquisition|liais\w+|actioned|going forward|service level|proof of delivery|chargeback|end user|resolution team|case reference|terms and conditions)\b/
const PRESSURE =
  /\b(?:last chance|only (?:\w+ )?(?:left|available during)|secure yours|don'?t miss out|(?:other )?(?:couples|people|customers|guests) (?:are )?(?:looking|interested|waiting)|if you sign|by (?:monday|tuesday|wednesday|thursday|friday|tomorrow),? (?:we|or)|only (?:valid |available )?(?:today|until)|act now|offer (?:ends|expires)|(?:you )?must (?:respond|reply|decide|pay|confirm|return|sign|accept)|within (?:24|48) hours or|or (?:we will|we'll|your (?:case|ticket|account|order) will)|otherwise (?:we|your|the)|failure to|final (?:offer|answer|notice)|will be (?:closed|cancelled|considered closed) (?:if|unless)|unless you (?:pay|reply|respond|confirm)|(?:change|remove|delete|take down|update|edit|reconsider) (?:your|the|that) (?:\w+ )?(?:review|rating|stars?|post)|(?:5|five)[- ]?stars?|(?:leave|write|give) (?:us |me )?(?:a |an )?(?:good|positive|nice|better|\d|five)|legal (?:steps|action)|our lawyers?)\b/
const TEMPLATE =
  /\bdear (?:valued |sir|madam|customer|guest|client|patient|user|member|passenger)|\bvalued (?:customer|guest|client|member|feedback)|\bthank you for (?:contacting|reaching out|your (?:message|e-?mail|enquiry|inquiry|feedback|patience|understanding|interest|valuable|continued))|\bany inconvenience|\bthe inconvenience|\byour (?:\w+ )?(?:satisfaction|feedback|opinion|business|experience|call|comfort) (?:is|are) (?:very |extremely |so )?(?:important|valuable|valued)|\b(?:is|are) important to us|\bgesture of goodwill|\bmember of (?:our|the) team|\bhow (?:can|may) (?:i|we) (?:help|assist) you|\bevery success|\bmake this right|\bwe(?:'re| are) unable to|\bwe regret|\bapologies for the (?:late|delay)|\b(?:understand|hear) your (?:concerns?|frustration|disappointment)|\bhow (?:upsetting|frustrating|disappointing) this must be|\bwe (?:get|hear|understand) (?:it|that|you)\b|\bas per\b|\bwill (?:respond|contact you|be in touch|get back to you) (?:within|in due|re\b|shortly)|\b(?:do not|don'?t) hesitate|\bwe (?:value|appreciate|pride|strive)|\brest assured|\bplease be (?:advised|informed|assured)|\bat your earliest convenience|\bwe look forward to (?:serving|welcoming)|\[(?:name|order|date|customer)[^\]]*\]|\{\{|\bthis is an automat/

/** A reply of this many words has a beginning at which one can be sorry… */
const LONG = 40
/** …and it is late after this share of it. */
const LATE = 0.6
/** “We hear you” is a phrase; from so many words on somebody is speaking. */
const FEW = 7

function at(text: string, kind: WarningKind, pattern: RegExp): Warning | null {
  const found = pattern.exec(text)
  return found === null ? null : { kind, start: found.index, end: found.index + found[0].length }
}

/** Both texts as `lowered` gives them. In the order of `WARNINGS`, each kind once at most. */
export function warningsOf(heard: string, reply: string): Warning[] {
  const found: Warning[] = []
  const add = (one: Warning | null): void => void (one !== null && found.push(one))
  const apologies = [...reply.matchAll(APOLOGY)]
  const [sorry, again] = apologies
  const spanOf = (match: RegExpExecArray, kind: WarningKind): Warning => ({
    kind,
    start: match.index,
    end: match.index + match[0].length,
  })
  if (sorry !== undefined && countWords(reply) >= LONG && sorry.index > reply.length * LATE)
    found.push(spanOf(sorry, 'late_apology'))
  if (again !== undefined) found.push(spanOf(again, 'repeated_apology'))
  add(at(reply, 'vague', VAGUE))
  const we = [...reply.matchAll(/\b(?:we|our|us)\b/g)]
  if (we.length > 0 && countWords(reply) >= FEW && !/\b(?:i|i'm|i'll|i've|me|my)\b/.test(reply))
    add(at(reply, 'we_for_i', /\b(?:we|our|us)\b/))
  add(at(reply, 'blame', BLAME))
  add(at(reply, 'jargon', JARGON))
  add(at(reply, 'pressure', PRESSURE))
  // One set phrase in a long letter that speaks of the matter is a habit, not a template.
  const phrase = at(reply, 'template', TEMPLATE)
  if (phrase !== null && (takenUp(heard, reply) < 2 || countWords(reply) < LONG)) found.push(phrase)
  return found
}
