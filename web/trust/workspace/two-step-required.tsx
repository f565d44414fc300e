import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Workspace } from '#trust/contract'
import { useWords } from '../../i18n/use-words.ts'
import { api } from '../../ui/api.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Problem } from '../../ui/problem.ts'
import { Switch } from '../../ui/switch.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useWorkspace } from '../../ui/workspace.ts'
import { trustWords } from '../words.ts'

/** The owner may ask everybody here for more than a password. */
export function TwoStepRequired({ workspace: own }: { workspace: Workspace }) {
  const t = useWords(trustWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const toast = useToast()
  const change = useMutation({
    meta: { said: true },
    mutationFn: (twoStepRequired: boolean) =>
      api.patch(workspace.path('workspace'), { schema: Workspace, body: { twoStepRequired } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: [workspace.id, 'workspace'] })
      toast.say(t('workspace.saved'))
    },
  })
  const first = change.error instanceof Problem && change.error.code === 'two_step_first'
  return (
    <div className="mt-10 max-w-md">
      <Switch
        label={t('workspace.twoStep')}
        hint={t('workspace.twoStep.hint')}
        checked={own.twoStepRequired}
        disabled={change.isPending}
        onChange={(on) => change.mutate(on)}
      />
      {first && (
        <p role="alert" className="mt-2 text-small text-wrong">
          {t('workspace.twoStep.first')}
        </p>
      )}
      {change.isError && !first && <ErrorNotice error={change.error} />}
    </div>
  )
}
