import { queryOptions } from '@tanstack/react-query'
import { Ways } from '#trust/contract'
import { api } from '../ui/api.ts'

/** Which ways in this installation offers. */
export const waysQuery = queryOptions({
  queryKey: ['ways-in'],
  queryFn: ({ signal }) => api.get('/api/v1/sign-in', { schema: Ways, signal }),
  staleTime: 5 * 60_000,
})
