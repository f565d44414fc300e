/**
 * The five steps that service-recovery trainings share (HEARD, LEARN, LAST …; a checklist, not a validated scale):
 * acknowledge what was said, validate the feeling once, own it, act, follow up. Each is the place in the reply that takes it.
 */
import { takenUp } from './echo.ts'
import { HARD } from './hard.ts'
import { countWords, findIn, sentencesOf, type Span } from './sentences.ts'

export const STEPS = ['acknowledge', 'validate', 'own', 'act', 'followUp'] as const
export type Step = (typeof STEPS)[number]

const NAMES_IT =
  /\b(?:thank you|thanks) (?:so much |very much )?for (?:telling|letting|writing|pointing|flagging|raising|saying|being (?:so )?(?:honest|frank|open))|\byou (?:wrote|told|said|mention\w*|describe\w*|waited|were (?:left|told|charged|sent|given|kept)|had to|have (?:had to|been)|should(?:n'?t| not) have had|asked for|ordered|came|got|never got)|\bi (?:can )?see (?:that|from) your?\b|\b(?:i'?ve|i have|i) (?:just )?read (?:your|what|it|through)|\b(?:a whole|all|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:hours?|days?|weeks?|months?|nights?|evenings?|weekend|years?) (?:of|in|without|with|on|shut|spent|waiting|late)/
const VALID = new RegExp(
  [
    `\\b(?:understandabl[ey]|no wonder|of course you|anyone would|anybody would|who wouldn'?t|poor (?:you|thing|love|man|lad|girl)|you poor|oh no|oh dear|quite right|fair (?:enough|point|comment)|point taken)`,
    `\\byou(?:'re| are) (?:quite |absolutely |completely |so )?right\\b|\\byou have every right`,
    `\\bi(?:'d| would) (?:be|feel|have|not|never)\\b`,
    `\\bi (?:completely |fully |really |can |do )?(?:understand|see|get|imagine) (?:why|how|that you|what|your)`,
    `\\b(?:that|it|this|which)(?:'s| is| was| must be| must have been| sounds| feels)(?: really| so| very| truly| such| quite)? (?:an? )?(?:${HARD})`,
    `\\b(?:how|what an?) (?:\\w+ )?(?:${HARD}|mess|fright|week|day|night|spot|shock|way to|thing to|nightmare|start|shame|lovely|relief)`,
    `\\b(?:it|that) (?:stings|hurts|matters|means)\\b|\\byou must (?:be|feel|have)\\b|\\b(?:must|to) (?:be|feel|have felt|have been) (?:${HARD})`,
    `\\bthat(?:'s| is) (?:wonderful|lovely|great|kind|brilliant)`,
  ].join('|'),
)
const OWNED =
  /\b(?:(?:my|our|that'?s my) (?:own )?(?:fault|mistake|error|oversight|doing|responsibility|slip|job|sloppiness|rota|bad)\b|(?:i|we) (?:made (?:a|the) (?:mistake|list|error)|got (?:it|this|that) wrong|were wrong|was wrong|messed|let you down|let (?:it|the)|failed|forgot|missed|overlooked|should(?:'ve| have|n'?t have)|did(?:n'?t| not)|mixed|sent (?:you )?the wrong|dropped|slipped|misjudged|charged you (?:twice|wrong)|were (?:too )?(?:slow|late|short)|was (?:too )?(?:slow|late)|fell short|take (?:full )?responsibility|own (?:this|it|that))|(?:sorry|apologi[sz]e|apologies) (?:that|for) (?:i|we|our|my)\b|(?:that|this|it)(?:'s| is| was) on (?:me|us)|(?:is|was) down to (?:me|us)|no excuse|(?:i'?m|i am) (?:so |really |truly )?(?:ashamed|embarrassed)|not going to (?:hide|make excuses))/
const ACTED =
  /\b(?:i|we)(?:'ve| have) (?:just |already |now |also |both |personally )*[a-z]+(?:ed|en|t|wn|ne|de|id|ld|nd|ng)\b|\b(?:i|we)(?:'ll| will) (?!be (?:happy|glad)\b|(?:look|try|see|do our|let)\b)[a-z]+|\b(?:i|we)(?:'m|'re| am| are) (?:now |just |already |also )*(?!sorry|being|feeling|experiencing|hoping|looking|trying|having|unable)[a-z]+ing\b|\b(?:i|we) can (?!understand|imagine|see|hear|only|not|tell)[a-z]+|\blet'?s\b|\b(?:on its way|on the way|on their way|out today|going out|in the post|it'?s (?:done|off|noted|yours|gone|fixed|sorted|booked)|all (?:done|sorted|yours|booked)|here'?s (?:what|how|a|the|your)|next one'?s|no charge|on us|free of charge|on the house|in full|money back|either way you|you can (?:have|choose|keep|bring|pick|swap|return|come|stop|get)|(?:a|your|the|new|right) (?:refund|replacement|ones?|parcel|money|engineer|driver|colleague|voucher|credit|appointment|bottle|van)\b[^.!?]{0,30}\b(?:is|will|has|was|comes|goes|went|left|out|tomorrow|today|on))|(?:^|[.!?] )(?:click|bring|come (?:back|in|by|over)|send (?:me|us)|take|keep|ring|call|reply|pop|drop|use|press|open|switch|turn) /
const FOLLOWED =
  /\b(?:i|we)(?:'ll| will) (?:[a-z]+ )?(?:(?:call|ring|phone|write|e-?mail|message|text|check|come back|be in touch|get back|let you know|tell you|look in|follow up|keep you|stay)\b)|\b(?:may|can|shall|could) i (?:ring|call|phone|write|check|come back|look in)|\b(?:my (?:direct |own )?(?:number|line|e-?mail|phone|extension)|ring me|call me|reach me|write to me|ask for me|reply (?:here|to this|to me)|(?:let|tell) (?:me|us)\b|give (?:me|us) a (?:shout|ring|call)|staying on|if (?:it|anything|that|he|she|they) (?:\w+ )?(?:happens?|again|isn'?t|doesn'?t|goes|is still|comes|rattles|gets|don'?t))/

/** Words of a message that is about one thing. */
const SHORT = 25

/** A step shows in the first sentence that takes it. Both texts as `lowered` gives them. */
export function stepsOf(heard: string, reply: string): Record<Step, Span | null> {
  const sentences = sentencesOf(reply)
  const first = (pattern: RegExp): Span | null => sentences.find((one) => findIn(reply, one, pattern) !== null) ?? null
  // Of a short message one matter is enough; a long one shares some word with almost any answer.
  const least = countWords(heard) <= SHORT ? 1 : 2
  const echoing = sentences.find((one) => takenUp(heard, reply.slice(one.start, one.end)) >= least) ?? null
  return {
    acknowledge: first(NAMES_IT) ?? echoing,
    validate: first(VALID),
    own: first(OWNED),
    act: first(ACTED),
    followUp: first(FOLLOWED),
  }
}
