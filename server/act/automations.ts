/** What act does by itself. */
import type { Automation } from '#trust'
import { heardLetter } from './heard/heard-letter.ts'

export const OPENING: Automation = {
  key: 'act.open-cases',
  kind: 'rule',
  name: 'Putting messages on Today',
  does: 'Six fixed rules say which message needs a person: complaints, people who leave, questions that press, low scores.',
  affects: 'Whoever writes to you: those put on Today are seen sooner.',
  decides: 'A person answers, closes it, says that it does not belong there, or puts another message there by hand.',
  off: 'Nothing comes to Today by itself but what may speak of danger. Put messages there by hand. Turned on again, Heed looks through what came in meanwhile.',
  back: 'Say that it does not belong on Today; that can be undone.',
  choices: ['on', 'off'],
  standard: 'on',
  pressed: false,
  irreversible: false,
  runs: ['act.open-cases', 'act.reweigh-corrected', 'act.switched'],
}

export const DANGER: Automation = {
  key: 'act.open-danger',
  kind: 'rule',
  name: 'Putting talk of danger before everything else',
  does: 'Words that may mean danger to somebody’s life or safety go to the very top of Today, for few eyes. If nobody has laid a hand on them after a while, those few get a letter without a word of it.',
  affects: 'Whoever may be in danger. It errs on the side of looking once too often.',
  decides: 'A person looks, stays in touch, and alone may close it, with a note, or say that nobody is in danger.',
  off: 'Somebody might be in danger and nobody would know. Who sees these letters is arranged under “In an emergency”.',
  back: 'Say that nobody is in danger; then it is a message like any other.',
  choices: ['on'],
  standard: 'on',
  pressed: false,
  irreversible: false,
  runs: ['act.open-crises', 'act.tell-readers'],
}

export const ORDERING: Automation = {
  key: 'act.order',
  kind: 'rule',
  name: 'The order of Today',
  does: 'Multiplies how strongly a message reads, how long and how much the person has been with you, and how long they have waited.',
  affects: 'Whoever waits: those further up are usually answered first.',
  decides: 'Anybody takes whichever message they think right.',
  off: 'Whoever waits longest stands first. Danger, and those who did not feel heard, still stand before all others.',
  back: 'Nothing is changed by it; turn it off and the order is another.',
  choices: ['on', 'off'],
  standard: 'on',
  pressed: false,
  irreversible: false,
  runs: [],
}

export const HEARD_MAIL: Automation = {
  key: 'act.heard-mail',
  kind: 'message',
  name: 'Mailing the question “did you feel heard?”',
  does: 'Sends one short letter to the person after their matter was closed. A teammate presses the button; a program with a key can ask for it, too.',
  affects: 'The person whose matter was closed.',
  decides: 'A teammate presses the button. What a program asks for waits until a teammate lets it go.',
  off: 'Heed mails nothing. The link can still be copied and sent by hand.',
  back: 'For half a minute after it was let go. A letter that has left cannot be called back, which is why a person presses.',
  choices: ['on', 'ask', 'off'],
  standard: 'ask',
  ownerFor: 'on',
  pressed: true,
  irreversible: false,
  runs: ['act.send-approved'],
  letter: heardLetter,
}

export const actAutomations: Automation[] = [OPENING, DANGER, ORDERING, HEARD_MAIL]
