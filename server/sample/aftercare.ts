/**
 * What the shop usually does about everyday troubles, by what they are about: short notes as busy people write them. The
 * big troubles have words of their own in trouble.ts.
 */
import type { Topic } from './text.ts'

export type Care = { cause: string; done: string }

export const CARE: Record<Topic, readonly Care[]> = {
  bread: [
    { cause: 'Baked too dark or too early', done: 'New loaf put aside, and told the bakery' },
    { cause: 'Sold out before noon', done: 'Offered to keep one back by name' },
  ],
  cake: [
    { cause: 'Order written down wrongly', done: 'Cake replaced, order read back aloud' },
    { cause: 'Cake damaged on the way', done: 'Refunded half and sent a new one' },
  ],
  service: [
    { cause: 'Too few of us at the counter', done: 'Apologised; one more at the counter on Saturdays' },
    { cause: 'Question left unanswered', done: 'Answered and apologised for the wait' },
  ],
  delivery: [
    { cause: 'Box came late', done: 'Rang, apologised, next box free' },
    { cause: 'Box left at the wrong door', done: 'Brought a new one and corrected the address' },
  ],
  subscription: [
    { cause: 'Pause or change did not go through', done: 'Changed it by hand and refunded what was charged' },
    { cause: 'Terms not clear', done: 'Explained, and passed the sentence on to be rewritten' },
  ],
  price: [
    { cause: 'New prices', done: 'Explained what flour and power cost us, offered the day-old shelf' },
    { cause: 'Price tag out of date', done: 'Gave back the difference, changed the tag' },
  ],
  app: [
    { cause: 'Pause or change did not go through', done: 'Paused it by hand and wrote to confirm' },
    { cause: 'Page does not work on some phones', done: 'Took the order by phone, passed the fault on' },
  ],
  terrace: [
    { cause: 'No shade, wobbly tables', done: 'Moved two parasols, wedged the tables' },
    { cause: 'Tables not cleared', done: 'Apologised; a round every half hour' },
  ],
  coffee: [{ cause: 'Coffee cold or bitter', done: 'New cup on us, grinder set anew' }],
  allergy: [
    { cause: 'Ingredients hard to find', done: 'Sent the list, showed where the folder stands' },
    { cause: 'Colleague unsure about ingredients', done: 'Answered from the folder, went through it with the team' },
  ],
  'opening-hours': [{ cause: 'Hours wrong online', done: 'Corrected them everywhere and said sorry for the walk' }],
  payment: [
    { cause: 'Card terminal', done: 'Checked the payment, refunded what was taken twice' },
    { cause: 'Wrong amount on the receipt', done: 'Gave back the difference' },
  ],
  noise: [{ cause: 'Noise before six', done: 'Rang the doorbell with a bag of rolls; trolleys stay inside until six' }],
  staff: [
    { cause: 'Tone at the counter', done: 'Apologised; talked it over with the colleague' },
    { cause: 'Too few of us at the counter', done: 'Apologised, and told the team' },
  ],
  wholesale: [{ cause: 'Counted short', done: 'Credited, counted twice since' }],
  other: [{ cause: 'Something else', done: 'Answered personally' }],
}

/** Left by whoever answered, for colleagues. */
export const NOTES: readonly string[] = [
  'Rang instead of writing. It took four minutes.',
  'Wanted to be asked, more than to be paid.',
  'Was friendlier than I would have been.',
  'Wrote back by hand and signed with my name.',
  'Said what we did wrong first, then what we will do.',
  'Did not pick up; tried again in the evening, and that was the right time.',
  'Comes on Saturdays. Say hello when you see them.',
  'Asked twice whether that settles it. It does.',
]

/** When somebody says that they did not feel heard, whoever comes second listens first. */
export const ONCE_MORE: readonly (Care & { note: string })[] = [
  {
    cause: 'Answered too quickly',
    done: 'Rang, let them tell it from the start, and wrote down what they asked for',
    note: 'Our first answer was about us. The second was about them.',
  },
  {
    cause: 'Settled, but nobody had said sorry',
    done: 'Said sorry in person',
    note: 'That was all that had been missing.',
  },
]
