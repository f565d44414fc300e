/** Oversight over HTTP. */
import { z } from 'zod'
import type { Route } from '#platform'
import { Id } from '#platform/contract'
import { route } from '../route.ts'
import type { Who } from '../who.ts'
import type { Automation } from './automation.ts'
import {
  ApprovalList,
  Decision,
  FairnessNote,
  FairnessNoteInput,
  FairnessNotes,
  Register,
  SwitchInput,
} from './contract.ts'
import { decideApproval, takeDecisionBack } from './decide-approval.ts'
import { dropFairnessNote, noteFairness, seeFairnessNotes } from './note-fairness.ts'
import { seeApprovals, seeAutomations } from './see-oversight.ts'
import { switchAutomation } from './switch-automation.ts'

const ById = z.object({ id: Id })
const ByKey = z.object({ key: z.string().max(80) })
const tag = 'Trust'

export const oversightRoutes = (register: readonly Automation[]): Route<Who>[] => [
  route({
    method: 'get',
    path: '/automations',
    permit: 'oversight.see',
    tag,
    summary: 'Everything a machine does here by itself, and how it stands',
    answer: Register,
    run: async (app, who) => ({ data: await seeAutomations(app, who, register) }),
  }),
  route({
    method: 'put',
    path: '/automations/{key}/state',
    permit: 'oversight.change',
    tag,
    summary: 'Turn an automation on or off; who, when and why is kept',
    params: ByKey,
    body: SwitchInput,
    answer: Register,
    run: async (app, who, { params, body }) => {
      await switchAutomation(app, who, register, params.key, body)
      return { data: await seeAutomations(app, who, register) }
    },
  }),
  route({
    method: 'get',
    path: '/approvals',
    permit: 'approvals.decide',
    tag,
    summary: 'Messages that wait for a person before they leave the house',
    answer: ApprovalList,
    run: async (app, who) => ({ data: await seeApprovals(app, who, register) }),
  }),
  route({
    method: 'put',
    path: '/approvals/{id}/decision',
    permit: 'approvals.decide',
    tag,
    summary: 'Let it go, or not; for half a minute this can be taken back',
    params: ById,
    body: Decision,
    answer: ApprovalList,
    run: async (app, who, { params, body }) => {
      await decideApproval(app, who, params.id, body)
      return { data: await seeApprovals(app, who, register) }
    },
  }),
  route({
    method: 'delete',
    path: '/approvals/{id}/decision',
    permit: 'approvals.decide',
    tag,
    summary: 'Take the decision back',
    params: ById,
    answer: ApprovalList,
    run: async (app, who, { params }) => {
      await takeDecisionBack(app, who, params.id)
      return { data: await seeApprovals(app, who, register) }
    },
  }),
  route({
    method: 'get',
    path: '/fairness/notes',
    permit: 'oversight.see',
    tag,
    summary: 'What was done about differences between groups',
    answer: FairnessNotes,
    run: async (app, who) => ({ data: await seeFairnessNotes(app, who) }),
  }),
  route({
    method: 'post',
    path: '/fairness/notes',
    permit: 'oversight.change',
    tag,
    summary: 'Write down what was done about one',
    body: FairnessNoteInput,
    answer: FairnessNote,
    status: 201,
    run: (app, who, { body }) => noteFairness(app, who, body),
  }),
  route({
    method: 'delete',
    path: '/fairness/notes/{id}',
    permit: 'oversight.change',
    tag,
    summary: 'Take such a note back',
    params: ById,
    run: (app, who, { params }) => dropFairnessNote(app, who, params.id),
  }),
]
