/** People over HTTP. */
import { z } from 'zod'
import type { Route } from '#platform'
import { Id } from '#platform/contract'
import { route, type Who } from '#trust'
import { Explanation } from '#trust/contract'
import { addPerson, changePerson } from './change-person.ts'
import {
  DuplicatePair,
  Merge,
  NewPerson,
  Order,
  PairQuery,
  Person,
  PersonChange,
  PersonPage,
  PersonQuery,
} from './contract.ts'
import { explainPair, keepApart, mergePersons, seeDuplicates, takeApartBack, unmergePerson } from './merge.ts'
import { seeOrders, seePerson, seePersons } from './see-persons.ts'

const ById = z.object({ id: Id })
const tag = 'People'

export const peopleRoutes: Route<Who>[] = [
  route({
    method: 'get',
    path: '/persons',
    cost: 'search',
    permit: 'people.see',
    tag,
    summary: 'Persons, newest first, or by name',
    query: PersonQuery,
    answer: PersonPage,
    run: (app, who, { query }) => seePersons(app, who, query),
  }),
  route({
    method: 'post',
    path: '/persons',
    permit: 'people.change',
    tag,
    summary: 'Add a person',
    body: NewPerson,
    answer: Person,
    status: 201,
    run: (app, who, { body }) => addPerson(app, who, body),
  }),
  route({
    method: 'get',
    path: '/persons/duplicates',
    cost: 'search',
    permit: 'people.merge',
    tag,
    summary: 'Pairs that may be one person',
    answer: z.object({ data: z.array(DuplicatePair) }),
    run: async (app, who) => ({ data: await seeDuplicates(app, who) }),
  }),
  route({
    method: 'get',
    path: '/persons/duplicates/explanation',
    permit: 'people.merge',
    tag,
    summary: 'Why two records are suggested as one person',
    query: PairQuery,
    answer: Explanation,
    run: (app, who, { query }) => explainPair(app, who, query),
  }),
  route({
    method: 'put',
    path: '/persons/duplicates/apart',
    permit: 'people.merge',
    tag,
    summary: 'Say that two records are two people; they are not suggested again',
    body: PairQuery,
    run: (app, who, { body }) => keepApart(app, who, body),
  }),
  route({
    method: 'delete',
    path: '/persons/duplicates/apart',
    permit: 'people.merge',
    tag,
    summary: 'Take that back',
    query: PairQuery,
    run: (app, who, { query }) => takeApartBack(app, who, query),
  }),
  route({
    method: 'get',
    path: '/persons/{id}',
    permit: 'people.see',
    tag,
    audit: 'seen',
    summary: 'One person',
    params: ById,
    answer: Person,
    run: (app, who, { params }) => seePerson(app, who, params.id),
  }),
  route({
    method: 'patch',
    path: '/persons/{id}',
    permit: 'people.change',
    tag,
    summary: 'Change a person',
    params: ById,
    body: PersonChange,
    answer: Person,
    run: (app, who, { params, body }) => changePerson(app, who, params.id, body),
  }),
  route({
    method: 'get',
    path: '/persons/{id}/orders',
    permit: 'people.see',
    tag,
    summary: 'What a person ordered, newest first',
    params: ById,
    answer: z.object({ data: z.array(Order) }),
    run: async (app, who, { params }) => ({ data: await seeOrders(app, who, params.id) }),
  }),
  route({
    method: 'put',
    path: '/persons/{id}/merge',
    permit: 'people.merge',
    tag,
    summary: 'Say that this record is a duplicate of another',
    params: ById,
    body: Merge,
    answer: Person,
    run: (app, who, { params, body }) => mergePersons(app, who, params.id, body.into),
  }),
  route({
    method: 'delete',
    path: '/persons/{id}/merge',
    permit: 'people.merge',
    tag,
    summary: 'Take a merge back',
    params: ById,
    answer: Person,
    run: (app, who, { params }) => unmergePerson(app, who, params.id),
  }),
]
