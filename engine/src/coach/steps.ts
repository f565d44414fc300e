/**
 * The five steps that service-recovery trainings share (HEARD, LEARN, LAST …; a checklist, not a validated scale):
 * acknowledge what was said, validate the feeling once, own it, act, follow up. Each is the place in the reply that takes it.
 */
import { takenUp } from './echo.ts'
import { HARD } from './hard.ts'
import type { Levelled, Mechanism } from './levels.ts'
import { countWords, findIn, sentencesOf, type Span } from './sentences.ts'

export const STEPS = ['acknowledge', 'validate', 'own', 'act', 'followUp'] as const
export type Step = (typeof STEPS)[number]

const NAMES_IT =
  /\b(?:thank you|thanks) (?:so much |very much )?for (?:telling|letting|writing|pointing|flagging|raising|saying|being (?:so )?(?:honest|frank|open))|\byou (?:wrote|told|said|mention\w*|describe\w*|waited|were (?:left|told|charged|sent|given|kept)|had to|have (?:had to|been)|should(?:n'?t| not) have had|asked for|ordered|came|got|never got)|\bi (?:can )?see (?:that|from) your?\b|\bi can (?:see|hear|imagine|picture) (?:how|what|you|that|why)|\bi see (?:what|how)\b|\bmust (?:have (?:been|felt|cut|stung|hurt|seemed)|be|feel)\b|\b(?:sorry|apologies|apologi[sz]e) (?:that )?(?:you(?! feel| felt)|he|she|they|i|we|it)\b|\b(?:sorry|apologies|apologi[sz]e) (?:for|about) (?:the|your|our|my) (?!inconvenience|any|trouble|loss|delay)[a-z]+|\b(?:i'?ve|i have|i) (?:just )?read (?:your|what|it|through)|\b(?:a whole|all|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:hours?|days?|weeks?|months?|nights?|evenings?|weekend|years?) (?:of|in|without|with|on|shut|spent|waiting|late)/
/** What the other went through, told back to them as a scene: “you stood there”, “with everybody watching”. */
const SCENE =
  /(?:^|[,.;:] |\b(?:and|when|while|that|because|where) )you(?:'d|'ve| had| have)? (?:just |only |even |never )?(?:stood|sat|lay|came|walked|drove|carried|waited|spent|paid|trusted|gave|lost|felt|booked|brought|got|saved|planned|thought|arranged|asked|worked|watched|put up|opened|found|took|turned|missed|ended|started|rang|been|told|chose|had (?:to|nothing|no)|have to (?:start|sit|stand|live|prove|ring|ask|wait))\b|\bwith (?:everyone|everybody|people|somebody|the|your|a|an|no|other|all) (?:[a-z']+ ){0,3}(?:[a-z]+ing|there)\b|\b(?:nobody|no one|none of you|you|she|he|they) (?:should(?:n'?t| not| never)?|ought(?:n'?t| not)?|can'?t) (?:be expected |ever )?(?:have )?(?:to|had to)\b|\b(?:she|he|they|it) (?:shouldn'?t|should never|should not|ought not to) have\b/
const VALID = new RegExp(
  [
    `\\b(?:understandabl[ey]|no wonder|of course you|anyone would|anybody would|who wouldn'?t|poor (?:you|thing|love|man|lad|boy|girl)|you poor|not (?:silly|stupid|foolish|a nuisance|a bother)|(?:perfectly|quite|completely) (?:normal|natural)|happens to|been there|quite right|fair (?:enough|point|comment)|point taken)`,
    `\\byou(?:'re| are) (?:quite |absolutely |completely |so )?right\\b|\\byou have every right`,
    `\\bi(?:'d| would) (?:be|feel|have|hate|not|never)\\b`,
    `\\bi (?:completely |fully |really |can |do )?(?:understand|see|get|imagine) (?:why|how|that you|what)`,
    `\\b(?:that|it|this|which)(?:'s| is| was| must be| must have been| sounds| feels)(?: really| so| very| truly| such| quite)? (?:an? )?(?:${HARD})`,
    `\\b(?:how|what an?) (?:\\w+ )?(?:${HARD}|mess|fright|week|day|night|spot|shock|way to|thing to|nightmare|start|shame|lovely|relief)`,
    `\\b(?:it|that) (?:stings|hurts|matters|wears|cuts)\\b|\\b(?:you'd|she'd|he'd|they'd|one) (?:be|have been|lie|stand|feel)\\b|\\b(?:you|she|he|they) must\\b|\\bmust have|\\b(?:can'?t|cannot) have been (?:easy|nice|fun)|\\byou must (?:be|feel|have)\\b|\\b(?:must|to) (?:be|feel|have felt|have been) (?:${HARD})`,
    `\\bthat(?:'s| is) (?:wonderful|lovely|great|kind|brilliant)`,
  ].join('|'),
)
const OWNED = new RegExp(
  [
    `\\b(?:my|our) (?:own )?(?:fault|mistake|error|oversight|doing|responsibility|slip|job|sloppiness|rota|bad)\\b`,
    `\\b(?:fault|mistake|error|blame)(?: for (?:it|this|that))? (?:is|was|lies|lay)(?: entirely| all| wholly)? (?:with )?(?:mine|ours|me|us)\\b|\\b(?:i'm|i am|we're|we are) (?:entirely |wholly )?(?:to blame|at fault)|\\bblame (?:me|us)\\b|\\btake the blame`,
    `\\b(?:that|this|it)(?:'s| is| was|, that was) (?:(?:all |entirely )?(?:on|down to) (?:me|us)|me|i|us|mine|ours|careless of|sloppy of|wrong of)\\b|\\bi(?:'m| am| was) the one who`,
    `\\b(?:i|we) (?:simply |just |completely |clearly )?(?:made (?:a|the) (?:mistake|list|error)|got (?:it|this|that|your|the) [^.!?]{0,20}wrong|were wrong|was wrong|mess|let you down|let (?:it|the)|failed|forgot|missed|overlooked|should(?:'ve| have|n'?t have| never have)|ought to have|did(?:n'?t| not)|never (?!do|does|want|take)[a-z]+ed|never (?:told|rang|wrote|sent|came|gave|told)|hadn'?t|mixed|dropped|slipped|charged you (?:twice|wrong)|fell short|take (?:full )?responsibility|own (?:this|it|that)|left you|kept you waiting|made you wait|mis[a-z]{3,}|over(?:booked|charged|sold|cooked|promised)|double[- ]?(?:booked|charged)|ignored|neglected|botched|muddled|ruined|spoiled|broke|lost (?:it|your|the))`,
    `\\b(?:i|we) (?:were|was) (?:far |much )?(?:too )?(?:slow|late|short|careless|wrong)\\b|\\b(?:i|we) (?:took on|waited|left it|kept you|let it) (?:too|so)\\b`,
    `\\b(?:i|we) [a-z]+ (?:[a-z0-9']+ ){0,6}(?:wrong|too (?:long|many|late|much|few|short|soon)|rather than|instead of|said nothing)\\b|\\bby (?:my |our )?mistake\\b|\\bslipped (?:my|our) mind`,
    `\\b(?:sorry|apologi[sz]e|apologies) (?:that|for) (?:i|we|our|my)\\b|\\bno excuse|\\b(?:i'?m|i am|i was) (?:so |really |truly )?(?:ashamed|embarrassed)|\\bnot going to (?:hide|make excuses)`,
  ].join('|'),
)
const ACTED =
  /\b(?:i|we)(?:'ve| have) (?:just |already |now |also |both |personally )*[a-z]+(?:ed|en|t|wn|ne|de|id|ld|nd|ng)\b|\b(?:i|we)(?:'ll| will) (?!be (?:happy|glad)\b|(?:look|try|see|do our|let)\b)[a-z]+|\b(?:i|we)(?:'m|'re| am| are) (?:now |just |already |also )*(?!sorry|being|feeling|experiencing|hoping|looking|trying|having|unable)[a-z]+ing\b|\b(?:i|we) can (?!understand|imagine|see|hear|only|not|tell)[a-z]+|\blet'?s\b|\b(?:i|we)'?d like to (?!know|hear|remind|thank|see)[a-z]+|(?:'s|'ve| is| are| has| have)(?: been| now| just| all)* (?:fixed|cancelled|off|removed|blocked|deleted|stopped|shut off|sorted|void|paid|refunded|reversed|replaced|corrected|changed|booked)\b|(?:^|[.!?] )(?:fixed|done|sorted|swapped|cancelled|refunded|corrected|removed)\b|\b(?:on its way|on the way|on their way|out today|going out|in the post|it'?s (?:done|off|noted|yours|gone|fixed|sorted|booked)|all (?:done|sorted|yours|booked)|here'?s (?:what|how|a|the|your)|next one'?s|no charge|on us|free of charge|on the house|in full|money back|either way you|you can (?:have|choose|keep|bring|pick|swap|return|come|stop|get)|(?:a|your|the|new|right) (?:refund|replacement|ones?|parcel|money|engineer|driver|colleague|voucher|credit|appointment|bottle|van)\b[^.!?]{0,30}\b(?:is|will|has|was|comes|goes|went|left|out|tomorrow|today|on))|(?:^|[.!?] )(?:click|bring|come (?:back|in|by|over)|send (?:me|us)|take|keep|ring|call|reply|pop|drop|use|press|open|switch|turn) /
const FOLLOWED = new RegExp(
  [
    `\\b(?:i|we)(?:'ll| will) (?:[a-z]+ )?(?:(?:call|ring|phone|write|e-?mail|message|text|check|come back|report back|be in touch|get back|let you know|look in|follow up|keep you|keep an eye|update|stay)\\b|tell (?:you|them|her|him) (?:when|if|what|how|as|by|on|before|it|myself))`,
    `\\b(?:may|can|shall|could) i (?:ring|call|phone|write|check|come back|look in)\\b|\\b(?:you(?:'ll| will)|to) hear (?:from (?:me|us)|back|by)|\\b(?:to|and) (?:see|hear|ask|check) (?:how|if|whether)\\b|\\bi want to (?:hear|know)\\b`,
    `\\b(?:my (?:direct |own )?(?:number|line|e-?mail|phone|extension)|ring me|call me|reach me|write to me|ask for me|reply (?:here|to this|to me)|(?:let|tell) (?:me|us) (?:know|if|when|whether|how)|give (?:me|us) a (?:shout|ring|call)|staying on)\\b`,
    `\\bif (?:it|anything|that|he|she|they)(?:'s|'re)? (?:[a-z]+ )?(?:still|happens?|again|isn'?t|doesn'?t|goes|comes|rattles|gets|don'?t)\\b`,
    `\\bhow (?:is|are|was|did) [^.!?]{0,30}\\b(?:now|today)\\?|\\b(?:are|is) (?:you|he|she|they|it) (?:safe|ok|okay|all right|alright|any better|warm|home) now\\?|\\b(?:does|would|will) (?:that|this|it) (?:help|work|suit|do)\\b`,
    `\\b(?:until|while) i (?:find|know|hear)\\b|\\b(?:answer|news|call|reply|word) (?:by|from me|before|tomorrow)`,
  ].join('|'),
)

/** Words of a message that is about one thing. */
const SHORT = 25

/** A step shows in the first sentence that takes it. Both texts as `lowered` gives them. */
export function stepsOf(heard: string, reply: string, levels: Record<Mechanism, Levelled>): Record<Step, Span | null> {
  const sentences = sentencesOf(reply)
  const first = (pattern: RegExp): Span | null => sentences.find((one) => findIn(reply, one, pattern) !== null) ?? null
  // Of a short message one matter is enough; a long one shares some word with almost any answer.
  const least = countWords(heard) <= SHORT ? 1 : 2
  const echoing =
    sentences.find((one) => {
      const said = reply.slice(one.start, one.end)
      return !said.endsWith('?') && takenUp(heard, said) >= least
    }) ?? null
  // Who puts the other's lot into words, or tells of a like one, has said that the feeling makes sense.
  const lived = levels.interpretation.level < 2 ? [] : levels.interpretation.spans
  const told = lived.find((one) => findIn(reply, one, OWNED) === null) ?? null
  const validate = first(VALID) ?? first(SCENE) ?? told
  const own = first(OWNED)
  const act = first(ACTED)
  // The same words come up in a refusal too: they take the matter up where something is also done or owned or felt.
  const heeded = own !== null || act !== null || validate !== null
  return {
    acknowledge: first(NAMES_IT) ?? first(SCENE) ?? (heeded ? echoing : null),
    validate,
    own,
    act,
    followUp: first(FOLLOWED),
  }
}
