/** Mail out. Without SMTP_URL nothing is pretended: `ready` is false and whoever asks offers a link to copy instead. */
import { createTransport } from 'nodemailer'
import type { Config } from './config.ts'
import { Refusal } from './refusal.ts'

export type Letter = { to: string; subject: string; text: string; html?: string; headers?: Record<string, string> }
export type Mail = { ready: boolean; send: (letter: Letter) => Promise<void>; check: () => Promise<void> }

export function createMail(config: Config): Mail {
  if (!config.smtpUrl) {
    const refuse = async () => {
      throw new Refusal('mail_not_set_up', 'No mail server is set up (SMTP_URL), so Heed cannot send mail.')
    }
    return { ready: false, send: refuse, check: refuse }
  }
  const transport = createTransport(config.smtpUrl, { from: config.mailFrom })
  return {
    ready: true,
    send: async (letter) => void (await transport.sendMail(letter)),
    check: async () => void (await transport.verify()),
  }
}
