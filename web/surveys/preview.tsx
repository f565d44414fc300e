import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import type { Definition } from '#listen/contract'
import { useWords } from '../i18n/use-words.ts'
import { api } from '../ui/api.ts'
import { RadioGroup } from '../ui/radio-group.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { surveysWords } from './words.ts'

const Answer = z.object({ html: z.string() })
const REST = 250

/** What is shown once the keys rest for a moment, so that not every letter asks the server. */
function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST)
    return () => clearTimeout(timer)
  }, [value])
  return useDeferredValue(rested)
}

/**
 * The step being worked on in the very page people will get, in a phone. The page comes from the server, so it cannot
 * differ from the real one; its scripts stay silent and its forms go nowhere.
 */
export function Preview({ definition, at, language }: { definition: Definition; at: string; language: string }) {
  const t = useWords(surveysWords)
  const workspace = useWorkspace()
  const [theme, setTheme] = useState<'light' | 'dark'>('light')
  const asked = useRested(definition)
  const page = useQuery({
    queryKey: [workspace.id, 'survey-preview', at, language, theme, asked],
    queryFn: ({ signal }) =>
      api.post(workspace.path('survey-previews'), {
        schema: Answer,
        signal,
        body: { definition: asked, at, language, theme },
      }),
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  })
  return (
    <aside className="hidden lg:block" aria-label={t('preview')}>
      <div className="sticky top-20">
        <div className="overflow-hidden rounded-[2.25rem] bg-line p-2.5 shadow-lift">
          <div className="h-[38rem] max-h-[calc(100dvh-15rem)] overflow-hidden rounded-[1.75rem] bg-paper">
            {page.data && <Screen html={page.data.html} title={t('preview')} />}
          </div>
        </div>
        <div className="mt-4 flex justify-center">
          <RadioGroup
            look="segments"
            quietLabel
            label={t('preview.theme')}
            value={theme}
            options={[
              { value: 'light', label: t('preview.day') },
              { value: 'dark', label: t('preview.night') },
            ]}
            onChange={setTheme}
          />
        </div>
      </div>
    </aside>
  )
}

/** Changes the page inside the frame in place: a frame that loads anew blinks at every letter. */
function Screen({ html, title }: { html: string; title: string }) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [first] = useState(html)
  const latest = useRef(html)
  const show = () => {
    const inside = frame.current?.contentDocument
    if (!inside?.body) return
    const page = new DOMParser().parseFromString(latest.current, 'text/html')
    for (const name of ['lang', 'dir', 'data-theme'])
      inside.documentElement.setAttribute(name, page.documentElement.getAttribute(name) ?? '')
    inside.body.replaceChildren(...page.body.childNodes)
    const colour = (of: Document) => of.querySelector<HTMLLinkElement>('link[href^="/s/accent/"]')
    const [before, after] = [colour(inside), colour(page)]
    if (before?.getAttribute('href') === after?.getAttribute('href')) return
    before?.remove()
    if (after) inside.head.append(after)
  }
  useEffect(() => {
    latest.current = html
    show()
  }, [html])
  return (
    <iframe
      ref={frame}
      title={title}
      srcDoc={first}
      sandbox="allow-same-origin"
      tabIndex={-1}
      onLoad={show}
      className="size-full border-0"
    />
  )
}
