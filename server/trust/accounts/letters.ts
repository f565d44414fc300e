/** Letters about an account. They go out behind the answer, so that the time of it tells nothing about who is known. */
import type { App } from '#platform'

export type AccountLetter = { to: string; subject: string; text: string }

export function post(app: App, letter: AccountLetter): void {
  if (!app.mail.ready) return
  app.mail.send(letter).catch((error: unknown) => app.log.warn('account.mail_failed', { error }))
}

const END = '\n\nYou need not answer this letter.\n'

export const resetLetter = (to: string, link: string): AccountLetter => ({
  to,
  subject: 'A new password for Heed',
  text: `Somebody, probably you, asked for a new password.\n\nChoose it here: ${link}\n\nThe link works once, for one hour. If it was not you, leave it: nothing has changed.${END}`,
})

export const verifyLetter = (to: string, link: string): AccountLetter => ({
  to,
  subject: 'Is this your e-mail address?',
  text: `Somebody, probably you, uses this address to sign in to Heed.\n\nSay yes here: ${link}\n\nThe link works for two days. If it was not you, leave it.${END}`,
})

export const newAddressLetter = (to: string, link: string): AccountLetter => ({
  to,
  subject: 'Your new e-mail address for Heed',
  text: `Somebody, probably you, wants to sign in to Heed with this address from now on.\n\nSay yes here: ${link}\n\nThe link works for two days. Until then the old address goes on working. If it was not you, leave it.${END}`,
})

export const takenLetter = (to: string): AccountLetter => ({
  to,
  subject: 'You already have an account with Heed',
  text: `Somebody wanted to use this address for another account of Heed. It is already yours, so nothing was changed.${END}`,
})

const CHANGES = {
  password: 'Your password was changed, and you were signed out everywhere else.',
  email: 'Your account now has another e-mail address; this one no longer signs in.',
  twoStepOn: 'Signing in now takes two steps.',
  twoStepOff: 'Signing in no longer takes a second step.',
  passkey: 'A passkey was added to your account.',
  provider: 'Your account was joined with your company’s sign-in.',
} as const

export const changedLetter = (to: string, what: keyof typeof CHANGES): AccountLetter => ({
  to,
  subject: 'Something changed in your Heed account',
  text: `${CHANGES[what]}\n\nIf that was you, all is well. If not, ask for a new password at once (on the sign-in page: "Forgot your password?") and tell the owner of your workspace.${END}`,
})
