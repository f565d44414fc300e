/** What understand does by itself. */
import type { Automation } from '#trust'

export const READING: Automation = {
  key: 'understand.read',
  kind: 'model',
  name: 'Reading what people wrote',
  does: 'A small model on this machine says how words read: which side they are on, which feeling, what they want, how soon.',
  affects: 'Whoever writes to you. What employees say under their name is never read.',
  decides: 'Anybody on the team can say that a message reads otherwise; that counts from then on.',
  off: 'New messages are kept and shown, but not read: nobody is put on Today for how their words read. Of danger only the plain words of a fixed list are noticed. What was read before stays, marked with when it was read. Turned on again, Heed reads what came in meanwhile.',
  back: 'Correct a reading, or take the correction back.',
  choices: ['on', 'off'],
  standard: 'on',
  pressed: false,
  irreversible: false,
  runs: ['understand.read', 'understand.person', 'understand.restricted', 'understand.switched'],
}

export const REREADING: Automation = {
  key: 'understand.reread',
  kind: 'model',
  name: 'Reading again with a newer model',
  does: 'When an update brings another version of the model, everything is read again with it, newest first.',
  affects: 'Whoever wrote to you before.',
  decides: 'What a person corrected stays as the person said.',
  off: 'What an older version read stays as it was read, and says so.',
  back: 'Correct a reading, or take the correction back.',
  choices: ['on', 'off'],
  standard: 'on',
  pressed: false,
  irreversible: false,
  runs: ['understand.reread'],
}

export const SWAPS: Automation = {
  key: 'understand.swaps',
  kind: 'model',
  name: 'Checking the reader for fairness',
  does: 'Reads pairs of made-up sentences that differ in a name or a way of speaking only, and shows what changes.',
  affects: 'Nobody: the sentences are made up.',
  decides: 'A manager starts it and writes down what was done about it.',
  off: 'It runs only when somebody asks for it.',
  back: 'It changes nothing.',
  choices: ['on'],
  standard: 'on',
  pressed: true,
  irreversible: false,
  runs: ['understand.swaps'],
}

export const understandAutomations: Automation[] = [READING, REREADING, SWAPS]
