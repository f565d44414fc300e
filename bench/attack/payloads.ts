/** What is put into every input: each kind of injection as it is really tried, and what would show that one worked. */

/** Shown as an element, run as a script or computed, these would be found; kept as words they are harmless. */
export const ELEMENT = 'data-injected'
export const RAN = 'heedInjected'
/** 1337 × 7331: nobody else computes this. */
export const COMPUTED = '9801547'
export const HEADER = 'x-injected'

export type Payload = { kind: 'SQL' | 'HTML' | 'formula' | 'header' | 'path' | 'template' | 'prototype'; text: string }

const ALERT = `window.${RAN}=1;alert(1)`

const texts: Record<Payload['kind'], string[]> = {
  SQL: [
    "' or '1'='1",
    "'; select pg_sleep(30); --",
    '1); drop table listen.voice; --',
    "' union select password from trust.credential --",
    "\\'; select pg_sleep(30); --",
    '$$; select pg_sleep(30); $$',
    "a' || pg_sleep(30) || '",
  ],
  HTML: [
    `<img src=x onerror="${ALERT}" ${ELEMENT}>`,
    `<script ${ELEMENT}>${ALERT}</script>`,
    `"><svg onload="${ALERT}" ${ELEMENT}>`,
    `' autofocus onfocus='${ALERT}' ${ELEMENT}='`,
    `</title></textarea></script><b ${ELEMENT}>x</b>`,
    `<!--><iframe srcdoc="<script>parent.${RAN}=1</script>" ${ELEMENT}>`,
    `javascript:${ALERT}//`,
    `<a href="javascript:${ALERT}" ${ELEMENT}>x</a>`,
    `]]><x ${ELEMENT}/>`,
    `&lt;img src=x onerror=${ALERT} ${ELEMENT}&gt;`,
  ],
  formula: [
    '=1+1',
    '+1+1',
    '-1+1',
    '@SUM(1)',
    '=cmd|"/c calc"!A0',
    '\t=1+1',
    '\r=1+1',
    '＝1+1',
    '=HYPERLINK("http://evil.example")',
  ],
  header: [
    `a\r\n${HEADER}: yes`,
    `a\n${HEADER}: yes\n\n<b ${ELEMENT}>`,
    `a%0d%0a${HEADER}: yes`,
    `a\u2028${HEADER}: yes`,
    `a@b.example\r\nBcc: eve@evil.example`,
  ],
  path: [
    '../../../../etc/passwd',
    '..\\..\\..\\windows\\win.ini',
    '/etc/passwd',
    'file:///etc/passwd',
    '....//....//etc/passwd',
    'C:\\heed',
    'con',
    '%2e%2e%2f%2e%2e%2fsecret',
  ],
  template: [
    '{{1337*7331}}',
    '${1337*7331}',
    '#{1337*7331}',
    '<%= 1337*7331 %>',
    '{{constructor.constructor("return 1337*7331")()}}',
    '%s%s%n%x',
    '{0}{name}',
  ],
  prototype: ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'],
}

export const PAYLOADS: Payload[] = Object.entries(texts).flatMap(([kind, all]) =>
  all.map((text) => ({ kind: kind as Payload['kind'], text })),
)
