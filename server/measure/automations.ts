/** What measure does by itself. */
import type { Automation } from '#trust'

export const CONTRASTS: Automation = {
  key: 'measure.contrasts',
  kind: 'rule',
  name: 'Saying what goes with better and worse',
  does: 'Compares each source, way of writing, survey and group of people with all the rest, and names those that differ for sure.',
  affects: 'Whoever is compared: groups, never single persons.',
  decides: 'A person decides what it means. Heed says “goes with”, never “because of”.',
  off: 'Outcomes shows the figures without pointing at groups.',
  back: 'Nothing is changed by it.',
  choices: ['on', 'off'],
  standard: 'on',
  pressed: false,
  irreversible: false,
  runs: [],
}

export const BREAKDOWNS: Automation = {
  key: 'measure.breakdowns',
  kind: 'rule',
  name: 'Picking attributes to break Outcomes down by',
  does: 'Picks up to three attributes of persons that have a few, well-filled values.',
  affects: 'Groups of persons, never single persons.',
  decides: 'A manager chooses other attributes in Outcomes.',
  off: 'Choose the attributes yourself in Outcomes; then nothing is picked.',
  back: 'Choose others, or let Heed pick again.',
  choices: ['on'],
  standard: 'on',
  pressed: false,
  irreversible: false,
  runs: [],
}

export const measureAutomations: Automation[] = [CONTRASTS, BREAKDOWNS]
