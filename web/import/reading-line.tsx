import { useQuery } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Progress } from '../ui/progress.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { readingQuery, useNews } from './imports-query.ts'
import { importWords } from './words.ts'

/** After it came in, it is read: how far that is. Whatever else waits to be read counts as not read yet, so it never tells too much. */
export function ReadingLine({ added }: { added: number }) {
  const t = useWords(importWords)
  const announce = useAnnounce()
  const news = useNews()
  const { data } = useQuery(readingQuery(useWorkspace()))
  const waiting = data?.waiting
  const before = useRef(waiting)
  useEffect(() => {
    if (waiting === 0 && before.current) {
      announce(t('read.all', { count: added }))
      void news()
    }
    before.current = waiting
  }, [waiting, added, announce, news, t])
  return (
    <div className="mt-4 min-h-9">
      {waiting === 0 && (
        <p className="flex items-center gap-2 text-ink-soft">
          <Check aria-hidden className="size-4 shrink-0" />
          {t('read.all', { count: added })}
        </p>
      )}
      {waiting !== undefined && waiting > 0 && (
        <Progress
          label={t('read.going')}
          value={Math.max(0, added - waiting) / added}
          detail={t('read.detail', { read: Math.max(0, added - waiting), total: added })}
        />
      )}
    </div>
  )
}
