import { Link } from '@tanstack/react-router'
import { useWords } from '../i18n/use-words.ts'
import { buttonClass } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { shellWords } from './words.ts'

/** The address names a workspace this account does not belong to. Whether it exists is not said. */
export function Closed() {
  const t = useWords(shellWords)
  return (
    <main>
      <Page title={t('closed.title')} lead={t('closed.detail')} width="letter">
        <Link to="/" className={buttonClass('deed')}>
          {t('closed.other')}
        </Link>
      </Page>
    </main>
  )
}
