/** People's rights over HTTP. */
import { z } from 'zod'
import type { Route } from '#platform'
import { Id } from '#platform/contract'
import { route } from '../route.ts'
import type { Who } from '../who.ts'
import { closeIt, extendIt, giveExportLink, openForPerson } from './answer-request.ts'
import {
  Closure,
  Erasure,
  Extension,
  LinkMade,
  PersonRights,
  RequestCounts,
  RequestOpened,
  RequestPage,
  RequestQuery,
  RequestWish,
  RestrictionKind,
  RestrictionReason,
} from './contract.ts'
import { erasePerson } from './erase-person.ts'
import { exportPerson } from './export-person.ts'
import { archiveResponse, pressLink, showLink } from './open-link.ts'
import { liftRestriction, restrict } from './restrict.ts'
import { seePersonRights, seeRequestCounts, seeRequests } from './see-requests.ts'

const ById = z.object({ id: Id })
const ByKind = z.object({ id: Id, kind: RestrictionKind })
const ByToken = z.object({ token: z.string().max(200) })
const tag = 'Rights'

const requestRoutes: Route<Who>[] = [
  route({
    method: 'get',
    path: '/requests',
    permit: 'rights.ask',
    tag,
    summary: 'What people asked for by right, newest first',
    query: RequestQuery,
    answer: RequestPage,
    run: (app, who, { query }) => seeRequests(app, who, query),
  }),
  route({
    method: 'get',
    path: '/requests/counts',
    permit: 'rights.ask',
    tag,
    summary: 'How many are open, overdue and due soon',
    answer: RequestCounts,
    run: (app, who) => seeRequestCounts(app, who),
  }),
  route({
    method: 'post',
    path: '/requests',
    permit: 'rights.ask',
    tag,
    summary: 'Write down what a person asked for',
    body: RequestWish,
    answer: RequestOpened,
    status: 201,
    particulars: ({ body }) => ({ kind: body.kind, personId: body.personId }),
    run: (app, who, { body }) => openForPerson(app, who, body),
  }),
  route({
    method: 'put',
    path: '/requests/{id}/extension',
    permit: 'rights.answer',
    tag,
    summary: 'Take two months longer, and say why',
    params: ById,
    body: Extension,
    run: (app, who, { params, body }) => extendIt(app, who, params.id, body.reason),
  }),
  route({
    method: 'put',
    path: '/requests/{id}/closure',
    permit: 'rights.answer',
    tag,
    summary: 'Close a request: answered, refused or withdrawn',
    params: ById,
    body: Closure,
    particulars: ({ body }) => ({ state: body.state }),
    run: (app, who, { params, body }) => closeIt(app, who, params.id, body),
  }),
  route({
    method: 'post',
    path: '/requests/{id}/export-link',
    permit: 'rights.answer',
    tag,
    summary: 'A link by which the person downloads their copy',
    params: ById,
    answer: LinkMade,
    run: (app, who, { params }) => giveExportLink(app, who, params.id),
  }),
]

const personRoutes: Route<Who>[] = [
  route({
    method: 'get',
    path: '/persons/{id}/rights',
    permit: 'rights.ask',
    tag,
    summary: 'What holds for a person, and what they asked for',
    params: ById,
    answer: PersonRights,
    run: (app, who, { params }) => seePersonRights(app, who, params.id),
  }),
  route({
    method: 'get',
    path: '/persons/{id}/export',
    permit: 'rights.answer',
    tag,
    summary: 'Everything about a person, as a ZIP',
    audit: 'seen',
    params: ById,
    run: async (app, who, { params }) => archiveResponse(await exportPerson(app, who.workspaceId, params.id)),
  }),
  route({
    method: 'put',
    path: '/persons/{id}/restrictions/{kind}',
    permit: 'rights.answer',
    tag,
    summary: 'Freeze a person, or keep machines from judging them',
    params: ByKind,
    body: RestrictionReason,
    run: (app, who, { params, body }) => restrict(app, who, params.id, params.kind, body.reason),
  }),
  route({
    method: 'delete',
    path: '/persons/{id}/restrictions/{kind}',
    permit: 'rights.answer',
    tag,
    summary: 'Lift that again',
    params: ByKind,
    run: (app, who, { params }) => liftRestriction(app, who, params.id, params.kind),
  }),
  route({
    method: 'post',
    path: '/persons/{id}/erasure',
    permit: 'rights.erase',
    tag,
    summary: 'Erase a person. Cannot be undone',
    params: ById,
    body: Erasure,
    answer: z.object({ erasureId: Id }),
    status: 202,
    particulars: ({ body }) => ({ keepOrders: body.keepOrders }),
    run: (app, who, { params, body }) => erasePerson(app, who, params.id, body),
  }),
]

const pageRoutes: Route<Who>[] = [
  route({
    method: 'get',
    path: '=/r/{token}',
    permit: 'public',
    tag,
    summary: 'The page of a request, for the person',
    hidden: true,
    params: ByToken,
    run: (app, _who, { params }) => showLink(app, params.token),
  }),
  route({
    method: 'post',
    path: '=/r/{token}',
    permit: 'public',
    tag,
    summary: 'Confirm a request, or download the copy',
    hidden: true,
    bodyKind: 'form',
    params: ByToken,
    run: (app, _who, { params }) => pressLink(app, params.token),
  }),
]

export const rightsRoutes: Route<Who>[] = [...requestRoutes, ...personRoutes, ...pageRoutes]
