/** Consent over HTTP: for the team, for programs, and the pages for people without an account. */
import { z } from 'zod'
import type { Policy, Route } from '#platform'
import { Id } from '#platform/contract'
import { route } from '../route.ts'
import type { Who } from '../who.ts'
import { askAgain } from './ask-confirmation.ts'
import { addPurpose, changePurpose, changeRules, changeWording, seeRules } from './change-purpose.ts'
import { confirmConsent, showConfirmation } from './confirm-consent.ts'
import {
  AskedConfirmation,
  ContactAnswer,
  ContactPage,
  ContactQuery,
  ContactQuestion,
  ContactRules,
  NewBounce,
  NewConsent,
  NewPurpose,
  NewWording,
  PersonConsent,
  PreferenceLink,
  Purpose,
  PurposeChange,
  PurposeList,
  WordingList,
} from './contract.ts'
import { markBounced } from './mark-bounced.ts'
import { mayContact, wouldContact } from './may-contact.ts'
import { noteConsent } from './record-consent.ts'
import { seeConsent } from './see-consent.ts'
import { seeContacts } from './see-contacts.ts'
import { seePurposes, seeWordings } from './see-purposes.ts'
import { endPreferenceLinks, givePreferenceLink } from './send-link.ts'
import { showLinkPage, takeLinkPage, tooManyLinks } from './show-link-page.ts'
import { changePreferences, showPreferences } from './show-preferences.ts'
import { showUnsubscribe, unsubscribe } from './unsubscribe.ts'
import type { Verdict } from './contact.ts'

const ById = z.object({ id: Id })
const ByKey = z.object({ key: z.string().max(60) })
const ByToken = z.object({ token: z.string().max(300) })
const ByWorkspace = z.object({ workspace: z.string().max(60) })
const Form = z.record(z.string().max(120), z.string().max(2000))
const FORM_LIMIT = 32_768
const tag = 'Consent'

const verdictOnWire = ({ answer, reason, words, notBefore }: Verdict): z.input<typeof ContactAnswer> => ({
  answer,
  reason,
  words,
  notBefore: notBefore?.toISOString() ?? null,
})

const purposeRoutes: Route<Who>[] = [
  route({
    method: 'get',
    path: '/consent/purposes',
    permit: 'people.see',
    tag,
    summary: 'What people are written to for, with the words they are shown',
    answer: PurposeList,
    run: async (app, who) => ({ data: await seePurposes(app, who) }),
  }),
  route({
    method: 'post',
    path: '/consent/purposes',
    permit: 'consent.change',
    tag,
    summary: 'Add something people may be written to for',
    body: NewPurpose,
    answer: Purpose,
    status: 201,
    run: (app, who, { body }) => addPurpose(app, who, body),
  }),
  route({
    method: 'patch',
    path: '/consent/purposes/{key}',
    permit: 'consent.change',
    tag,
    summary: 'Change its ground, its note, its ways, or end it',
    params: ByKey,
    body: PurposeChange,
    answer: Purpose,
    run: (app, who, { params, body }) => changePurpose(app, who, params.key, body),
  }),
  route({
    method: 'get',
    path: '/consent/purposes/{key}/wordings',
    permit: 'people.see',
    tag,
    summary: 'Every version of its words',
    params: ByKey,
    answer: WordingList,
    run: async (app, who, { params }) => ({ data: await seeWordings(app, who, params.key) }),
  }),
  route({
    method: 'post',
    path: '/consent/purposes/{key}/wordings',
    permit: 'consent.change',
    tag,
    summary: 'Write a new version; old ones stay',
    params: ByKey,
    body: NewWording,
    answer: WordingList,
    status: 201,
    run: async (app, who, { params, body }) => ({ data: await changeWording(app, who, params.key, body) }),
  }),
  route({
    method: 'get',
    path: '/consent/rules',
    permit: 'trust.see',
    tag,
    summary: 'Quiet hours, and whether network addresses are kept',
    answer: ContactRules,
    run: (app, who) => seeRules(app, who),
  }),
  route({
    method: 'put',
    path: '/consent/rules',
    permit: 'consent.change',
    tag,
    summary: 'Change them',
    body: ContactRules,
    answer: ContactRules,
    run: (app, who, { body }) => changeRules(app, who, body),
  }),
  route({
    method: 'get',
    path: '/consent/answers',
    permit: 'trust.see',
    tag,
    summary: 'What was answered lately to "may we write to them?"',
    query: ContactQuery,
    answer: ContactPage,
    run: (app, who, { query }) => seeContacts(app, who, query),
  }),
]

