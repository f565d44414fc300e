/** Understand over HTTP. */
import { z } from 'zod'
import type { Route } from '#platform'
import { Id } from '#platform/contract'
import { route, type Who } from '#trust'
import { Disagreements, Explanation } from '#trust/contract'
import {
  CorrectionInput,
  ExportQuery,
  Facets,
  ModelCard,
  ReadingProgress,
  SwapCheck,
  SwapChecks,
  View,
  ViewInput,
  ViewList,
  Voice,
  VoicePage,
  VoiceQuery,
} from './contract.ts'
import { liftAlarm } from './alarms/lift-alarm.ts'
import { raiseAlarm } from './alarms/raise-alarm.ts'
import { correctVoice, takeCorrectionBack } from './corrections/correct-voice.ts'
import { download, exportVoices } from './exports/export-all.ts'
import { seeDisagreements } from './corrections/see-disagreements.ts'
import { checkSwaps, seeSwapChecks } from './fairness/check-swaps.ts'
import { explainVoice } from './readings/explain-voice.ts'
import { seeModel } from './readings/see-model.ts'
import { seeProgress } from './readings/see-progress.ts'
import { changeKeptView, dropView, keepView, seeViews } from './views/keep-view.ts'
import { seeFacets } from './voices/see-facets.ts'
import { seeVoice } from './voices/see-voice.ts'
import { seeVoices } from './voices/see-voices.ts'

const tag = 'Voices'
const ById = z.object({ id: Id })

const voiceRoutes: Route<Who>[] = [
  route({
    method: 'get',
    path: '/models/reader',
    permit: 'public',
    tag: 'Trust',
    summary: 'What the reader was trained on, how well it reads, where it fails',
    answer: ModelCard,
    run: () => seeModel(),
  }),
  route({
    method: 'get',
    path: '/voices',
    cost: 'search',
    permit: 'voices.see',
    tag,
    summary: 'Everything said, newest or strongest first, filtered and searched',
    query: VoiceQuery,
    answer: VoicePage,
    run: (app, who, { query }) => seeVoices(app, who, query),
  }),
  route({
    method: 'get',
    path: '/voices/facets',
    cost: 'search',
    permit: 'voices.see',
    tag,
    summary: 'Sources and languages there are, with how many voices each',
    answer: Facets,
    run: (app, who) => seeFacets(app, who),
  }),
  route({
    method: 'get',
    path: '/voices/reading-progress',
    permit: 'voices.see',
    tag,
    summary: 'How far reading has come with what was just heard',
    answer: ReadingProgress,
    run: (app, who) => seeProgress(app, who),
  }),
  route({
    method: 'get',
    path: '/voices/export',
    cost: 'heavy',
    permit: 'voices.export',
    audit: 'seen',
    tag,
    summary: 'The filtered voices as a CSV or JSON Lines file, streamed',
    query: ExportQuery,
    run: async (app, who, { query: { format, personal, ...filter } }) =>
      download(
        exportVoices(app, who, format, filter, personal),
        `voices-${app.clock.now().toISOString().slice(0, 10)}`,
        format,
      ),
  }),
  route({
    method: 'get',
    path: '/voices/{id}',
    permit: 'voices.see',
    tag,
    audit: 'seen',
    summary: 'One voice with its reading, the words that led to it, and any correction',
    params: ById,
    answer: Voice,
    run: (app, who, { params }) => seeVoice(app, who, params.id),
  }),
  route({
    method: 'get',
    path: '/voices/{id}/explanation',
    permit: 'voices.see',
    tag,
    audit: 'seen',
    summary: 'Why it reads as it does: what was seen, which version decided, how sure, how to overrule',
    params: ById,
    answer: Explanation,
    run: (app, who, { params }) => explainVoice(app, who, params.id),
  }),
  route({
    method: 'put',
    path: '/voices/{id}/correction',
    permit: 'voices.judge',
    tag,
    summary: 'Say that it reads otherwise; that counts from then on',
    params: ById,
    body: CorrectionInput,
    answer: Voice,
    run: (app, who, { params, body }) => correctVoice(app, who, params.id, body),
  }),
  route({
    method: 'delete',
    path: '/voices/{id}/correction',
    permit: 'voices.judge',
    tag,
    summary: 'Take the correction back',
    params: ById,
    answer: Voice,
    run: (app, who, { params }) => takeCorrectionBack(app, who, params.id),
  }),
]

const alarmRoutes: Route<Who>[] = [
  route({
    method: 'put',
    path: '/voices/{id}/emergency',
    permit: 'voices.judge',
    tag,
    summary: 'Say that it may speak of danger to somebody: from then on only few see it',
    params: ById,
    run: (app, who, { params }) => raiseAlarm(app, who, params.id),
  }),
  route({
    method: 'delete',
    path: '/voices/{id}/emergency',
    permit: 'voices.judge',
    tag,
    summary: 'Say that nobody is in danger: it is a voice like any other again',
    params: ById,
    run: (app, who, { params }) => liftAlarm(app, who, params.id),
  }),
]

const fairnessRoutes: Route<Who>[] = [
  route({
    method: 'get',
    path: '/models/reader/disagreements',
    permit: 'oversight.see',
    tag: 'Trust',
    summary: 'How often people disagreed with the reader, by label, language and month',
    answer: Disagreements,
    run: (app, who) => seeDisagreements(app, who),
  }),
  route({
    method: 'get',
    path: '/fairness/swaps',
    permit: 'oversight.see',
    tag: 'Trust',
    summary: 'Checks of this installation’s reader with pairs of sentences, newest first',
    answer: SwapChecks,
    run: async (app, who) => ({ data: await seeSwapChecks(app, who) }),
  }),
  route({
    method: 'post',
    path: '/fairness/swaps',
    permit: 'oversight.change',
    tag: 'Trust',
    summary: 'Check the reader now',
    answer: SwapCheck,
    status: 202,
    run: (app, who) => checkSwaps(app, who),
  }),
]

const viewRoutes: Route<Who>[] = [
  route({
    method: 'get',
    path: '/views',
    permit: 'voices.see',
    tag,
    summary: 'Saved ways of looking at voices',
    answer: ViewList,
    run: async (app, who) => ({ data: await seeViews(app, who) }),
  }),
  route({
    method: 'post',
    path: '/views',
    permit: 'voices.judge',
    tag,
    summary: 'Save a view for everybody in the workspace',
    body: ViewInput,
    answer: View,
    status: 201,
    run: (app, who, { body }) => keepView(app, who, body),
  }),
  route({
    method: 'put',
    path: '/views/{id}',
    permit: 'voices.judge',
    tag,
    summary: 'Rename a view or change what it shows',
    params: ById,
    body: ViewInput,
    answer: View,
    run: (app, who, { params, body }) => changeKeptView(app, who, params.id, body),
  }),
  route({
    method: 'delete',
    path: '/views/{id}',
    permit: 'voices.judge',
    tag,
    summary: 'Remove a view',
    params: ById,
    run: (app, who, { params }) => dropView(app, who, params.id),
  }),
]

export const understandRoutes: Route<Who>[] = [...voiceRoutes, ...alarmRoutes, ...fairnessRoutes, ...viewRoutes]
