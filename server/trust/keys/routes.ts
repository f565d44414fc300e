/** Keys over HTTP, and the table of who may do what. */
import { z } from 'zod'
import type { Route } from '#platform'
import { Id } from '#platform/contract'
import { permissionRows, ROLES } from '../roles.ts'
import { route } from '../route.ts'
import type { Who } from '../who.ts'
import { Key, KeyMade, NewKey, PermissionTable } from './contract.ts'
import { keepKey, makeKey, seeKeys, withdrawKey } from './make-key.ts'

const ById = z.object({ id: Id })
const tag = 'Trust'

export const keyRoutes: Route<Who>[] = [
  route({
    method: 'get',
    path: '/roles',
    permit: 'roles.see',
    tag,
    summary: 'Who may do what',
    answer: PermissionTable,
    run: async () => ({ roles: [...ROLES], data: permissionRows() }),
  }),
  route({
    method: 'get',
    path: '/keys',
    permit: 'keys.manage',
    tag,
    summary: 'API keys',
    answer: z.object({ data: z.array(Key) }),
    run: async (app, who) => ({ data: await seeKeys(app, who) }),
  }),
  route({
    method: 'post',
    path: '/keys',
    permit: 'keys.manage',
    tag,
    summary: 'Make an API key',
    body: NewKey,
    particulars: ({ body }) => ({ scopes: body.scopes.join(' '), days: body.days }),
    answer: KeyMade,
    status: 201,
    run: (app, who, { body }) => makeKey(app, who, body),
  }),
  route({
    method: 'put',
    path: '/keys/{id}/keeper',
    permit: 'keys.manage',
    tag,
    summary: 'Stand behind a key oneself',
    params: ById,
    answer: Key,
    run: (app, who, { params }) => keepKey(app, who, params.id),
  }),
  route({
    method: 'delete',
    path: '/keys/{id}',
    permit: 'keys.manage',
    tag,
    summary: 'Withdraw an API key',
    params: ById,
    run: (app, who, { params }) => withdrawKey(app, who, params.id),
  }),
]
