/** What listen does by itself. */
import type { Automation } from '#trust'

export const RECOGNISER_VERSION = 'columns-1'

export const MAPPING: Automation = {
  key: 'listen.mapping',
  kind: 'rule',
  name: 'Guessing what the columns of a file mean',
  does: 'Looks at the names and the first thousand rows of a file, and proposes which column holds words, dates, scores and names.',
  affects: 'Whoever stands in the file: a wrong guess puts words or scores in the wrong place.',
  decides:
    'Whoever brings the file in sees every guess with its reason, changes what is wrong, and presses the button.',
  off: 'Every column is chosen by hand.',
  back: 'An import can be taken back whole.',
  choices: ['on', 'off'],
  standard: 'on',
  pressed: false,
  irreversible: false,
  runs: [],
}

export const listenAutomations: Automation[] = [MAPPING]
