import { Copy, Printer } from 'lucide-react'
import { useState } from 'react'
import { Mark } from '../shell/mark.tsx'
import { useWords } from '../i18n/use-words.ts'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { youWords } from './words.ts'

/** A page to print and put away: nothing else stands on it. */
export function RecoveryCodes({ codes, email, onDone }: { codes: string[]; email: string; onDone: () => void }) {
  const t = useWords(youWords)
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'))
    setCopied(true)
  }
  return (
    <main>
      <Page title={t('codes.title')} lead={t('codes.lead')} width="letter">
        <p className="mb-4 flex items-center gap-2.5 text-small font-medium">
          <Mark /> {t('codes.for', { email })}
        </p>
        <ol className="figures mb-8 grid max-w-md grid-cols-1 gap-x-10 border-y border-line py-4 text-lead min-[24rem]:grid-cols-2">
          {codes.map((code) => (
            <li key={code} className="py-1.5 select-all">
              {code}
            </li>
          ))}
        </ol>
        <div className="flex flex-wrap gap-3 print:hidden">
          <Button icon={Printer} onClick={() => window.print()}>
            {t('codes.print')}
          </Button>
          <Button icon={Copy} onClick={() => void copy()}>
            {copied ? t('codes.copied') : t('codes.copy')}
          </Button>
          <Button look="deed" onClick={onDone}>
            {t('codes.done')}
          </Button>
        </div>
      </Page>
    </main>
  )
}
