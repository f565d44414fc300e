import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { Workspace } from '#trust/contract'
import { useWords } from '../../i18n/use-words.ts'
import { api } from '../../ui/api.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Select } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useWorkspace } from '../../ui/workspace.ts'
import { trustWords } from '../words.ts'

export function WorkspaceForm({ workspace: own }: { workspace: Workspace }) {
  const t = useWords(trustWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const toast = useToast()
  const [name, setName] = useState(own.name)
  const [timezone, setTimezone] = useState(own.timezone)
  const zones = useMemo(
    () => [...new Set(['UTC', own.timezone, ...Intl.supportedValuesOf('timeZone')])],
    [own.timezone],
  )
  const save = useMutation({
    meta: { said: true },
    mutationFn: () => api.patch(workspace.path('workspace'), { schema: Workspace, body: { name, timezone } }),
    onSuccess: async () => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: [workspace.id] }),
        queries.invalidateQueries({ queryKey: ['me'] }),
      ])
      toast.say(t('workspace.saved'))
    },
  })
  return (
    <form
      className="flex max-w-md flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <TextInput
        label={t('workspace.name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        maxLength={120}
      />
      <Select
        label={t('workspace.timezone')}
        hint={t('workspace.timezone.hint')}
        value={timezone}
        options={zones.map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
        onChange={setTimezone}
      />
      {save.isError && <ErrorNotice error={save.error} />}
      <span>
        <Button look="deed" type="submit" busy={save.isPending}>
          {t('workspace.save')}
        </Button>
      </span>
    </form>
  )
}

/** The one step that cannot be taken back, so it asks for the name instead of offering undo. */
export function RemoveWorkspace({ workspace: own }: { workspace: Workspace }) {
  const t = useWords(trustWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const toast = useToast()
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const remove = useMutation({
    meta: { said: true },
    mutationFn: () => api.delete(workspace.path('workspace')),
    onSuccess: async () => {
      toast.say(t('workspace.removed', { name: own.name }))
      queries.clear()
      await navigate({ to: '/' })
    },
  })
  return (
    <div className="mt-10">
      <Button look="quiet" onClick={() => setOpen(true)}>
        {t('workspace.remove')}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('workspace.remove')}
        actions={
          <>
            <Button look="quiet" onClick={() => setOpen(false)}>
              {t('workspace.cancel')}
            </Button>
            <Button
              look="lamp"
              disabled={typed.trim() !== own.name}
              busy={remove.isPending}
              onClick={() => remove.mutate()}
            >
              {t('workspace.remove.go')}
            </Button>
          </>
        }
      >
        <p className="mb-5">{t('workspace.remove.text', { name: own.name })}</p>
        <TextInput
          label={t('workspace.remove.type')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          autoComplete="off"
        />
        {remove.isError && <ErrorNotice error={remove.error} />}
      </Dialog>
    </div>
  )
}
