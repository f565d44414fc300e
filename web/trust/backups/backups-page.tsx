import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ArchiveRestore } from 'lucide-react'
import { BackupState } from '#trust/contract'
import { useLanguage } from '../../i18n/language.ts'
import { useWords } from '../../i18n/use-words.ts'
import { api } from '../../ui/api.ts'
import { Button } from '../../ui/button.tsx'
import { DateTime } from '../../ui/date-time.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Section } from '../../ui/page.tsx'
import { SkeletonList } from '../../ui/skeleton.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useWorkspace } from '../../ui/workspace.ts'
import { Room } from '../room.tsx'
import { trustWords } from '../words.ts'
import { sizeText } from './size-text.ts'
import { backupsWords } from './words.ts'

const LOOK_AGAIN_MS = 1_500

export function BackupsPage() {
  const t = useWords(backupsWords)
  const room = useWords(trustWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const toast = useToast()
  const queryKey = [workspace.id, 'backups']
  const state = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.get(workspace.path('backups'), { schema: BackupState, signal }),
    refetchInterval: (query) => (query.state.data?.running ? LOOK_AGAIN_MS : false),
  })
  const make = useMutation({
    mutationFn: () => api.post(workspace.path('backups')),
    onSuccess: async () => {
      toast.say(t('asked'))
      await queries.invalidateQueries({ queryKey })
    },
  })
  const { data } = state
  const button = (
    <Button
      icon={ArchiveRestore}
      busy={make.isPending || data?.running === true}
      disabled={!data}
      onClick={() => make.mutate()}
    >
      {data?.running ? t('making') : t('make')}
    </Button>
  )
  return (
    <Room title={room('room.backups')} lead={data && !data.daily ? t('lead.off') : t('lead')} actions={button}>
      {state.isPending && <SkeletonList rows={4} />}
      {state.isError && <ErrorNotice error={state.error} retry={state.refetch} />}
      {data && data.backups.length === 0 && <EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>}
      {data && data.backups.length > 0 && (
        <Section title={t('list')} lead={t('where', { folder: data.folder })}>
          <ul className="divide-y divide-line border-y border-line">
            {data.backups.map((backup) => (
              <BackupLine key={backup.name} backup={backup} />
            ))}
          </ul>
        </Section>
      )}
      {data && (
        <>
          <Section title={t('key.title')}>
            <p className="max-w-[68ch]">{t(data.ownKey ? 'key.own' : 'key.given')}</p>
          </Section>
          <Section title={t('restore.title')}>
            <p className="max-w-[68ch]">{t('restore.text')}</p>
            <pre tabIndex={0} className="mt-3 overflow-x-auto rounded-lg bg-well px-4 py-3 text-small">
              <code>HEED_DATA=/new/folder heed restore {data.backups[0]?.name ?? 'FILE'}</code>
            </pre>
          </Section>
        </>
      )}
    </Room>
  )
}

function BackupLine({ backup }: { backup: BackupState['backups'][number] }) {
  const t = useWords(backupsWords)
  const language = useLanguage()
  const { check } = backup
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 py-3">
      <span className="min-w-0 flex-1 basis-48 font-medium">
        <DateTime at={backup.at} />
      </span>
      <span className="figures text-small text-ink-soft">
        {sizeText(backup.bytes, language)}
        {backup.rows !== null && ` · ${t('rows', { count: backup.rows })}`}
      </span>
      <span className={`basis-full text-small ${check && !check.sound ? 'text-lamp-ink' : 'text-ink-soft'}`}>
        {check === null ? t('check.none') : check.sound ? t('check.sound') : `${t('check.unsound')}: ${check.why}`}
      </span>
    </li>
  )
}
