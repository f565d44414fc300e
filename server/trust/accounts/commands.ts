/** `heed account`: for whoever has the machine, when a person cannot get in by themselves. */
import { Refusal, type App, type Config } from '#platform'
import { Email } from '../contract.ts'
import { createAccounts, type Accounts } from './accounts.ts'
import { isGuest } from './guest.ts'
import { keepMembersUpToDate } from './keep-members.ts'
import { makeResetLink } from './reset-password.ts'
import { changeEmail, findAccountByEmail, removeSessions, type AccountRow } from './store-accounts.ts'
import { endLinks, removeSecondStep } from './store-proofs.ts'

type Opened = { app: App; close: () => Promise<void> }

const HELP = `Usage: heed account reset EMAIL
       heed account email OLD NEW
       heed account two-step-off EMAIL

  reset         prints a link with which this person chooses a new password; it works once, for one hour
  email         changes the address somebody signs in with
  two-step-off  for somebody who lost both their phone and their recovery codes; signs them out everywhere

Give what is printed only to the person themselves.`

export const accountCommand = (open: (config: Config) => Promise<Opened>) => ({
  name: 'account',
  summary: 'Help somebody back into their account',
  help: HELP,
  run: async (config: Config, _values: object, words: string[]): Promise<void> => {
    const [what, ...emails] = words
    const deed = DEEDS[what ?? '']
    if (!deed || emails.length !== deed.emails)
      throw new Refusal('invalid_input', `Say what to do and for whom.\n${HELP}`)
    const given = emails.map(readEmail)
    const heed = await open(config)
    try {
      const accounts = createAccounts(heed.app)
      const account = await findAccountByEmail(accounts.pool, given[0]!)
      if (!account || isGuest(account))
        throw new Refusal('account_not_found', `Nobody has an account with ${given[0]} here.`)
      process.stdout.write(`${await deed.run(heed.app, accounts, account, given[1] ?? '')}\n`)
    } finally {
      await heed.close()
    }
  },
})

function readEmail(text: string): string {
  const read = Email.safeParse(text)
  if (!read.success) throw new Refusal('invalid_input', `${text} does not look like an e-mail address.`)
  return read.data
}

type Deed = {
  emails: number
  run: (app: App, accounts: Accounts, account: AccountRow, to: string) => Promise<string>
}

const DEEDS: Record<string, Deed> = {
  reset: {
    emails: 1,
    run: async (app, accounts, account) => {
      const link = await makeResetLink(app, accounts.pool, account.id, null)
      return `A new password for ${account.name} <${account.email}>. The link works once, for one hour:\n\n  ${link}\n\nGive it only to them.`
    },
  },
  email: {
    emails: 2,
    run: async (app, accounts, account, to) => {
      if (!(await changeEmail(accounts.pool, account.id, to, false, app.clock.now())))
        throw new Refusal('account_exists', `Somebody already has an account with ${to}.`)
      await endLinks(accounts.pool, account.id, ['reset', 'verify', 'email'], app.clock.now())
      await keepMembersUpToDate(app, { ...account, email: to })
      return `${account.name} signs in with ${to} from now on.`
    },
  },
  'two-step-off': {
    emails: 1,
    run: async (app, accounts, account) => {
      await removeSecondStep(accounts.pool, account.id, app.clock.now())
      await removeSessions(accounts.pool, account.id)
      return `${account.name} <${account.email}> now signs in with the password alone, and was signed out everywhere.`
    },
  },
}
