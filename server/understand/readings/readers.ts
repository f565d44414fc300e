/**
 * The readers of this process. A batch that takes its thread down is tried again in halves, until the one voice that
 * does this stands alone; that one is marked as failed and the others are read.
 */
import { availableParallelism } from 'node:os'
import type { Account } from '#engine'
import { Refusal, type App } from '#platform'
import { createCrew, type CrewLimits } from './crew.ts'
import { nothingRead, type ReadingRow, type Unread } from './reading.ts'
import type { Done, Task } from './reading-worker.ts'

export type Readers = {
  read: (voices: Unread[]) => Promise<ReadingRow[]>
  /** What led to the sentiment of one voice, part by part; null where that went wrong. */
  account: (voice: Unread) => Promise<Account | null>
  /** Which model decides in this process. */
  version: () => Promise<string>
}

const LIMITS: CrewLimits = {
  // One core stays for answering people; more than four threads only wait for the database.
  threads: Math.min(4, Math.max(1, availableParallelism() - 1)),
  idleMs: 4_000,
  batchMs: 60_000,
  place: new URL('./reading-worker.ts', import.meta.url),
}

/** Beside the jobs, which the app of the few and the app of everyone share: one crew, whoever asks. */
const known = new WeakMap<App['jobs'], Readers>()

/** One set of readers for each open Heed. */
export function readersOf(app: App): Readers {
  const readers = known.get(app.jobs) ?? createReaders()
  known.set(app.jobs, readers)
  return readers
}

export function createReaders(limits: Partial<CrewLimits> = {}): Readers {
  const crew = createCrew<Task, Done>({ ...LIMITS, ...limits })
  const ask = (voices: Unread[]) => crew({ voices })
  let opened: Promise<string> | null = null

  /** Asked before anything is read, so that a model that cannot be opened is told from a voice that cannot be read. */
  const version = (): Promise<string> => {
    opened ??= ask([]).then(
      (done) => done.version,
      (error: unknown) => {
        opened = null
        const why = error instanceof Error ? error.message : String(error)
        throw new Refusal('reader_unavailable', `Heed cannot open the model it reads with (${why}).`)
      },
    )
    return opened
  }

  const read = async (voices: Unread[]): Promise<ReadingRow[]> => {
    try {
      return (await ask(voices)).rows
    } catch (error) {
      const failed = error instanceof Error ? error.message : String(error)
      if (voices.length === 1) return voices.map((voice) => ({ ...nothingRead(voice.voiceId, null, null), failed }))
      const half = voices.length >> 1
      return [...(await read(voices.slice(0, half))), ...(await read(voices.slice(half)))]
    }
  }

  return {
    version,
    account: async (voice) => (await crew({ voices: [], account: voice }).catch(() => null))?.account ?? null,
    read: async (voices) => {
      if (voices.length === 0) return []
      await version()
      return read(voices)
    },
  }
}
