/** Runs in a thread of its own: reads voices with the engine, so that the thread that answers people is never held up. */
import { readFileSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import { modelFile, openReader, type Account } from '#engine'
import { wordsOf } from '../contract.ts'
import { claimedLanguage, hintsOf, nothingRead, rowOf, type ReadingRow, type Unread } from './reading.ts'

/** `account`: a voice whose sentiment is to be accounted for, part by part. */
export type Task = { voices: Unread[]; account?: Unread }
export type Done = { rows: ReadingRow[]; version: string; account: Account | null }

const reader = openReader(new Uint8Array(readFileSync(modelFile)))

parentPort!.on('message', ({ voices, account }: Task) => {
  const done: Done = {
    rows: voices.map(read),
    version: reader.version,
    account: account ? accountFor(account) : null,
  }
  parentPort!.postMessage(done)
})

function read(voice: Unread): ReadingRow {
  try {
    return rowOf(voice, reader.read(wordsOf(voice), hintsOf(voice)))
  } catch (error) {
    // The engine promises not to throw on content. If it does, the voice stays and is read again by the next version.
    const failed = error instanceof Error ? error.name : 'unknown'
    return { ...nothingRead(voice.voiceId, null, claimedLanguage(voice)), failed }
  }
}

function accountFor(voice: Unread): Account | null {
  try {
    return reader.account(wordsOf(voice), hintsOf(voice))
  } catch {
    return null
  }
}
