/** What consent does in the background: the two mails people ask for. */
import type { App, JobRow } from '#platform'
import { MAIL_CONFIRMATION, mailConfirmation } from './ask-confirmation.ts'
import { MAIL_LINK, mailLink } from './send-link.ts'

export const consentJobs: JobRow<App>[] = [
  {
    queue: MAIL_CONFIRMATION,
    run: (app, { workspaceId, confirmationId }: { workspaceId: string; confirmationId: string }) =>
      mailConfirmation(app, workspaceId, confirmationId),
  },
  {
    queue: MAIL_LINK,
    run: (app, { workspaceId, linkRequestId }: { workspaceId: string; linkRequestId: string }) =>
      mailLink(app, workspaceId, linkRequestId),
  },
]
