import type { ErrorComponentProps } from '@tanstack/react-router'
import { useRouter } from '@tanstack/react-router'
import { useWords } from '../i18n/use-words.ts'
import { ErrorNotice, saidOf } from '../ui/error-notice.tsx'
import { Page } from '../ui/page.tsx'
import { uiWords } from '../ui/words.ts'

/** A page that broke says so in its own place; the rail around it keeps working. */
export function Trouble({ error, reset }: ErrorComponentProps) {
  const t = useWords(uiWords)
  const router = useRouter()
  const again = async (): Promise<void> => {
    reset()
    await router.invalidate()
  }
  return (
    <Page title={saidOf(error, t).title} width="letter">
      <ErrorNotice error={error} retry={again} />
    </Page>
  )
}

/** The same where no frame stands around it. */
export function TroubleOutside(props: ErrorComponentProps) {
  return (
    <main>
      <Trouble {...props} />
    </main>
  )
}
