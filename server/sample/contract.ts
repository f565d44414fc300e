/** What the sample says over the wire. Pure: the browser may load it. */
import { z } from 'zod'
import { Id } from '#platform/contract'

export const refusals = {
  not_a_sample: 'conflict',
} as const

export const SampleEntered = z.object({ workspaceId: Id }).meta({ id: 'SampleEntered' })
