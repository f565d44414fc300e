/** The sample over HTTP. */
import type { Route } from '#platform'
import { route, signedIn, type Accounts, type Who } from '#trust'
import { removeSample } from './remove-sample.ts'
import { visitSample } from './visit-sample.ts'

const tag = 'Sample'

export const sampleRoutes = (accounts: Accounts): Route<Who>[] => [
  route({
    method: 'post',
    path: '/sample/visit',
    cost: 'heavy',
    permit: 'public',
    tag,
    hidden: true,
    summary: 'Look around in the sample business: lays it out, or finds the one laid out before',
    run: async (app, who) => {
      const { workspaceId, headers } = await visitSample(app, accounts, who)
      return signedIn({ workspaceId }, headers)
    },
  }),
  route({
    method: 'delete',
    path: '/sample',
    permit: 'workspace.remove',
    tag,
    summary: 'Remove the sample and everything in it',
    run: (app, who) => removeSample(app, accounts, who),
  }),
]
