import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Download, Link2, X } from 'lucide-react'
import { useState } from 'react'
import { SurveyLinkPage, SurveyLinksMade, type Survey } from '#listen/contract'
import { useWords } from '../i18n/use-words.ts'
import { api } from '../ui/api.ts'
import { Button } from '../ui/button.tsx'
import { DateTime } from '../ui/date-time.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { LoadMore } from '../ui/load-more.tsx'
import { Section } from '../ui/page.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { useToast } from '../ui/toast.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { Copyable } from './copyable.tsx'
import { linesToLinks, linksToCsv } from './link-lines.ts'
import { surveysWords } from './words.ts'

/** Links that may answer once: made from a list, shown once, and then only whether they were used. */
export function LinksPanel({ survey, may }: { survey: Survey; may: boolean }) {
  const t = useWords(surveysWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const toast = useToast()
  const [making, setMaking] = useState(false)
  const key = [workspace.id, 'surveys', survey.id, 'links']
  const links = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ signal, pageParam }) =>
      api.get(workspace.path('surveys', survey.id, 'links'), {
        schema: SurveyLinkPage,
        signal,
        query: { cursor: pageParam },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.meta.nextCursor,
  })
  const withdraw = useMutation({
    mutationFn: (id: string) => api.delete(workspace.path('surveys', survey.id, 'links', id)),
    onSuccess: () => {
      toast.say(t('links.withdrawn'))
      return queries.invalidateQueries({ queryKey: key })
    },
  })
  const rows = links.data?.pages.flatMap((page) => page.data) ?? []
  return (
    <Section
      title={t('links')}
      lead={t('links.lead')}
      actions={
        may && (
          <Button icon={Link2} onClick={() => setMaking(true)}>
            {t('links.make')}
          </Button>
        )
      }
    >
      {rows.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {rows.map((link) => (
            <li key={link.id} className="flex min-h-12 items-center gap-3 py-1.5 text-small">
              <span className="min-w-0 flex-1 truncate">{link.label || t('links.nameless')}</span>
              <span className="text-ink-soft">
                {link.spentAt ? (
                  <>
                    {t('links.spent')} <DateTime at={link.spentAt} />
                  </>
                ) : (
                  t('links.waiting')
                )}
              </span>
              {may && !link.spentAt && (
                <IconButton
                  icon={X}
                  label={t('links.withdraw', { label: link.label || t('links.nameless') })}
                  onClick={() => withdraw.mutate(link.id)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {links.hasNextPage && (
        <LoadMore
          shown={rows.length}
          hasMore
          busy={links.isFetchingNextPage}
          onMore={() => void links.fetchNextPage()}
        />
      )}
      {making && (
        <MakeLinks
          survey={survey}
          onClose={() => {
            setMaking(false)
            void queries.invalidateQueries({ queryKey: key })
          }}
        />
      )}
    </Section>
  )
}

function MakeLinks({ survey, onClose }: { survey: Survey; onClose: () => void }) {
  const t = useWords(surveysWords)
  const workspace = useWorkspace()
  const [lines, setLines] = useState('')
  const wanted = linesToLinks(lines)
  const make = useMutation({
    mutationFn: () =>
      api.post(workspace.path('surveys', survey.id, 'links'), { schema: SurveyLinksMade, body: { links: wanted } }),
  })
  const made = make.data?.data
  if (made)
    return (
      <Dialog
        open
        wide
        onClose={onClose}
        title={t('links.made', { count: made.length })}
        actions={
          <Button look="deed" onClick={onClose}>
            {t('done')}
          </Button>
        }
      >
        <p className="mb-4 text-body text-ink-soft">{t('links.once')}</p>
        <Copyable
          label={t('links')}
          rows={Math.min(8, made.length)}
          text={made.map((link) => (link.label ? `${link.label}\t${link.url}` : link.url)).join('\n')}
        />
        <a
          href={URL.createObjectURL(new Blob(['\uFEFF', linksToCsv(made)], { type: 'text/csv' }))}
          download="links.csv"
          className="mt-3 inline-flex min-h-11 items-center gap-2 text-small underline underline-offset-4"
        >
          <Download aria-hidden className="size-4" />
          {t('links.csv')}
        </a>
      </Dialog>
    )
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('links.make')}
      actions={
        <Button
          look="deed"
          busy={make.isPending}
          disabled={wanted.length === 0 || wanted.length > 1000}
          onClick={() => make.mutate()}
        >
          {wanted.length === 0 ? t('links.make') : t('links.makeCount', { count: wanted.length })}
        </Button>
      }
    >
      <TextArea
        label={t('links.who')}
        hint={t('links.who.hint')}
        rows={6}
        dir="auto"
        value={lines}
        placeholder={t('links.who.example')}
        onChange={(event) => setLines(event.target.value)}
        data-first
      />
    </Dialog>
  )
}
