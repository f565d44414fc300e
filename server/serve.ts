/** `heed serve`: one process per data folder, until it is asked to stop. */
import { claimFolder, prepareFolder, type Config } from '#platform'
import { openHeed } from './app.ts'
import { serveHttp } from './http.ts'

export async function serve(config: Config): Promise<void> {
  const since = Date.now()
  prepareFolder(config.dataFolder)
  const letGo = claimFolder(config.dataFolder)
  try {
    const heed = await openHeed(config)
    try {
      const served = await serveHttp(heed)
      if (config.work) await heed.startWork()
      process.stdout.write(`Heed is open at ${served.url} (${((Date.now() - since) / 1000).toFixed(1)} s)\n`)
      const signal = await askedToStop()
      heed.app.log.info('serve.stopping', { signal })
      await served.stop()
    } finally {
      await heed.close()
    }
  } finally {
    letGo()
  }
}

/** Resolves at the first signal. A second one means "now": the default action takes over. */
export function askedToStop(): Promise<string> {
  return new Promise((resolve) => {
    const keepAlive = setInterval(() => undefined, 1 << 30)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        clearInterval(keepAlive)
        resolve(signal)
      })
    }
  })
}
