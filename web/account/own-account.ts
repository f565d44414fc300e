import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { OwnAccount } from '#trust/contract'
import { api } from '../ui/api.ts'

export const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: ({ signal }) => api.get('/api/v1/account', { schema: OwnAccount, signal }),
})

/** After a change: what is known of the account, its sessions and its places is asked anew. */
export function useRefresh() {
  const queries = useQueryClient()
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: accountQuery.queryKey }),
      queries.invalidateQueries({ queryKey: ['me'] }),
    ])
}
