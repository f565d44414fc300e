import { useQuery } from '@tanstack/react-query'
import type { AutomationShown } from '#trust/contract'
import { useWords } from '../../i18n/use-words.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Section } from '../../ui/page.tsx'
import { SkeletonList } from '../../ui/skeleton.tsx'
import { useWorkspace } from '../../ui/workspace.ts'
import { Room } from '../room.tsx'
import { AutomationItem } from './automation-item.tsx'
import { automationsQuery } from './automations-query.ts'
import { WaitingLetters } from './waiting-letters.tsx'
import { automationWords } from './words.ts'

const GROUPS = ['model', 'rule', 'message'] as const

/** Everything a machine does here by itself, each with its switch; first what waits for a person. */
export function AutomationsPage() {
  const t = useWords(automationWords)
  const workspace = useWorkspace()
  const register = useQuery(automationsQuery(workspace))
  const rows = (kind: AutomationShown['kind']) => register.data?.data.filter((row) => row.kind === kind) ?? []
  return (
    <Room title={t('title')} lead={t('lead')}>
      <WaitingLetters />
      {register.isPending && <SkeletonList rows={6} />}
      {register.isError && <ErrorNotice error={register.error} retry={register.refetch} />}
      {register.data &&
        GROUPS.filter((kind) => rows(kind).length > 0).map((kind) => (
          <Section key={kind} title={t(`group.${kind}`)}>
            <ul className="divide-y divide-line border-y border-line">
              {rows(kind).map((row) => (
                <AutomationItem key={row.key} automation={row} />
              ))}
            </ul>
          </Section>
        ))}
    </Room>
  )
}
