import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { CrisisSettings } from '#trust/contract'
import { useWords } from '../../i18n/use-words.ts'
import { api } from '../../ui/api.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { SkeletonText } from '../../ui/skeleton.tsx'
import { Switch } from '../../ui/switch.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useWorkspace } from '../../ui/workspace.ts'
import { Room } from '../room.tsx'
import { HelpLines } from './help-lines.tsx'
import { emergencyWords } from './words.ts'

export function EmergenciesPage() {
  const t = useWords(emergencyWords)
  const workspace = useWorkspace()
  const found = useQuery({
    queryKey: [workspace.id, 'emergencies'],
    queryFn: ({ signal }) => api.get(workspace.path('emergencies'), { schema: CrisisSettings, signal }),
  })
  return (
    <Room title={t('title')} lead={t('lead')}>
      {found.isPending && <SkeletonText lines={6} />}
      {found.isError && <ErrorNotice error={found.error} retry={found.refetch} />}
      {found.data && (
        <div className="flex flex-col gap-12">
          <Part title={t('how.title')}>
            <p>{t('how.finds')}</p>
            <p>{t('how.misses')}</p>
            <p>{t('how.nothing')}</p>
          </Part>
          <Readers settings={found.data} />
          <HelpLines key={found.data.changedAt} settings={found.data} />
          <Keep settings={found.data} />
        </div>
      )}
    </Room>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="text-lead font-semibold">{title}</h2>
      <div className="mt-2 flex max-w-(--measure) flex-col gap-2 text-ink-soft">{children}</div>
    </section>
  )
}

function Readers({ settings }: { settings: CrisisSettings }) {
  const t = useWords(emergencyWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const toast = useToast()
  const name = useMutation({
    mutationFn: ({ id, reads }: { id: string; name: string; reads: boolean }) => {
      const path = workspace.path('emergencies', 'readers', id)
      return reads ? api.put(path) : api.delete(path)
    },
    onSuccess: async (_, done) => {
      await queries.invalidateQueries({ queryKey: [workspace.id, 'emergencies'] })
      toast.say(t(done.reads ? 'readers.named' : 'readers.unnamed', { name: done.name }))
    },
  })
  const owner = workspace.role === 'owner'
  return (
    <Part title={t('readers.title')}>
      <p>{t('readers.text')}</p>
      <div className="text-ink">
        {settings.readers.map((reader) => (
          <Switch
            key={reader.accountId}
            label={reader.name}
            {...(reader.always
              ? { hint: t('readers.always', { role: t(reader.role === 'owner' ? 'role.owner' : 'role.manager') }) }
              : {})}
            checked={reader.always || reader.named}
            disabled={reader.always || !owner || name.isPending}
            onChange={(reads) => name.mutate({ id: reader.accountId, name: reader.name, reads })}
          />
        ))}
      </div>
      <p className="text-small">{t(settings.mailReady ? 'readers.mail' : 'readers.nomail')}</p>
      {!owner && <p className="text-small">{t('owners')}</p>}
    </Part>
  )
}

function Keep({ settings }: { settings: CrisisSettings }) {
  const t = useWords(emergencyWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const toast = useToast()
  const [days, setDays] = useState(String(settings.keepDays))
  const owner = workspace.role === 'owner'
  const change = useMutation({
    meta: { said: true },
    mutationFn: (body: { keepDays?: number; onThanks?: boolean }) =>
      api.patch(workspace.path('emergencies'), { schema: CrisisSettings, body }),
    onSuccess: (now) => {
      queries.setQueryData([workspace.id, 'emergencies'], now)
      // Today reminds owners until this was looked through.
      void queries.invalidateQueries({ queryKey: [workspace.id, 'today'] })
      toast.say(t('saved'))
    },
  })
  return (
    <Part title={t('keep.title')}>
      <p>{t('keep.text')}</p>
      <form
        className="flex flex-wrap items-end gap-3 text-ink"
        onSubmit={(event) => {
          event.preventDefault()
          change.mutate({ keepDays: Number(days) })
        }}
      >
        <span className="w-28">
          <TextInput
            label={t('keep.label')}
            type="number"
            min={1}
            max={3650}
            value={days}
            disabled={!owner}
            onChange={(event) => setDays(event.target.value)}
          />
        </span>
        {owner && (
          <Button type="submit" busy={change.isPending}>
            {t('keep.save')}
          </Button>
        )}
      </form>
      <div className="mt-2 text-ink">
        <Switch
          label={t('thanks.label')}
          hint={t('thanks.hint')}
          checked={settings.onThanks}
          disabled={!owner || change.isPending}
          onChange={(onThanks) => change.mutate({ onThanks })}
        />
      </div>
      {change.isError && <ErrorNotice error={change.error} />}
    </Part>
  )
}
