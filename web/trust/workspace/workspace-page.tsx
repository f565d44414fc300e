import { useQuery } from '@tanstack/react-query'
import { Workspace } from '#trust/contract'
import { useWords } from '../../i18n/use-words.ts'
import { api } from '../../ui/api.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { SkeletonText } from '../../ui/skeleton.tsx'
import { useWorkspace } from '../../ui/workspace.ts'
import { Room } from '../room.tsx'
import { trustWords } from '../words.ts'
import { TwoStepRequired } from './two-step-required.tsx'
import { RemoveWorkspace, WorkspaceForm } from './workspace-form.tsx'

export function WorkspacePage() {
  const t = useWords(trustWords)
  const workspace = useWorkspace()
  const own = useQuery({
    queryKey: [workspace.id, 'workspace'],
    queryFn: ({ signal }) => api.get(workspace.path('workspace'), { schema: Workspace, signal }),
  })
  return (
    <Room title={t('room.workspace')}>
      {own.isPending && <SkeletonText lines={3} />}
      {own.isError && <ErrorNotice error={own.error} retry={own.refetch} />}
      {own.data && (
        <>
          <WorkspaceForm workspace={own.data} />
          <TwoStepRequired workspace={own.data} />
          <RemoveWorkspace workspace={own.data} />
        </>
      )}
    </Room>
  )
}
