import { Import } from '#listen/contract'
import { withQuery } from '../ui/api.ts'
import { Problem, problemOf } from '../ui/problem.ts'

interface Sending {
  /** 0…1 of the bytes that have left. */
  told: (share: number) => void
  signal: AbortSignal
}

/** Sends a file as it is. Only XMLHttpRequest tells how much of a body has left. */
export function sendFile(path: string, file: File, { told, signal }: Sending): Promise<Import> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const unreachable = (): void => reject(new Problem({ status: 0, code: 'unreachable', title: '' }))
    request.open('POST', withQuery(path, { name: file.name }))
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.onprogress = ({ loaded, total }) => told(total > 0 ? loaded / total : 1)
    request.onload = () => void answerOf(request).then(resolve, reject)
    request.onerror = unreachable
    request.ontimeout = unreachable
    request.onabort = () => reject(signal.reason)
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}

async function answerOf(request: XMLHttpRequest): Promise<Import> {
  if (request.status < 200 || request.status > 299) {
    const type = request.getResponseHeader('content-type') ?? ''
    throw await problemOf(
      new Response(request.responseText, { status: request.status, headers: { 'content-type': type } }),
    )
  }
  return Import.parse(JSON.parse(request.responseText))
}
