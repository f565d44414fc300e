/**
 * How far a reply shows empathy, by the three mechanisms of Sharma, Miner, Atkins & Althoff (2020, EMNLP), each 0 not there,
 * 1 weakly, 2 strongly. Rules written by hand from the published definitions: nothing here was fitted on anybody's posts,
 * and each level can name the sentence it comes from. English only.
 */
import { HARD } from './hard.ts'
import { findIn, sentencesOf, type Span } from './sentences.ts'

export const MECHANISMS = ['emotionalReaction', 'interpretation', 'exploration'] as const
export type Mechanism = (typeof MECHANISMS)[number]
export type Level = 0 | 1 | 2
export type Levelled = { level: Level; spans: Span[] }

const NONE: Levelled = { level: 0, spans: [] }

// ── Emotional reaction: warmth or concern that the answerer feels ──

const SORRY = /\b(?:sorry|sry|apologi[sz]e|apologies)\b/
/** Words of sorrow that feel nothing: a formula, a refusal, a rebuke. */
const HOLLOW_SORRY =
  /\bsorry,? (?:but|if|you feel|you felt|for (?:the|any|my) (?:inconvenience|late|long|delay|rambl|rant|wall|format|english|bad)|i (?:can'?t|cannot|didn'?t|don'?t))|\bnot sorry|\bsorry not|\bapologi[sz]e for (?:the|any) inconvenience|\bapologies for (?:the|any) inconvenience/
/** An apology that says neither how much nor for what, or that a whole firm makes: a hint of warmth. */
const BARE_SORRY =
  /(?:^|[,.;!] ?|\b(?:and|oh|oh no|oh dear|haha|ahh?) )(?:sorry|apologies)(?: (?:again|from|to (?:read|see) this|about (?:the|this|that)|for (?:the|your (?:loss|trouble))|we)\b[^.!?]{0,60})?[.!,]*$|\b(?:we(?:'re| are)(?: \w+)? sorry|our (?:\w+ )?apologies|my apologies|(?:i|we) (?:\w+ )?apologi[sz]e)\b/
/** A feeling named as one's own. */
const FELT =
  /\bhug you\b|\bproud of (?:you|u)\b|\bhappy (?:for you|to hear)|\bglad (?:you|to|that)\b|\bi (?:do )?love (?:you|this|u)\b|\blove (?:you|u)\b|\bfeel (?:so |really )?(?:bad|sad|sorry) (?:for|that|about)|\bbreaks my heart|\bheart (?:goes|aches|breaks|hurts)|\bsad to (?:hear|read|see)|\bmakes me (?:so |really )?(?:sad|happy|glad)|\bi(?:'m| am|m) (?:so |really |very |genuinely |truly )?(?:sad|proud|glad|happy|worried|relieved|heartbroken|delighted|ashamed|gutted|mortified|shocked|moved|touched|thrilled|pleased|livid|angry for you|in awe|welling up|grinning|fed up for)\b|\b(?:so|really) (?:pleased|relieved|sad|chuffed|excited) for (?:you|u)\b|\b(?:i was|so) ashamed\b|\baw+\b|\bsending (?:you )?(?:love|hugs|good)/
/** Warmth that is meant, though no feeling is named: comfort, encouragement, a hand held out. */
const WARM =
  /\b(?:it(?:'ll| will|'s| gets?| does| can)? (?:gonna |going to )?(?:be (?:ok|okay|fine|alright|all right|good)|gets? better|pass)|everything will|things (?:will|can|do|get)|hang in|hold on|stay strong|be strong|keep (?:going|fighting|pushing|your head|trying|it up)|not alone|aren'?t alone|good luck|best of luck|best wishes|all the best|you(?:'ve| have)? got this|take care|here (?:for you|if you|to (?:talk|listen|help))|i hope|hope (?:you|things|it|that|everything|this)|wish you|wishing|don'?t give up|stay safe|you(?:'re| are|r)? (?:worth|loved|strong|amazing|beautiful|brave|important|a good|a great|valuable|enough|special|welcome)|you matter|feel better|(?:pm|dm|message|msg) me|(?:talk|chat|vent|speak) (?:to|with) me|(?:want|wanna|like|need|up|free|down) (?:someone )?to (?:talk|chat|vent)|be (?:your|a) friend|my friend|i care|we care|cares? about you|believe in you|happy birthday|bless|pray|please don'?t|hugs?|hugging|congrat\w*|proud of|don'?t (?:do it|worry|say that|want you to)|stay with us|good for you|great job|well done|good job|deserve|you can do|chin up|(?:thinking|thought) of you|lots of love|rooting for|fingers crossed|hang(?:ing)? (?:on|tight)|get well|trust me|i promise|work out|(?:kind|gentle|nice|good|easy|hard) (?:to|on|with) yourself|not your fault|nothing to be ashamed|willing to listen|you(?:'re| are|r)? not (?:a (?:failure|burden|bad|monster|freak|loser|nuisance|bother)|useless|crazy|stupid|worthless|weird|broken)|you(?:'ll| will) (?:be (?:ok|okay|fine|alright|all right|good|great)|get (?:there|through|over|better)|make it|feel better|do (?:great|fine|well|it))|(?:oh|poor) (?:no|dear|honey|you|love|thing|man|boy|girl)|condolences|sympathy|deep breath|cares? for you|you did (?:good|well|great|it|the right thing)|that(?:'s| is) (?:so |really )?(?:sad|wonderful|brilliant|lovely|amazing|awesome)|that (?:really )?sucks|lovely (?:day|evening|weekend|of you)|i feel (?:you|u|your)|i(?:'m| am|m) (?:right )?with (?:you|u))\b|<3|\bsorry\b|\bapolog/

function emotionalReaction(text: string, sentences: readonly Span[]): Levelled {
  const strong = sentences.filter((one) => {
    const sorry =
      findIn(text, one, SORRY) !== null &&
      findIn(text, one, HOLLOW_SORRY) === null &&
      findIn(text, one, BARE_SORRY) === null
    return sorry || findIn(text, one, FELT) !== null
  })
  if (strong.length > 0) return { level: 2, spans: strong }
  const weak = sentences.filter(
    (one) =>
      findIn(text, one, WARM) !== null &&
      !/\bsorry,? (?:that )?(?:but|you feel|you felt)\b/.test(text.slice(one.start, one.end)),
  )
  return weak.length > 0 ? { level: 1, spans: weak } : NONE
}

// ── Interpretation: shows that the other's feeling or lot is understood ──

const SAME =
  /\b(?:same(?: here)?|me too|me either|me neither|ditto|this is me|are you me|i'?m (?:in )?(?:the )?same|been there|so do i|i do too|i am too|happened to me)\b/
/** The other's lot or feeling put into words. */
const INFERRED = new RegExp(
  [
    `\\b(?:that|it|this|which)(?: must|'s| is| was| has to|s)(?: really| so| very| pretty| incredibly| just| be| been| feel| have)* (?:${HARD}|rough|terrible|sucks?|difficult|unfair|heavy)`,
    `\\b(?:must|has to) (?:be|feel|have been|have felt) (?:so |really |very )?(?:${HARD}|rough|terrible|difficult)`,
    `\\bsounds like (?:you|a|it|your|they|he|she)|\\bseems like you|\\byou (?:must|sound) (?:be |feel |have )?`,
    `\\byou'?re (?:feeling|going through|dealing|hurting|struggling|scared|right to be)|\\bno wonder you|\\bof course you(?:'re| are| feel| felt)`,
  ].join('|'),
)
const CLAIMED =
  /\b(?:(?:i|we) (?:can |do )?(?:completely |totally |fully |really |definitely |so |kind of )*(?:understand|get (?:it|that|you|what)|know (?:what you mean|what you'?re|how (?:you|that|it)|that feel|the feel|exactly)|hear you|feel (?:you|ya|this|u)|see (?:why|how|what|where)|relate)|understandable|makes (?:total |perfect )?sense|can imagine|relatable)\b/
/** A claim that goes on to say what it is that the other lives through is more than a claim. */
const PICTURED =
  /\bi (?:can |could |do )?(?:just )?(?:see|imagine|hear|picture|know) (?!(?:how|what|that|why) (?:you|that|it|this) (?:feels?|means?)\b)(?:how|what|why|where|that|you(?:'re|'d|'ve)?)\b(?:,? [a-z']+){3}/
/** The answerer as the one who lives through it… */
const OWN_STORY =
  /(?:^|[.!?,;]\s*|\b(?:and|but|because|cause|like|when|so|that|as|then|while|since) )(?:i|i'm|im|i've|ive|my|me|mine|i'd|same|been)\b/
/** …and not as the one who hopes, thinks, advises or offers. */
const NOT_A_STORY =
  /\b(?:i (?:hope|think|would (?:suggest|recommend|say|try|advise)|suggest|recommend|wish (?:you|i could)|believe (?:in|you|that)|guess|mean|want you|love you|promise|am here|can (?:help|listen|talk)|care|understand|apologi[sz]e|have (?:refunded|sent|ordered|asked|put|credited|booked|cancelled|checked|spoken|passed))|i'?(?:m| am) (?:so |really |very )?(?:sorry|here|glad|happy for|proud)|i(?:'ll| will|'ve) \w+|if i were|let me|i'?d (?:suggest|recommend|say|try|advise|love to)|(?:pm|dm|message|tell|trust|talk to|with|to|for|hit|text|call|ring) me|my (?:friend|advice|dear|man|guy|suggestion|english|bad|opinion|colleague|team|manager|number|name|apolog\w+|support|heart|pms?|inbox)|i (?:really |just |do |would |also )*(?:don'?t (?:want you|know (?:you|your|what|if|about|exactly|how)|think|really understand|understand|have any)|wish there|wonder|like (?:you|your|the|that|this)|love (?:to|your|it)|admire|appreciate|agree|support|envy|recommend|read (?:your|this|that|it)|heard|assume|need (?:to know|more)|just want(?:ed)? (?:you|to)|would like to|want to hear|have no idea|say)\b|i(?:'m|m| am) (?:so |really |very |not |too |just |also |honestly )*(?:sure|saying|curious|confused|afraid|rooting|listening|available|open|willing|pleased|sad|shocked|gutted|mortified|moved|worried|welling|crying|going to|gonna|on my way|speaking|sending|putting|paying|asking|bringing|in awe|certain|wondering|trying to)|i(?:'d| would) (?:add|like to|raise|rather you|be happy|be glad))\b/g
/** From this share of its sentences on, a reply tells of the answerer's own like experience. */
const STORY_SHARE = 0.2

function interpretation(text: string, sentences: readonly Span[]): Levelled {
  const said = (one: Span): string => text.slice(one.start, one.end)
  const same = sentences.filter((one) => SAME.test(said(one)))
  if (same.length > 0) return { level: 2, spans: same }
  const inferred = sentences.filter((one) => INFERRED.test(said(one)) || PICTURED.test(said(one)))
  const told = sentences.filter(
    (one) => !said(one).includes('?') && OWN_STORY.test(said(one).replace(CLAIMED, ' ').replace(NOT_A_STORY, ' ')),
  )
  if (told.length / Math.max(1, sentences.length) >= STORY_SHARE) return { level: 2, spans: [...told, ...inferred] }
  if (inferred.length > 0) return { level: 2, spans: inferred }
  const claimed = sentences.filter((one) => CLAIMED.test(said(one)))
  return claimed.length > 0 ? { level: 1, spans: claimed } : NONE
}

// ── Exploration: asks about what was not said ──

const GENERIC =
  /\b(?:what'?s (?:up|wrong|going on|happening|bothering|on your mind|the matter)|what (?:happened|is wrong|is going on|is it)|(?:wanna|want to|like to|need to|need someone to|care to|up to|free to) (?:talk|chat|vent|share)|(?:are )?(?:you|u) (?:ok|okay|alright)|how are you|tell me (?:more|about)|why\?|how so|what do you mean|how (?:can|may) (?:i|we) (?:help|assist)|(?:any|some)thing (?:else |in particular |particular )?(?:(?:i|we) (?:can|could)|you(?:'re| need| want))|what (?:do|would) you (?:need|want|like)(?: from)?(?: (?:us|me))?(?: to do)?\?|what seems to be|what makes you|what'?s (?:the story|keeping|getting|happened)|what is (?:on your mind|happening|the story)|(?:can|could) you (?:explain|elaborate|add|tell)|what (?:was|is) (?:it|this|that) (?:really )?about|in what way|why on earth|how come\?)/
/** Question marks that ask nothing about the other: advice, offers, flourishes, reproaches. */
const NO_QUESTION =
  /\b(?:why (?:not|don'?t (?:you|u)|would you|didn'?t you|bother)|have you (?:ever )?(?:tried|considered|thought about|seen a|talked to|spoken|read)|did(?:n'?t)? you (?:not |even )?read|who (?:knows|cares)|you know\?|right\?|isn'?t (?:it|that)|what if|shall|should (?:i|we)|(?:can|could|may) i (?!ask)|would you like (?:me|us)|wouldn'?t|how about|is (?:that|it) (?:so|really)|huh\?|eh\?|no\?|yeah\?|what did you expect|ya? ?know\?|know what\?|makes? sense\?|sound good\?|(?:maybe|perhaps|since when|so what|guess what|how dare|imagine)\b|what(?:'s| is) the (?:point|use|harm)|why (?:would|should) (?:any|some|every)|(?:how|what|who|why|where) (?:else |in the world )?(?:would|will|can|could|do|does|am|are|have) (?:i|we|any|some|people)|what (?:does it say|good|kind of|do you have to lose)|do you (?:know|realize|realise) (?:what|how|that|there|why)|(?:could|can) you (?:even )?imagine|have you (?:seen (?:what|how)|heard|thought of|checked)|are you sure|did you know|would you let me|if (?:even |you |they |it |i |we |not )[^?]{0,120}, (?:why|how|then|what|who))/
/** Somebody who asks of themselves tells, and does not ask. */
const OF_SELF = /\b(?:i (?!ask)|i'm|im|i've|my|me|we)\b/
const OF_OTHER = /\b(?:you|your|u|ur|yours)\b/
/** A question that somebody typed without its mark. */
const UNMARKED =
  /^(?:so |and |but |hey |ok |oh )?(?:what|how|where|which|who) (?:kind|sort|type|old|long|many|much|is|are|was|were|did|do|does) [^?]{0,60}\b(?:you|your|u|he|she|they|it|that)\b[^?]{0,40}$/
const ABOUT =
  /\b(?:you|your|u|ur|yourself|it|that|this|they|he|she|them|him|her|what|why|how|when|where|which|was|were|did|do|is|are)\b/

function exploration(text: string, sentences: readonly Span[]): Levelled {
  const asked: Span[] = []
  const generic: Span[] = []
  for (const one of sentences) {
    const said = text.slice(one.start, one.end)
    if (!said.includes('?') && !UNMARKED.test(said)) continue
    if (GENERIC.test(said)) generic.push(one)
    else if (!NO_QUESTION.test(said) && ABOUT.test(said) && (OF_OTHER.test(said) || !OF_SELF.test(said)))
      asked.push(one)
  }
  if (asked.length > 0) return { level: 2, spans: asked }
  return generic.length > 0 ? { level: 1, spans: generic } : NONE
}

/** `text` as `lowered` gives it. */
export function levelsOf(text: string): Record<Mechanism, Levelled> {
  const sentences = sentencesOf(text)
  return {
    emotionalReaction: emotionalReaction(text, sentences),
    interpretation: interpretation(text, sentences),
    exploration: exploration(text, sentences),
  }
}
