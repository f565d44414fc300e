/**
 * A route is a row: where, who may, what comes in, which verb, what goes out. `http.ts` turns rows into answers and
 * `openapi.ts` turns the same rows into the published description, so the two cannot drift apart.
 */
import type { z } from 'zod'
import type { App } from './app.ts'
import type { Cost, Policy } from './limits.ts'

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

export type Route<Who> = {
  method: Method
  /** Below `/api/v1`, with `{name}` for parameters; or with a leading `=` to stand for itself (`=/s/{id}`). */
  path: string
  /** A permission from trust's table, or `public` (anyone) or `account` (anyone signed in, no workspace). */
  permit: string
  summary: string
  tag: string
  params?: z.ZodType
  query?: z.ZodType
  body?: z.ZodType
  /** `stream`: the verb reads the request body itself. Default is JSON. */
  bodyKind?: 'json' | 'stream' | 'form'
  /** Largest body in bytes; default 1 MB. */
  bodyLimit?: number
  answer?: z.ZodType
  status?: number
  /**
   * What the audit log keeps of it. Requests that change something are kept by themselves; `seen` also keeps a look at
   * somebody's record, and `none` keeps nothing because the thing itself says who and when.
   */
  audit?: 'seen' | 'none'
  /** What else the log should say: codes, ids and counts, never words or names. */
  particulars?: (input: RouteInput) => Record<string, string | number | boolean | null>
  /** Left out of the published description: pages and things for the browser alone. */
  hidden?: boolean
  /** How much of everybody's allowance it takes; `usual` if absent, `door` for what anyone may change without signing in. */
  cost?: Cost
  /** An allowance of its own beside the usual ones, per address. */
  limit?: Policy
  /** How it says that this was too much at once, where the usual refusal would not be understood. */
  busy?: (app: App, input: Pick<RouteInput<Record<string, string>>, 'params' | 'request'>) => Promise<Response>
  run: (app: App, who: Who, input: RouteInput) => Promise<unknown>
}

export type RouteInput<P = never, Q = never, B = never> = {
  params: P
  query: Q
  body: B
  /** For the few that need headers, streams or the address. */
  request: Request
  address: string
}

type Out<T> = T extends z.ZodType ? z.output<T> : Record<string, never>

/** Ties the types of a row together: `run` sees params, query and body as their schemas say. */
export const routeFor =
  <Who>() =>
  <
    P extends z.ZodType | undefined = undefined,
    Q extends z.ZodType | undefined = undefined,
    B extends z.ZodType | undefined = undefined,
    A extends z.ZodType | undefined = undefined,
  >(
    row: Omit<Route<Who>, 'params' | 'query' | 'body' | 'answer' | 'run' | 'particulars'> & {
      params?: P
      query?: Q
      body?: B
      answer?: A
      particulars?: (input: RouteInput<Out<P>, Out<Q>, Out<B>>) => Record<string, string | number | boolean | null>
      run: (
        app: App,
        who: Who,
        input: RouteInput<Out<P>, Out<Q>, Out<B>>,
      ) => Promise<(A extends z.ZodType ? z.input<A> : unknown) | Response>
    },
  ): Route<Who> =>
    row as unknown as Route<Who>
