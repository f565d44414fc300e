import { useQuery } from '@tanstack/react-query'
import { CircleCheck, CircleHelp, CircleX } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Explanation, type Sentence } from '#trust/contract'
import type { Catalogue } from '../i18n/catalogue.ts'
import { useLanguage } from '../i18n/language.ts'
import { useWords } from '../i18n/use-words.ts'
import { api, type Query } from './api.ts'
import { DateTime } from './date-time.tsx'
import { ErrorNotice } from './error-notice.tsx'
import { SidePanel } from './side-panel.tsx'
import { SkeletonText } from './skeleton.tsx'
import { useWorkspace } from './workspace.ts'
import { uiWords } from './words.ts'

interface WhyProps {
  /** Where the explanation is fetched from, once somebody asks: `workspace.path('voices', id, 'explanation')`. */
  path: string
  query?: Query
  /** The words of the capability that explains itself, so that the sentences can be said in another language. */
  words: Catalogue
  label?: string
  /** Read instead of the label, where several stand in one list. */
  about?: string
  /** What can be done about it, under the reasons. */
  children?: ReactNode
}

/** "Why?" behind every verdict of a machine: what it saw, what decided, how sure, what would change it, how to overrule. */
export function Why({ label, about, ...rest }: WhyProps) {
  const t = useWords(uiWords)
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        className="-ms-1.5 inline-flex min-h-11 items-center gap-1.5 rounded-lg px-1.5 text-small font-medium text-ink-soft hover:text-ink"
      >
        <CircleHelp aria-hidden className="size-4 shrink-0" />
        <span aria-hidden={about ? true : undefined}>{label ?? t('why')}</span>
        {about && <span className="heard-only">{t('why.about', { what: about })}</span>}
      </button>
      {/* Mounted only while open, so that no explanation is fetched that nobody asked for. */}
      {open && <WhyPanel {...rest} title={label ?? t('why')} onClose={() => setOpen(false)} />}
    </>
  )
}

function WhyPanel({
  path,
  query,
  words,
  title,
  children,
  onClose,
}: Pick<WhyProps, 'path' | 'query' | 'words' | 'children'> & { title: string; onClose: () => void }) {
  const workspace = useWorkspace()
  const found = useQuery({
    queryKey: [workspace.id, 'why', path, query ?? {}],
    queryFn: ({ signal }) => api.get(path, { schema: Explanation, query, signal }),
    staleTime: 0,
  })
  return (
    <SidePanel open onClose={onClose} title={title}>
      {found.isPending && <SkeletonText lines={8} />}
      {found.isError && <ErrorNotice error={found.error} retry={found.refetch} />}
      {found.data && <Reasons why={found.data} words={words} />}
      {found.data && children && <div className="mt-8 border-t border-line pt-5">{children}</div>}
    </SidePanel>
  )
}

function Reasons({ why, words }: { why: Explanation; words: Catalogue }) {
  const t = useWords(uiWords)
  const own = useWords(words) as unknown as (key: string, values?: Sentence['values']) => string
  const say = ({ key, values }: Sentence): string => own(key, values)
  const language = useLanguage()
  const figure = (value: number): string =>
    new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(Object.is(value, -0) ? 0 : value)
  const { decidedBy, sure, saw, sum, wouldChange } = why
  return (
    <div className="flex flex-col gap-7">
      <p className="text-lead">{say(why.verdict)}.</p>
      {saw.length > 0 && (
        <Part title={t('why.saw')}>
          <ul className="flex flex-col divide-y divide-line">
            {saw.map((one, at) => (
              <li key={at} className="flex items-baseline gap-4 py-2 first:pt-0">
                <span className="min-w-0 flex-1">
                  {one.quote !== null && (
                    <span className="block font-serif text-body break-words text-voice">“{one.quote}”</span>
                  )}
                  <span className="block text-small text-ink-soft">{say(one.what)}</span>
                </span>
                {one.figure !== null && <span className="figures text-small font-semibold">{figure(one.figure)}</span>}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {sum && (
        <Part title={t(sum.how === 'add' ? 'why.adds' : 'why.multiplies')}>
          <table className="w-full text-small">
            <tbody>
              {sum.parts.map((part, at) => (
                <tr key={at}>
                  <th scope="row" className="py-1.5 pe-4 text-start font-normal text-ink-soft">
                    {say(part.what)}
                  </th>
                  <td className="figures py-1.5 text-end align-top whitespace-nowrap">
                    {sign(sum.how, part.figure, at)}
                    {figure(Math.abs(part.figure))}
                  </td>
                </tr>
              ))}
              <tr className="border-t border-edge/60">
                <th scope="row" className="py-1.5 pe-4 text-start font-semibold">
                  {t('why.together')}
                </th>
                <td className="figures py-1.5 text-end font-semibold whitespace-nowrap">{figure(sum.result)}</td>
              </tr>
            </tbody>
          </table>
          <p className="mt-1 text-small text-ink-soft">{say(sum.means)}.</p>
        </Part>
      )}
      <Part title={t('why.who')}>
        <p>
          {say(decidedBy.name)}
          {decidedBy.version && (
            <span className="text-ink-soft">, {t('why.version', { version: decidedBy.version })}</span>
          )}
          {decidedBy.at && (
            <span className="text-ink-soft">
              , <DateTime at={decidedBy.at} />
            </span>
          )}
        </p>
      </Part>
      <Part title={t('why.sure')}>
        <p>{say(sure.words)}</p>
      </Part>
      {wouldChange.length > 0 && (
        <Part title={t('why.change')}>
          <ul className="list-disc space-y-1 ps-5">
            {wouldChange.map((one, at) => (
              <li key={at}>{say(one)}</li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={t('why.overrule')}>
        <p>{say(why.overrule)}</p>
      </Part>
      <Checked holds={why.holds} />
    </div>
  )
}

const sign = (how: 'add' | 'multiply', value: number, at: number): string =>
  how === 'multiply' ? (at === 0 ? '' : '× ') : value < 0 ? '− ' : at === 0 ? '' : '+ '

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-1.5 text-small font-semibold">{title}</h3>
      {children}
    </section>
  )
}

/** Made again just now: whether the reasons still give the verdict that stands on the page. */
function Checked({ holds }: { holds: boolean | null }) {
  const t = useWords(uiWords)
  if (holds === null) return null
  const Icon = holds ? CircleCheck : CircleX
  return (
    <p className="flex items-start gap-2 text-small text-ink-soft">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      {t(holds ? 'why.holds' : 'why.differs')}
    </p>
  )
}
