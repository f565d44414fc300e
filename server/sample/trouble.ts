/** The troubles of the sample: those that wait for somebody today, and those that were looked after, with how. */
import type { SampleVoice } from './voice.ts'

type StaffKey = 'maren' | 'tom' | 'ines' | 'yusuf'

export type SampleTrouble = {
  key: string
  /** What it is, in the words of the shop. */
  title: string
  /** One sentence: why a person is needed. */
  why: string
  urgency: 'now' | 'today' | 'this-week'
  state: 'open' | 'handled'
  voiceKeys: string[]
  personKey?: string
  /** Since when somebody waits: the first voice nobody has answered. */
  waitingSince: string
  ownerKey?: StaffKey
  handled?: SampleHandling
}

export type SampleHandling = {
  by: StaffKey
  at: string
  /** What the teammate wrote down, for colleagues. */
  note: string
  cause: string
  done: string[]
  /** What was given or spent to make it good, in cents. */
  goodwillMinor: number
  feltHeard: 'yes' | 'partly' | 'no'
  /** The person's own word on it, where there is one. */
  answerKey?: string
  /** After a "no": looked after once more, so many hours after that word. */
  again?: { by: StaffKey; hours: number; note: string; cause: string; done: string[] }
}

type Open = Pick<SampleTrouble, 'title' | 'why' | 'urgency' | 'ownerKey'>
type Handled = Open & Omit<SampleHandling, 'at' | 'answerKey'> & { hours: number }

const OPEN: Record<string, Open> = {
  'open-allergy': {
    title: 'Sesame in a bag marked plain',
    why: 'A five-year-old with a known allergy could not breathe after a plain roll; other families may have the same bag.',
    urgency: 'now',
  },
  'open-wedding': {
    title: 'A wedding cake tomorrow, nothing confirmed',
    why: 'The address has changed, the tier without egg was never confirmed, and two calls today went unanswered.',
    urgency: 'now',
    ownerKey: 'ines',
  },
  'open-third-mail': {
    title: 'Third mail about a paused box, from a man whose father has just died',
    why: 'He paused, was charged three times, and has had no line from us in five days.',
    urgency: 'now',
  },
  'open-chat-cake': {
    title: 'The wrong cake in the box',
    why: 'A five-year-old’s party is first thing tomorrow and the cake belongs to somebody turning fifty.',
    urgency: 'now',
  },
  'open-funeral': {
    title: 'Honey cake for a funeral on Saturday',
    why: 'Her mother died the night before; she needs a yes or a no, and she wrote in Spanish because nothing else came.',
    urgency: 'today',
  },
  'open-trolleys': {
    title: 'Noise at ten to four, again',
    why: 'We promised twice and kept it twice; now it is back, and he asks us before he asks the town.',
    urgency: 'today',
  },
  'open-review': {
    title: 'A father in a wheelchair, kept waiting in the rain',
    why: 'The ramp was blocked and the menu went to his child; the review is public and nobody has answered it.',
    urgency: 'today',
  },
  'open-quiet-goodbye': {
    title: 'Nine years, and a quiet goodbye',
    why: 'She is not complaining: she is waiting for a knock at the door that has stopped coming.',
    urgency: 'this-week',
    ownerKey: 'maren',
  },
  'open-flour': {
    title: 'The mill has not been paid for 62 days',
    why: 'No flour on Thursday unless he hears from us; he has called twice and been called back by nobody.',
    urgency: 'today',
  },
}

