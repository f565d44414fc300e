import { catalogue } from '../../i18n/catalogue.ts'

export const backupsWords = catalogue('backups', {
  lead: 'Every night Heed writes all it holds into one sealed file, and once a week proves that the newest can be restored.',
  'lead.off': 'Nightly backups are switched off (HEED_BACKUP=off). You can still ask for one.',
  where: 'They lie in {{folder}} on the machine Heed runs on. A copy on another disk survives a broken one.',
  make: 'Make one now',
  making: 'A backup is being made …',
  asked: 'A backup is on its way.',
  list: 'What there is',
  rows_one: '{{count}} row',
  rows_other: '{{count}} rows',
  'check.sound': 'restored and compared: good',
  'check.unsound': 'did not pass its check',
  'check.none': 'not checked',
  'none.title': 'No backup yet',
  'none.text': 'The first one is made tonight. You can also make one now; it takes a moment and disturbs nobody.',
  'key.title': 'The key',
  'key.own':
    'The files open only with their key. It lies beside the data, so a lost disk would lose both: print it once with “heed backup key” on that machine, and keep it somewhere else.',
  'key.given': 'The files open only with the passphrase in HEED_BACKUP_PASSPHRASE. Keep it somewhere else too.',
  'restore.title': 'To bring one back',
  'restore.text':
    'On a new, empty folder. All of it comes back, or nothing; who asked to be forgotten stays forgotten.',
})
