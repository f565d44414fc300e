/**
 * Threads that read. They are started when there is something to read, kept while there is, and let go soon after,
 * because each holds a model in memory. A thread that dies or hangs fails the batch it held and is replaced by the next.
 */
import { Worker } from 'node:worker_threads'

/** `place` is the file of the threads: it answers each task it is sent with one message. */
export type CrewLimits = { threads: number; idleMs: number; batchMs: number; place: URL }

type Job<Task, Done> = { task: Task; resolve: (done: Done) => void; reject: (error: Error) => void }

export function createCrew<Task, Done>(limits: CrewLimits): (task: Task) => Promise<Done> {
  type Thread = { worker: Worker; job: Job<Task, Done> | null; clock: NodeJS.Timeout | undefined }
  const crew = new Set<Thread>()
  const waiting: Job<Task, Done>[] = []

  const dismiss = (thread: Thread, error: Error | null) => {
    if (!crew.delete(thread)) return
    clearTimeout(thread.clock)
    void thread.worker.terminate()
    if (error) thread.job?.reject(error)
    giveOut()
  }

  const hire = (): Thread => {
    const thread: Thread = { worker: new Worker(limits.place), job: null, clock: undefined }
    thread.worker.on('message', (done: Done) => {
      const { job } = thread
      rest(thread)
      job?.resolve(done)
    })
    thread.worker.on('error', (error) => dismiss(thread, error instanceof Error ? error : new Error(String(error))))
    thread.worker.on('exit', () => dismiss(thread, new Error('the reading thread ended')))
    crew.add(thread)
    return thread
  }

  const rest = (thread: Thread) => {
    thread.job = null
    clearTimeout(thread.clock)
    thread.worker.unref()
    thread.clock = setTimeout(() => dismiss(thread, null), limits.idleMs).unref()
    giveOut()
  }

  const giveOut = () => {
    const job = waiting[0]
    if (!job) return
    const free = [...crew].find((thread) => thread.job === null) ?? (crew.size < limits.threads ? hire() : undefined)
    if (!free) return
    waiting.shift()
    free.job = job
    free.worker.ref()
    clearTimeout(free.clock)
    free.clock = setTimeout(() => dismiss(free, new Error('reading took too long')), limits.batchMs).unref()
    free.worker.postMessage(job.task)
  }

  return (task) =>
    new Promise((resolve, reject) => {
      waiting.push({ task, resolve, reject })
      giveOut()
    })
}
