/** Workspaces, members and invitations over HTTP. */
import { z } from 'zod'
import type { Route } from '#platform'
import { Id } from '#platform/contract'
import { acceptInvitation, seeInvitation } from './accept-invitation.ts'
import type { Accounts } from '../accounts/accounts.ts'
import { changeRole, removeMember, seeMembers } from './change-member.ts'
import { changeWorkspace, removeWorkspace, seeWorkspace } from './change-workspace.ts'
import {
  Acceptance,
  FirstRun,
  InvitationMade,
  Invitation,
  InvitationSeen,
  Me,
  Member,
  NewInvitation,
  NewWorkspace,
  RoleChange,
  Workspace,
  WorkspaceChange,
} from './contract.ts'
import { foundWorkspace } from './found-workspace.ts'
import { invite, seeInvitations, withdrawInvitation } from './invite.ts'
import { seeMe } from './see-me.ts'
import { setUp } from './set-up.ts'
import { route, signedIn } from '../route.ts'
import type { Who } from '../who.ts'

const ById = z.object({ id: Id })
const ByToken = z.object({ token: z.string().max(200) })
const tag = 'Trust'

const accountRoutes = (accounts: Accounts): Route<Who>[] => [
  route({
    method: 'get',
    path: '/me',
    permit: 'public',
    tag,
    summary: 'Who am I, and where do I belong',
    answer: Me,
    run: (app, who) => seeMe(app, accounts, who),
  }),
  route({
    method: 'post',
    path: '/first-run',
    permit: 'public',
    tag,
    summary: 'Set up the first account and workspace',
    hidden: true,
    body: FirstRun,
    run: async (app, _who, asked) => {
      const { workspaceId, headers } = await setUp(app, accounts, asked.body, asked)
      return signedIn({ workspaceId }, headers)
    },
  }),
  route({
    method: 'get',
    path: '/invitations/by-token/{token}',
    permit: 'public',
    tag,
    summary: 'What an invitation offers',
    hidden: true,
    params: ByToken,
    answer: InvitationSeen,
    run: (app, _who, { params }) => seeInvitation(app, params.token),
  }),
  route({
    method: 'post',
    path: '/invitations/by-token/{token}/acceptance',
    permit: 'public',
    tag,
    summary: 'Accept an invitation',
    hidden: true,
    params: ByToken,
    body: Acceptance,
    run: async (app, _who, asked) => {
      const { workspaceId, headers } = await acceptInvitation(app, accounts, asked, asked.params.token, asked.body)
      return signedIn({ workspaceId }, headers)
    },
  }),
]

const ownRoutes: Route<Who>[] = [
  route({
    method: 'post',
    path: '/workspaces',
    permit: 'account',
    tag,
    summary: 'Found another workspace',
    hidden: true,
    body: NewWorkspace,
    answer: Workspace,
    status: 201,
    run: (app, who, { body }) => foundWorkspace(app, { id: who.accountId!, name: who.name, email: who.email }, body),
  }),
  route({
    method: 'get',
    path: '/workspace',
    permit: 'workspace.see',
    tag,
    summary: 'This workspace',
    answer: Workspace,
    run: (app, who) => seeWorkspace(app, who),
  }),
  route({
    method: 'patch',
    path: '/workspace',
    permit: 'workspace.change',
    tag,
    summary: 'Rename it, or change its language and time zone',
    body: WorkspaceChange,
    answer: Workspace,
    run: (app, who, { body }) => changeWorkspace(app, who, body),
  }),
  route({
    method: 'delete',
    path: '/workspace',
    permit: 'workspace.remove',
    tag,
    summary: 'Remove this workspace and everything in it',
    run: (app, who) => removeWorkspace(app, who),
  }),
  route({
    method: 'get',
    path: '/members',
    permit: 'team.see',
    tag,
    summary: 'Who belongs',
    answer: z.object({ data: z.array(Member) }),
    run: async (app, who) => ({ data: await seeMembers(app, who) }),
  }),
  route({
    method: 'put',
    path: '/members/{id}/role',
    permit: 'team.change',
    tag,
    summary: 'Change what somebody may do',
    params: ById,
    body: RoleChange,
    particulars: ({ body }) => ({ role: body.role }),
    run: (app, who, { params, body }) => changeRole(app, who, params.id, body.role),
  }),
  route({
    method: 'delete',
    path: '/members/{id}',
    permit: 'team.change',
    tag,
    summary: 'Remove somebody from the workspace',
    params: ById,
    run: (app, who, { params }) => removeMember(app, who, params.id),
  }),
  route({
    method: 'get',
    path: '/invitations',
    permit: 'team.see',
    tag,
    summary: 'Open invitations',
    answer: z.object({ data: z.array(Invitation) }),
    run: async (app, who) => ({ data: await seeInvitations(app, who) }),
  }),
  route({
    method: 'post',
    path: '/invitations',
    permit: 'team.invite',
    tag,
    summary: 'Invite somebody',
    body: NewInvitation,
    particulars: ({ body }) => ({ role: body.role }),
    answer: InvitationMade,
    status: 201,
    run: (app, who, { body }) => invite(app, who, body),
  }),
  route({
    method: 'delete',
    path: '/invitations/{id}',
    permit: 'team.invite',
    tag,
    summary: 'Withdraw an invitation',
    params: ById,
    run: (app, who, { params }) => withdrawInvitation(app, who, params.id),
  }),
]

export const workspaceRoutes = (accounts: Accounts): Route<Who>[] => [...accountRoutes(accounts), ...ownRoutes]
