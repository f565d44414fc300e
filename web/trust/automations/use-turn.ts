import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Register, type AutomationShown, type State } from '#trust/contract'
import { useWords } from '../../i18n/use-words.ts'
import { api } from '../../ui/api.ts'
import { useToast } from '../../ui/toast.tsx'
import { useWorkspace } from '../../ui/workspace.ts'
import { automationsQuery } from './automations-query.ts'
import { automationWords } from './words.ts'

export type TurnInput = { state: State; why: string }

/** Turns it at once, with a way back; both turns stay in its history. */
export function useTurn(automation: AutomationShown) {
  const t = useWords(automationWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const toast = useToast()
  const { key, name } = automation
  const path = workspace.path('automations', key, 'state')
  return useMutation({
    mutationFn: (body: TurnInput) => api.put(path, { schema: Register, body }),
    onSuccess: (register, { state }) => {
      const before = automation.state
      const { queryKey } = automationsQuery(workspace)
      queries.setQueryData(queryKey, register)
      toast.undo({
        text: t(`switch.done.${state}`, { name }),
        undo: async () =>
          queries.setQueryData(queryKey, await api.put(path, { schema: Register, body: { state: before } })),
      })
    },
  })
}
