/** Prometheus metrics of this process. Labels are routes, queues and kinds; never people, never workspaces. */
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client'

export type Metrics = {
  registry: Registry
  requests: Histogram<'method' | 'route' | 'status'>
  voices: Counter<'way'>
  readings: Counter<'outcome'>
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'heed_' })
  const registers = [registry]
  return {
    registry,
    requests: new Histogram({
      name: 'heed_http_request_seconds',
      help: 'Time to answer a request',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
      registers,
    }),
    voices: new Counter({
      name: 'heed_voices_total',
      help: 'Voices heard by this process',
      labelNames: ['way'],
      registers,
    }),
    readings: new Counter({
      name: 'heed_readings_total',
      help: 'Voices read by this process',
      labelNames: ['outcome'],
      registers,
    }),
  }
}