const HANDLED: Record<string, Handled> = {
  'late-wedding-cake': {
    title: 'Wedding cake 80 minutes late',
    why: 'The cake came after the cutting, and two firms each blamed the other.',
    urgency: 'now',
    by: 'maren',
    hours: 29,
    note: 'Went there. Said little. She wanted to tell the car park part and I wanted to interrupt three times; I did not.',
    cause: 'The courier put a cake with a fixed hour on an ordinary round.',
    done: [
      'Visited at home',
      'Cakes with a fixed hour are driven by us from now on',
      'Cake promised for the first anniversary',
    ],
    goodwillMinor: 42_000,
    feltHeard: 'yes',
  },
  'double-charge': {
    title: 'Charged twice, refused at the pharmacy',
    why: 'Money that was counted to the euro was gone for days.',
    urgency: 'today',
    by: 'tom',
    hours: 7,
    note: 'Refunded from the till’s own account so that she need not wait for the bank. Asked after the boy’s ear first.',
    cause: 'The new terminal books a payment although it shows an error.',
    done: [
      'Refund the same evening',
      'Rang her',
      'Went through all payments of that Saturday: eleven more found and refunded',
    ],
    goodwillMinor: 2340,
    feltHeard: 'yes',
  },
  'wrong-house': {
    title: 'Six boxes at number 17 instead of 71',
    why: 'He has written, rung and hung out a sign, and feels passed along.',
    urgency: 'today',
    by: 'maren',
    hours: 31,
    note: 'He keeps a list of dates. It is better than ours. Asked for a copy.',
    cause: 'The courier’s device swaps the digits; nobody could correct it.',
    done: ['Ended the courier’s contract', 'Own cargo bikes from next month', 'Six boxes refunded'],
    goodwillMinor: 5640,
    feltHeard: 'partly',
  },
  'allergy-labels': {
    title: 'Hives after a slice marked nut-free',
    why: 'A child reacted to something we had labelled as safe.',
    urgency: 'now',
    by: 'maren',
    hours: 3,
    note: 'I went to the door and said: we did this. No explanations until she asked for one.',
    cause: 'One slicer for everything, and labels typed by hand.',
    done: [
      'Sale stopped within the hour',
      'Second slicer',
      'Allergen folder at the till, read by everyone',
      'Told every family on the list',
    ],
    goodwillMinor: 0,
    feltHeard: 'yes',
  },
  margarete: {
    title: 'A name misspelt on a memorial cake',
    why: 'It is the name of her mother, and it is what she sees when she thinks of the day.',
    urgency: 'today',
    by: 'ines',
    hours: 26,
    note: 'The apprentice asked to go himself. I waited in the car.',
    cause: 'The name was taken down by ear on a Saturday.',
    done: ['Apprentice apologised in person', 'Names are read back aloud on every order', 'Cake refunded'],
    goodwillMinor: 5200,
    feltHeard: 'yes',
  },
  pension: {
    title: 'The new price is more than a pension carries',
    why: 'He leaves without reproach, and there will be others whom we do not hear.',
    urgency: 'this-week',
    by: 'yusuf',
    hours: 96,
    note: 'Told him the oven is hot anyway. He saw through it and was kind enough to let me.',
    cause: 'One price for everybody.',
    done: ['Solidarity loaf offered', 'Wrote to the other eleven who left at the price rise'],
    goodwillMinor: 590,
    feltHeard: 'yes',
  },
  'broken-tooth': {
    title: 'Olive stone, broken molar',
    why: 'He was told that olives have stones.',
    urgency: 'today',
    by: 'tom',
    hours: 74,
    note: 'Passed it to the insurance and thought that was it. Should have rung him first.',
    cause: 'Supplier’s olives sold as stoned; no sign at the shelf.',
    done: ['Insurance paid 340 euro', 'Sign at the shelf'],
    goodwillMinor: 0,
    feltHeard: 'no',
    again: {
      by: 'maren',
      hours: 20,
      note: 'Rang him. Said sorry before anything else, then let him tell it from the start. He asked whether we still bake the focaccia.',
      cause: 'We settled the money and forgot the man.',
      done: ['Rang him', 'After every injury somebody from the shop rings the same day, before the insurance does'],
    },
  },
  remark: {
    title: 'A remark about “them”, overheard',
    why: 'A customer of four years was spoken about as though she could not understand.',
    urgency: 'now',
    by: 'maren',
    hours: 5,
    note: 'Rang at lunchtime. Did not explain it away. My colleague asked to speak to her herself.',
    cause: 'A tired Saturday is a reason; it is not an excuse.',
    done: [
      'Call the same day',
      'A talk with the colleague, who wants to apologise herself',
      'On the agenda of the team evening',
    ],
    goodwillMinor: 0,
    feltHeard: 'yes',
  },
  'short-delivery': {
    title: 'Baguettes counted short, three times',
    why: 'A restaurant cannot serve bread that is not there.',
    urgency: 'today',
    by: 'maren',
    hours: 15,
    note: 'Went with the bike at six and counted in his kitchen in front of everybody. Embarrassing and useful.',
    cause: 'Counted by tray, and one tray holds 31, not 40.',
    done: ['New tray marked with its number', 'Counted at his door for a week', 'Nine baguettes credited'],
    goodwillMinor: 4300,
    feltHeard: 'yes',
  },
}

/** Builds each trouble from the voices of its thread: in a handled one, the last letter is the answer to what we did. */
export function makeTroubles(voices: readonly SampleVoice[]): SampleTrouble[] {
  const threads = Map.groupBy(voices, (voice) => voice.thread ?? '')
  const of = (key: string) => {
    const told = threads.get(key)
    if (!told) throw new Error(`the sample has no voice for the trouble '${key}'`)
    return told
  }
  const person = (told: SampleVoice[]) => (told[0]!.personKey ? { personKey: told[0]!.personKey } : {})
  const open = Object.entries(OPEN).map(([key, trouble]): SampleTrouble => {
    const told = of(key)
    // A wedding's first letters were answered long ago: only the last days wait.
    const newest = Date.parse(told.at(-1)!.saidAt)
    const waiting = told.filter((voice) => newest - Date.parse(voice.saidAt) < 10 * 86_400_000)
    return {
      key,
      ...trouble,
      state: 'open',
      voiceKeys: told.map((voice) => voice.key),
      ...person(told),
      waitingSince: waiting[0]!.saidAt,
    }
  })
  const handled = Object.entries(HANDLED).map(
    ([key, { by, hours, note, cause, done, goodwillMinor, feltHeard, again, ...trouble }]) => {
      const told = of(key)
      const at = new Date(Date.parse(told[0]!.saidAt) + hours * 3_600_000).toISOString()
      return {
        key,
        ...trouble,
        state: 'handled' as const,
        voiceKeys: told.map((voice) => voice.key),
        ...person(told),
        waitingSince: told[0]!.saidAt,
        ownerKey: by,
        handled: {
          by,
          at,
          note,
          cause,
          done,
          goodwillMinor,
          feltHeard,
          ...(again ? { again } : {}),
          ...(told[1] ? { answerKey: told[1].key } : {}),
        },
      }
    },
  )
  return [...open, ...handled]
}
