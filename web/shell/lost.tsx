import { Link } from '@tanstack/react-router'
import { useWords } from '../i18n/use-words.ts'
import { buttonClass } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { shellWords } from './words.ts'

export function Lost() {
  const t = useWords(shellWords)
  return (
    <Page title={t('lost.title')} lead={t('lost.detail')} width="letter">
      <Link to="/" className={buttonClass('deed')}>
        {t('lost.home')}
      </Link>
    </Page>
  )
}

/** The same where no frame stands around it. */
export function LostOutside() {
  return (
    <main>
      <Lost />
    </main>
  )
}
