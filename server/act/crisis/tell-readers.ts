/**
 * When an emergency came in and none of the few who see it has laid a hand on it after ten minutes, a letter goes to them:
 * that one waits and where, and not a word of what was said or by whom. Without a mail server nothing is sent, and the
 * page about emergencies says so.
 */
import type { App } from '#platform'
import { findWorkspace, listReaders, maySeeCrises } from '#trust'
import { claimUnseen, forgetTold } from './store.ts'

export const TELL = 'act.tell-readers'
export const PATIENCE_SECONDS = 10 * 60

export async function tellReaders(app: App, workspaceId: string, caseId: string): Promise<void> {
  if (!app.mail.ready) return
  const letter = await app.db.inWorkspace(workspaceId, async (tx) => {
    if (!(await claimUnseen(tx, caseId, app.clock.now()))) return null
    const workspace = await findWorkspace(tx)
    return {
      name: workspace?.name ?? '',
      to: (await listReaders(tx)).filter(maySeeCrises).map((reader) => reader.email),
    }
  })
  if (!letter || letter.to.length === 0) return
  const link = `${app.config.url}/w/${workspaceId}/today?case=${caseId}`
  const sent = await Promise.allSettled(letter.to.map((to) => app.mail.send({ to, ...words(letter.name, link) })))
  if (sent.some((one) => one.status === 'fulfilled')) return
  // Nobody was reached: the job comes back and tries again.
  await app.db.inWorkspace(workspaceId, (tx) => forgetTold(tx, caseId))
  throw new Error('no crisis reader could be reached by mail')
}

const words = (business: string, link: string): { subject: string; text: string } => ({
  subject: `${business}: somebody needs a person now`,
  text: `A message came in at ${business} that may speak of danger to somebody, and nobody has looked after it yet.

Please read it now, or ask another of the few who may:
${link}

This letter says nothing of what was written, on purpose. It went to everybody at ${business} who may read such messages.
`,
})
