/**
 * Server-side request forgery: the way out that everything in Heed must take (`createOutgoing`) with every dressing of an
 * address inside the house, and every input over HTTP that takes an address with one of a listener that must not be called.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createOutgoing, Refusal } from '#platform'
import { INSIDE, NAMES_INSIDE, noPlainAddresses } from '#test/inside'
import { makeChance } from '../../server/sample/chance.ts'
import { readDescription } from './description.ts'
import { fitting, textPlaces, type Make } from './schema-values.ts'
import { idsOf, settle } from './settle.ts'
import { inParallel, Tally, type Result, type Target } from './target.ts'

export async function addresses(target: Target): Promise<Result> {
  const tally = new Tally('server-side request forgery')
  let called = 0
  const inside = createServer((_request, response) => {
    called += 1
    response.end('the till')
  })
  await new Promise<void>((resolve) => inside.listen(0, '127.0.0.1', resolve))
  const { port } = inside.address() as AddressInfo
  try {
    await dressings(tally, port)
    await inputs(target, port)
    await new Promise((resolve) => setTimeout(resolve, target.share < 1 ? 100 : 2_000))
    tally.note(called === 0 ? null : `a listener inside the house was called ${called} times`)
  } finally {
    inside.closeAllConnections()
    inside.close()
  }
  return tally.result()

  /** Addresses in every place that takes words: whatever Heed does with them, it does not call them. */
  async function inputs({ seed }: Target, open: number): Promise<void> {
    const house = await target.house('The house of addresses')
    await settle(house, () => `http://127.0.0.1:${open}/`)
    const ids = await idsOf(house)
    const { components, operations } = await readDescription(target)
    const asked = operations.filter(
      ({ kind, route }) => kind === 'json' && route.permit !== 'public' && route.permit !== 'account',
    )
    await inParallel(asked, async (operation, nth) => {
      const make: Make = {
        chance: makeChance(seed + nth),
        components,
        id: () => make.chance.pick([...ids.values()].flat()),
      }
      const before = called
      for (let times = 0; times < (target.share < 1 ? 1 : 5); times += 1) {
        const body = fitting(operation.body ?? {}, make)
        for (const place of textPlaces(body))
          if (make.chance.happens(0.5)) place(`http://127.0.0.1:${open}/${operation.name}`)
        await house.ask(
          operation.method,
          `=${operation.path.replaceAll(/(\w+)\/\{\w+\}/g, (_, word: string) => `${word}/${ids.get(word)?.[0] ?? 'x'}`)}`,
          body,
        )
        tally.note(called === before ? null : `${operation.name} called an address inside the house`)
      }
    })
  }
}

async function dressings(tally: Tally, port: number): Promise<void> {
  const outgoing = createOutgoing({
    resolve: async (host) =>
      (NAMES_INSIDE[host] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
  })
  const urls = [
    ...INSIDE.flatMap((host) =>
      ['', ':8080', `:${port}`].flatMap((end) => ['http', 'https'].map((scheme) => `${scheme}://${host}${end}/`)),
    ),
    ...noPlainAddresses(80, port),
  ]
  await inParallel(urls, async (url) => {
    const outcome = await outgoing.send({ url, timeoutMs: 2_000 }).then(
      ({ status }) => `was called and answered ${status}`,
      (error: unknown) =>
        error instanceof Refusal && /^outgoing_(refused|failed)$/.test(error.code) ? null : `broke: ${String(error)}`,
    )
    tally.note(outcome && `${url} ${outcome}`)
  })
}
