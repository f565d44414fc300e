/** What people does by itself. */
import type { Automation } from '#trust'

export const RECOGNISING: Automation = {
  key: 'people.recognise',
  kind: 'rule',
  name: 'Putting messages with their person',
  does: 'Puts everything that comes from one e-mail address, phone number or customer number with one person.',
  affects: 'Whoever writes under an address, a number or an id.',
  decides: 'Anybody on the team can change an address. Managers say which records are one person.',
  off: 'The same address is the same person: nothing is guessed here, so there is nothing to turn off.',
  back: 'Take the address away from the person.',
  choices: ['on'],
  standard: 'on',
  pressed: false,
  irreversible: false,
  runs: [],
}

export const DUPLICATES: Automation = {
  key: 'people.duplicates',
  kind: 'rule',
  name: 'Suggesting that two records are one person',
  does: 'Lists pairs of records that carry the same first and last name.',
  affects: 'Customers and others who stand here twice, or who share a name.',
  decides: 'A manager says whether they are one person. Heed never joins two records by itself.',
  off: 'No pairs are suggested. Records can still be joined by hand.',
  back: 'A join can be taken back and leaves both records as they were.',
  choices: ['on', 'off'],
  standard: 'on',
  pressed: false,
  irreversible: false,
  runs: [],
}

export const peopleAutomations: Automation[] = [RECOGNISING, DUPLICATES]
