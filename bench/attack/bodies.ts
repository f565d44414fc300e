/**
 * Oversized, slow and malformed: bodies past every limit, bombs that unpack, requests written by hand that two servers would
 * read differently, and connections that hardly move. Heed refuses each, and answers everybody else meanwhile.
 */
import { connect, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { Tally, type Result, type Target } from './target.ts'
import { troubleIn } from './trouble.ts'

const MB = 1024 * 1024
/** A body may hardly move for fifteen seconds, headers may take twenty; then the connection is closed. */
const PATIENCE_MS = 60_000

export async function bodies(target: Target): Promise<Result> {
  const tally = new Tally('oversized, slow and malformed')
  const { owner } = target
  const json = { 'content-type': 'application/json' }
  const bytes = { 'content-type': 'application/octet-stream' }
  const bombs = files(target.share)
  const slow = target.share < 1 ? Promise.resolve() : slowOnes(target, tally)

  const refused = async (
    what: string,
    work: () => Promise<{ status: number; text: string; headers: Headers }>,
    statuses: number[],
  ) => {
    const answer = await work().catch((error: Error) => ({
      status: 0,
      text: String(error.cause ?? error),
      headers: new Headers({ 'x-content-type-options': 'x' }),
    }))
    const trouble = answer.status === 0 ? null : troubleIn(answer as unknown as Response, answer.text, false)
    tally.note(
      trouble
        ? `${what}: ${trouble}`
        : statuses.includes(answer.status)
          ? null
          : `${what} was answered ${answer.status} ${answer.text.slice(0, 160)}`,
    )
  }
  const deep = (levels: number, open: string, close: string) => `${open.repeat(levels)}${close.repeat(levels)}`
  for (const [what, body, statuses] of [
    ['a body of 1.1 MB', JSON.stringify({ text: 'x'.repeat(1.1 * MB) }), [413, 400, 0]],
    ['a body of 20 MB', 'x'.repeat(20 * MB), [413, 0]],
    ['lists nested 20,000 deep', deep(20_000, '[', ']'), [400]],
    ['objects nested 20,000 deep', deep(20_000, '{"a":', '}').replace('}', '1}'), [400]],
    ['a voice nested 10,000 deep', `{"text":"x","attributes":${deep(10_000, '{"a":', '}').replace('}', '1}')}}`, [400]],
    [
      'a thousand and one voices',
      JSON.stringify({ voices: Array.from({ length: 1001 }, () => ({ text: 'x' })) }),
      [400],
    ],
    [
      'a hundred thousand attributes',
      JSON.stringify({
        text: 'x',
        attributes: Object.fromEntries(Array.from({ length: 40_000 }, (_, nth) => [`k${nth}`, 'x'])),
      }),
      [400],
    ],
    ['a number of a million figures', `{"text":"x","score":{"kind":"nps","value":${'9'.repeat(900_000)}}}`, [400]],
    [
      'a name that means something to JavaScript',
      '{"text":"x","__proto__":{"isOwner":true},"constructor":{"prototype":{"isOwner":true}}}',
      [201, 400],
    ],
  ] as const)
    await refused(what, () => owner.ask('POST', '/voices', body, json), [...statuses])
  for (const path of ['/persons', '/surveys', '/views', '/requests', '/sign-in', '/first-run', '/account/passkeys'])
    await refused(
      `2 MB to ${path}`,
      () => owner.ask('POST', path, `{"name":"${'x'.repeat(2 * MB)}"}`, json),
      [413, 400, 0],
    )
  for (const [what, name, file] of bombs) {
    const answer = await owner
      .ask('POST', `/imports?name=${name}`, file, bytes)
      .catch((error: Error) => ({ status: 0, text: String(error.cause ?? error) }))
    const leaked = /root:|daemon:|haha/.test(answer.text)
    tally.note(
      leaked
        ? `${what} was unpacked: ${answer.text.slice(0, 200)}`
        : answer.status >= 500 || answer.status === 0
          ? `${what} was answered ${answer.status} ${answer.text.slice(0, 160)}`
          : null,
    )
  }
  await byHand(target, tally)
  await slow
  const ready = await target.stranger.ask('GET', '=/readyz')
  tally.note(ready.status === 200 ? null : `Heed is not ready afterwards: ${ready.status}`)
  for (const line of target.broken()) tally.note(`Heed logged an error: ${line}`, line.replaceAll(/\d+/g, '…'))
  return tally.result()
}

/** Made before anything slow begins: packing three hundred megabytes holds this process up. */
function files(share: number): [string, string, Uint8Array][] {
  const size = share < 1 ? 2 * MB : 100 * MB
  const sheet = (inner: string) =>
    zipSync({
      '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
      'xl/workbook.xml': strToU8(
        '<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
      'xl/worksheets/sheet1.xml': strToU8(inner),
    })
  const cell = (text: string) =>
    `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>text</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>${text}</t></is></c></row></sheetData></worksheet>`
  const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, nth) => `<!ENTITY ${String.fromCharCode(98 + nth)} "${`&${String.fromCharCode(97 + nth)};`.repeat(10)}">`).join('')}]>`
  return [
    ['a compressed bomb', 'bomb.csv.gz', new Uint8Array(gzipSync(Buffer.alloc(2 * size)))],
    ['a workbook of a billion laughs', 'laughs.xlsx', sheet(laughs + cell('&u;'))],
    [
      'a workbook that reads files',
      'reads.xlsx',
      sheet(`<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${cell('&a;')}`),
    ],
    ['a workbook whose sheet unpacks to 300 MB', 'large.xlsx', sheet(`<worksheet>${' '.repeat(3 * size)}</worksheet>`)],
    [
      'a workbook with a path outside',
      'slip.xlsx',
      zipSync({ '../../../../tmp/heed-slip': strToU8('x'), '[Content_Types].xml': strToU8('<Types/>') }),
    ],
  ]
}

/** Writes to a socket what no client writes, and reads until it is closed, or for `patience`. */
async function talk(
  url: string,
  write: (socket: Socket) => void,
  patience: number,
): Promise<{ said: string; closed: boolean; ms: number }> {
  const { port } = new URL(url)
  const since = performance.now()
  return new Promise((resolve) => {
    let said = ''
    const socket = connect(Number(port), '127.0.0.1')
    const end = (closed: boolean) => {
      clearTimeout(timer)
      socket.destroy()
      resolve({ said, closed, ms: performance.now() - since })
    }
    const timer = setTimeout(() => end(false), patience)
    socket.on('data', (part) => (said += part.toString('latin1')))
    socket.on('error', () => end(true))
    socket.on('close', () => end(true))
    socket.on('connect', () => write(socket))
  })
}

/** One request each; a second answer would mean that part of the first was read as another. */
async function byHand({ url, folder }: Target, tally: Tally): Promise<void> {
  const { host } = new URL(url)
  const smuggled = `GET /api/v1/me HTTP/1.1\r\nHost: ${host}\r\n\r\n`
  const post = `POST /api/v1/sign-in HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\n`
  const cases: [string, string][] = [
    ['a length and chunks', `${post}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${smuggled}`],
    ['two lengths', `${post}Content-Length: 2\r\nContent-Length: ${smuggled.length + 2}\r\n\r\n{}${smuggled}`],
    ['a length with a sign', `${post}Content-Length: +2\r\n\r\n{}${smuggled}`],
    ['a length below nothing', `${post}Content-Length: -1\r\n\r\n${smuggled}`],
    ['an odd encoding', `${post}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${smuggled}`],
    ['chunks written with a tab', `${post}Transfer-Encoding:\tchunked, identity\r\n\r\n0\r\n\r\n${smuggled}`],
    ['a space before the colon', `${post}Content-Length : 2\r\n\r\n{}${smuggled}`],
    ['a folded header', `${post}X-A: b\r\n Content-Length: 2\r\n\r\n${smuggled}`],
    ['a bare line feed', `${post.replaceAll('\r\n', '\n')}Content-Length: 2\n\n{}${smuggled}`],
    ['a chunk of a wrong size', `${post}Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n{}`],
    ['no such method', `BREW / HTTP/1.1\r\nHost: ${host}\r\n\r\n`],
    ['TRACE', `TRACE / HTTP/1.1\r\nHost: ${host}\r\nX-Secret: heedtrace\r\n\r\n`],
    ['CONNECT', `CONNECT 127.0.0.1:22 HTTP/1.1\r\nHost: ${host}\r\n\r\n`],
    ['no host', `GET / HTTP/1.1\r\n\r\n`],
    ['two hosts', `GET / HTTP/1.1\r\nHost: ${host}\r\nHost: evil.example\r\n\r\n`],
    ['a host that is none', `GET / HTTP/1.1\r\nHost: a b:c/d?e\r\n\r\n`],
    ['a host with a path', `GET /api/v1/me HTTP/1.1\r\nHost: x/../../y\r\n\r\n`],
    ['an empty host', `GET /api/v1/me HTTP/1.1\r\nHost: \r\n\r\n`],
    ['a whole address', `GET http://evil.example/api/v1/me HTTP/1.1\r\nHost: ${host}\r\n\r\n`],
    ['an address with a user', `GET http://a:b@c/ HTTP/1.1\r\nHost: ${host}\r\n\r\n`],
    ['an address that is none', `GET //// HTTP/1.1\r\nHost: ${host}\r\n\r\n`],
    ['an address of two slashes', `GET //evil.example/%2f.. HTTP/1.1\r\nHost: ${host}\r\n\r\n`],
    ['a star', `OPTIONS * HTTP/1.1\r\nHost: ${host}\r\n\r\n`],
    ['a broken percent', `GET /%E0%A4%A HTTP/1.1\r\nHost: ${host}\r\n\r\n`],
    ['a zero byte', `GET /\0 HTTP/1.1\r\nHost: ${host}\r\n\r\n`],
    ['an address of 30 kB', `GET /${'a'.repeat(30_000)} HTTP/1.1\r\nHost: ${host}\r\n\r\n`],
    ['headers of 40 kB', `GET / HTTP/1.1\r\nHost: ${host}\r\nX-A: ${'a'.repeat(40_000)}\r\n\r\n`],
    ['five thousand headers', `GET / HTTP/1.1\r\nHost: ${host}\r\n${'a: b\r\n'.repeat(2_500)}\r\n`],
    ['HTTP of no version', `GET / HTTP/9.9\r\nHost: ${host}\r\n\r\n`],
    ['HTTP/0.9', `GET /\r\n`],
    ['HTTP/2 where there is none', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['a greeting of TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
    [
      'an upgrade',
      `GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\n\r\n`,
    ],
    ['an expectation', `${post}Expect: 200-ok\r\nContent-Length: 2\r\n\r\n{}`],
    ['noise', String.fromCharCode(...Array.from({ length: 400 }, (_, nth) => (nth * 73) % 256))],
    ...[
      '/../../../../etc/passwd',
      '/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
      '/assets/../../../package.json',
      '/assets/..%2f..%2f..%2fpackage.json',
      '/assets/%2e%2e%5c%2e%2e%5cpackage.json',
      '/..%252f..%252fpackage.json',
      `/..%2f..%2f..%2f..${folder.replaceAll('/', '%2f')}%2fsecret`,
      `/${'../'.repeat(12)}${folder.slice(1)}/secret`,
      '/s/files/..%2f..%2fpage-files.ts',
      '/s/files/../../../package.json',
      '/s/files/%00',
      '/s/accent/..%2f..%2fx.css',
      '/server/http.ts',
      '/.git/config',
      '/.env',
      '/web/dist/../../package.json',
      '/api/v1/../../package.json',
      '/api/v1/openapi.json/../../../package.json',
    ].map((path): [string, string] => [`the path ${path}`, `GET ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`]),
  ]
  const SECRETS = /root:[x*]?:0|"private": true|heedtrace|^\s*import .* from|\[core\]/m
  await Promise.all(
    cases.map(async ([what, text]) => {
      const { said } = await talk(url, (socket) => socket.end(text, 'latin1'), 15_000)
      const answers = [...said.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map((match) => Number(match[1]))
      const smuggles =
        text.includes(smuggled) && answers.filter((status) => status === 200).length > 0 && /"firstRun"/.test(said)
      const clean =
        /a length and chunks|an odd encoding|chunks written|a bare line feed|two lengths|a length|a space|folded/.test(
          what,
        )
      const trouble = answers.some((status) => status >= 500 && status !== 501 && status !== 505)
        ? `answered ${answers.join(', ')}`
        : smuggles && clean
          ? 'the body of one request was answered as another'
          : SECRETS.test(said)
            ? `answered with what is not to be told: ${SECRETS.exec(said)![0]}`
            : null
      tally.note(trouble && `${what}: ${trouble}\n    ${JSON.stringify(text.slice(0, 300))}`)
    }),
  )
}

/** Many connections that bring a byte now and then. Each must be cut off in time, and everybody else be answered meanwhile. */
async function slowOnes({ url, stranger }: Target, tally: Tally): Promise<void> {
  const { host } = new URL(url)
  const dripping = (head: string) => (socket: Socket) => {
    socket.write(head)
    const timer = setInterval(() => (socket.writable ? socket.write('x') : clearInterval(timer)), 1_000)
    socket.once('close', () => clearInterval(timer))
  }
  const kinds: [string, (socket: Socket) => void][] = [
    ['a connection that says nothing', () => undefined],
    ['headers a byte a second', dripping(`GET / HTTP/1.1\r\nHost: ${host}\r\nX-A: `)],
    [
      'a body a byte a second',
      dripping(
        `POST /api/v1/sign-in HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n`,
      ),
    ],
    [
      'a form a byte a second',
      dripping(
        `POST /s/x HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\n`,
      ),
    ],
    [
      'a file a byte a second',
      dripping(
        `POST /api/v1/imports?name=a.csv HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/octet-stream\r\nContent-Length: 100000\r\n\r\n`,
      ),
    ],
  ]
  const EACH = 60
  const under = Promise.all(
    kinds.flatMap(([what, write]) =>
      Array.from({ length: EACH }, async () => {
        const { closed, ms } = await talk(url, write, PATIENCE_MS)
        tally.note(closed ? null : `${what} was still open after ${Math.round(ms / 1000)} seconds`)
      }),
    ),
  )
  let slowest = 0
  for (let nth = 0; nth < 20; nth += 1) {
    const since = performance.now()
    const { status } = await stranger.ask('GET', '=/readyz').catch(() => stranger.ask('GET', '=/readyz'))
    slowest = Math.max(slowest, performance.now() - since)
    tally.note(status === 200 ? null : `beside ${EACH * kinds.length} slow connections /readyz answered ${status}`)
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  tally.note(
    slowest < 10_000 ? null : `beside ${EACH * kinds.length} slow connections an answer took ${Math.round(slowest)} ms`,
  )
  await under
}
