/** Imports over HTTP. */
import { z } from 'zod'
import type { Route } from '#platform'
import { Id } from '#platform/contract'
import { route, type Who } from '#trust'
import { Explanation } from '#trust/contract'
import { bringIn, chooseSheet, mapImport, seeImport, seeImports } from './bring-in.ts'
import { Import, ImportMapping, ImportPage, ImportQuery, IssueList, SheetChoice, Upload } from './contract.ts'
import { explainMapping } from './explain-mapping.ts'
import { startImport } from './run-import.ts'
import { issuesFile, seeIssues } from './see-issues.ts'
import { takeBack } from './take-back.ts'

const tag = 'Imports'
const params = z.object({ id: Id })

export const importRoutes: Route<Who>[] = [
  route({
    method: 'get',
    path: '/imports',
    permit: 'imports.see',
    tag,
    summary: 'Files brought in, newest first',
    query: ImportQuery,
    answer: ImportPage,
    run: (app, who, { query }) => seeImports(app, who, query),
  }),
  route({
    method: 'post',
    path: '/imports',
    cost: 'heavy',
    permit: 'imports.run',
    tag,
    summary: 'Bring in a file: the body is the file itself',
    bodyKind: 'stream',
    query: Upload,
    answer: Import,
    status: 201,
    run: (app, who, { query, request }) => bringIn(app, who, { ...query, body: request.body }),
  }),
  route({
    method: 'get',
    path: '/imports/{id}',
    permit: 'imports.see',
    tag,
    summary: 'One import, with preview and progress',
    params,
    answer: Import,
    run: (app, who, { params: { id } }) => seeImport(app, who, id),
  }),
  route({
    method: 'get',
    path: '/imports/{id}/explanation',
    permit: 'imports.see',
    tag,
    summary: 'Why the columns were taken as they were',
    params,
    answer: Explanation,
    run: (app, who, { params: { id } }) => explainMapping(app, who, id),
  }),
  route({
    method: 'put',
    path: '/imports/{id}/mapping',
    permit: 'imports.run',
    tag,
    summary: 'Say which column is what',
    params,
    body: ImportMapping,
    answer: Import,
    run: (app, who, { params: { id }, body }) => mapImport(app, who, id, body),
  }),
  route({
    method: 'put',
    path: '/imports/{id}/sheet',
    permit: 'imports.run',
    tag,
    summary: 'Take another sheet of the workbook',
    params,
    body: SheetChoice,
    answer: Import,
    run: (app, who, { params: { id }, body }) => chooseSheet(app, who, id, body.sheet),
  }),
  route({
    method: 'post',
    path: '/imports/{id}/dry-run',
    cost: 'heavy',
    permit: 'imports.run',
    tag,
    summary: 'Read everything and store nothing',
    params,
    answer: Import,
    run: (app, who, { params: { id } }) => startImport(app, who, id, { dry: true }),
  }),
  route({
    method: 'post',
    path: '/imports/{id}/run',
    cost: 'heavy',
    permit: 'imports.run',
    tag,
    summary: 'Store what the file holds',
    params,
    answer: Import,
    run: (app, who, { params: { id } }) => startImport(app, who, id, { dry: false }),
  }),
  route({
    method: 'get',
    path: '/imports/{id}/issues',
    permit: 'imports.see',
    tag,
    summary: 'Rows that could not be kept, the first hundred',
    params,
    answer: IssueList,
    run: (app, who, { params: { id } }) => seeIssues(app, who, id),
  }),
  route({
    method: 'get',
    path: '/imports/{id}/issues.csv',
    cost: 'heavy',
    permit: 'imports.see',
    tag,
    summary: 'Every row that was left out, as a file to mend',
    params,
    run: (app, who, { params: { id } }) => issuesFile(app, who, id),
  }),
  route({
    method: 'delete',
    path: '/imports/{id}',
    permit: 'imports.run',
    tag,
    summary: 'Take an import back',
    params,
    run: (app, who, { params: { id } }) => takeBack(app, who, id),
  }),
]