const personRoutes: Route<Who>[] = [
  route({
    method: 'get',
    path: '/persons/{id}/consent',
    permit: 'people.see',
    tag,
    summary: 'What one person agreed to, with the history',
    params: ById,
    answer: PersonConsent,
    run: (app, who, { params }) => seeConsent(app, who, params.id),
  }),
  route({
    method: 'post',
    path: '/persons/{id}/consent',
    permit: 'people.change',
    tag,
    summary: 'Write down that they agreed or took back',
    params: ById,
    body: NewConsent,
    answer: PersonConsent,
    status: 201,
    run: async (app, who, { params, body }) => {
      await noteConsent(app, who, params.id, body)
      return seeConsent(app, who, params.id)
    },
  }),
  route({
    method: 'post',
    path: '/persons/{id}/consent/confirmation',
    permit: 'people.change',
    tag,
    summary: 'Ask their address once more to confirm',
    params: ById,
    body: AskedConfirmation,
    run: (app, who, { params, body }) => askAgain(app, who, params.id, body.purpose),
  }),
  route({
    method: 'post',
    path: '/persons/{id}/preference-link',
    permit: 'people.change',
    tag,
    summary: 'The address of their own preference page',
    params: ById,
    answer: PreferenceLink,
    run: (app, who, { params }) => givePreferenceLink(app, who, params.id),
  }),
  route({
    method: 'delete',
    path: '/persons/{id}/preference-link',
    permit: 'people.change',
    tag,
    summary: 'End all such addresses given out before',
    params: ById,
    run: (app, who, { params }) => endPreferenceLinks(app, who, params.id),
  }),
  route({
    method: 'get',
    path: '/persons/{id}/contact',
    permit: 'people.see',
    tag,
    summary: 'Whether they might be written to now; nothing is kept',
    params: ById,
    query: ContactQuestion,
    answer: ContactAnswer,
    run: async (app, who, { params, query }) =>
      verdictOnWire(
        await app.db.inWorkspace(who.workspaceId, (tx) =>
          wouldContact(app, tx, who.workspaceId, { personId: params.id, ...query }),
        ),
      ),
  }),
  route({
    method: 'post',
    path: '/persons/{id}/contact',
    permit: 'people.change',
    tag,
    summary: 'Ask whether they may be written to now, before sending; the answer is kept',
    params: ById,
    body: ContactQuestion,
    answer: ContactAnswer,
    run: async (app, who, { params, body }) =>
      verdictOnWire(await mayContact(app, who, { personId: params.id, ...body })),
  }),
  route({
    method: 'post',
    path: '/persons/{id}/bounces',
    permit: 'people.change',
    tag,
    summary: 'Note that an address of theirs no longer works',
    params: ById,
    body: NewBounce,
    run: (app, who, { params, body }) => markBounced(app, who.workspaceId, { personId: params.id, ...body }),
  }),
]

/** Links one network address may ask for. */
const LINKS: Policy = { name: 'links', size: 10, window: 300 }

function pageRoutes(): Route<Who>[] {
  const page = { permit: 'public', tag, hidden: true } as const
  const form = { ...page, method: 'post', body: Form, bodyKind: 'form', bodyLimit: FORM_LIMIT } as const
  return [
    route({
      ...page,
      method: 'get',
      path: '=/p/for/{workspace}',
      summary: 'Ask for the link to one’s own preferences',
      params: ByWorkspace,
      run: (app, _who, { params, request }) => showLinkPage(app, request, params.workspace),
    }),
    route({
      ...form,
      path: '=/p/for/{workspace}',
      summary: 'Send it',
      params: ByWorkspace,
      cost: 'usual',
      limit: LINKS,
      busy: (app, { params, request }) => tooManyLinks(app, request, params['workspace'] ?? ''),
      run: (app, _who, { params, body, request }) => takeLinkPage(app, request, params.workspace, body),
    }),
    route({
      ...page,
      method: 'get',
      path: '=/p/{token}',
      summary: 'One’s own preferences',
      params: ByToken,
      run: (app, _who, { params, request }) => showPreferences(app, request, params.token),
    }),
    route({
      ...form,
      path: '=/p/{token}',
      summary: 'Change them',
      params: ByToken,
      run: (app, _who, { params, body, request, address }) =>
        changePreferences(app, request, params.token, body, address),
    }),
    route({
      ...page,
      method: 'get',
      path: '=/u/{token}',
      summary: 'A page with one button; looking ends nothing',
      params: ByToken,
      run: (app, _who, { params, request }) => showUnsubscribe(app, request, params.token),
    }),
    route({
      ...page,
      method: 'post',
      path: '=/u/{token}',
      summary: 'End one kind of mail (RFC 8058)',
      params: ByToken,
      bodyKind: 'stream',
      run: (app, _who, { params, request, address }) => unsubscribe(app, request, params.token, address),
    }),
    route({
      ...page,
      method: 'get',
      path: '=/c/{token}',
      summary: 'A page with one button; looking confirms nothing',
      params: ByToken,
      run: (app, _who, { params, request }) => showConfirmation(app, request, params.token),
    }),
    route({
      ...form,
      path: '=/c/{token}',
      summary: 'Confirm a consent',
      params: ByToken,
      run: (app, _who, { params, request, address }) => confirmConsent(app, request, params.token, address),
    }),
  ]
}

export const consentRoutes = (): Route<Who>[] => [...purposeRoutes, ...personRoutes, ...pageRoutes()]
