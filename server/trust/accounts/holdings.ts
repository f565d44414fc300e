/** What is kept about accounts: people who sign in, not people whose voices are heard. */
import type { Holding } from '#platform'

const WHO = 'those who sign in'

export const accountHoldings: Holding[] = [
  { table: 'trust.account', what: 'people who sign in', personal: ['name', 'email', 'image'], nobody: WHO, team: true },
  {
    table: 'trust.session',
    what: 'where they are signed in',
    personal: ['ipAddress', 'userAgent'],
    nobody: WHO,
    team: true,
  },
  { table: 'trust.credential', what: 'how they prove it', personal: [], nobody: WHO },
  { table: 'trust.verification', what: 'proofs under way', personal: ['identifier'], nobody: WHO, team: true },
  { table: 'trust.second_step', what: 'seeds of code apps, sealed', personal: [], nobody: WHO },
  { table: 'trust.recovery_code', what: 'recovery codes, as hashes', personal: [], nobody: WHO },
  { table: 'trust.passkey', what: 'public halves of passkeys', personal: ['name'], nobody: WHO, team: true },
  {
    table: 'trust.account_link',
    what: 'links to choose a password or prove an address',
    personal: ['email'],
    nobody: WHO,
    team: true,
  },
  { table: 'trust.challenge', what: 'what a browser was asked and has not answered yet', personal: [], nobody: WHO },
  { table: 'trust.attempt', what: 'wrong tries, counted', personal: [], nobody: WHO },
]
