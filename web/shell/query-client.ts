import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { Problem } from '../ui/problem.ts'

interface Told {
  /** A mutation failed and no page says so itself. */
  failed: (error: Error) => void
  /** The session has ended. */
  signedOut: () => void
}

const patience = 2

/** Only what may go away by itself is tried again: an unreachable or stumbling server, never a refusal. */
export function worthRetrying(failures: number, error: Error): boolean {
  if (!(error instanceof Problem) || failures >= patience) return false
  return error.status === 0 || error.status === 502 || error.status === 503 || error.status === 504
}

export function makeQueryClient(told: Told): QueryClient {
  const ended = (error: Error): boolean => error instanceof Problem && error.status === 401
  return new QueryClient({
    queryCache: new QueryCache({ onError: (error) => void (ended(error) && told.signedOut()) }),
    mutationCache: new MutationCache({
      onError: (error, _input, _context, mutation) => {
        if (ended(error)) told.signedOut()
        else if (mutation.meta?.['said'] !== true) told.failed(error)
      },
    }),
    defaultOptions: {
      queries: { staleTime: 30_000, gcTime: 10 * 60_000, retry: worthRetrying },
      mutations: { retry: false },
    },
  })
}
