import { queryOptions, useQuery } from '@tanstack/react-query'
import { Me } from '#trust/contract'
import { api } from './api.ts'

export type Membership = Me['memberships'][number]

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => api.get('/api/v1/me', { schema: Me, signal }),
  staleTime: 5 * 60_000,
})

/** Who is signed in, and to which workspaces they belong. */
export function useMe() {
  return useQuery(meQuery)
}
