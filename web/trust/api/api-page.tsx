import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Section } from '../../ui/page.tsx'
import { SkeletonList } from '../../ui/skeleton.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { useWorkspace } from '../../ui/workspace.ts'
import { Room } from '../room.tsx'
import { exampleOf, operationsOf, readDescription, type Operation } from './description.ts'
import { trustWords } from '../words.ts'

/** Every route the server publishes, to read and to try: drawn from the description it serves, so it is never behind. */
export function ApiPage() {
  const t = useWords(trustWords)
  const description = useQuery({
    queryKey: ['openapi'],
    queryFn: ({ signal }) => readDescription(signal),
    staleTime: Infinity,
  })
  const operations = description.data ? operationsOf(description.data) : []
  const tags = [...new Set(operations.map((operation) => operation.tag))]
  return (
    <Room
      title={t('api.title')}
      lead={t('api.lead')}
      actions={
        <a
          href="/api/v1/openapi.json"
          className="text-small underline decoration-edge underline-offset-4 hover:decoration-ink"
        >
          {t('api.description')}
        </a>
      }
    >
      {description.isPending && <SkeletonList rows={8} />}
      {description.isError && <ErrorNotice error={description.error} retry={description.refetch} />}
      {tags.map((tag) => (
        <Section key={tag} title={tag}>
          <div className="divide-y divide-line border-y border-line">
            {operations
              .filter((operation) => operation.tag === tag)
              .map((operation) => (
                <details key={operation.id} className="group">
                  <summary className="flex min-h-11 cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 py-2 hover:bg-well">
                    <Badge look={operation.method === 'get' ? 'plain' : 'outline'}>
                      {operation.method.toUpperCase()}
                    </Badge>
                    <code className="text-small break-all">{operation.path}</code>
                    <span className="text-small text-ink-soft">{operation.summary}</span>
                  </summary>
                  <Try operation={operation} example={exampleOf(description.data!, operation)} />
                </details>
              ))}
          </div>
        </Section>
      ))}
    </Room>
  )
}

type Answer = { status: number; text: string }

function Try({ operation, example }: { operation: Operation; example: string }) {
  const t = useWords(trustWords)
  const workspace = useWorkspace()
  const [values, setValues] = useState<Record<string, string>>({})
  const [body, setBody] = useState(example)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [busy, setBusy] = useState(false)
  const send = async () => {
    setBusy(true)
    const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''))
    const search = new URLSearchParams(
      operation.parameters
        .filter((one) => one.in === 'query' && values[one.name])
        .map((one) => [one.name, values[one.name]!]),
    )
    try {
      const response = await fetch(`${path}${search.size > 0 ? `?${search}` : ''}`, {
        method: operation.method.toUpperCase(),
        credentials: 'same-origin',
        headers: {
          'heed-workspace': workspace.id,
          ...(operation.hasBody ? { 'content-type': 'application/json' } : {}),
        },
        ...(operation.hasBody ? { body } : {}),
      })
      const text = await response.text()
      setAnswer({ status: response.status, text: pretty(text) })
    } catch (error) {
      setAnswer({ status: 0, text: String(error) })
    }
    setBusy(false)
  }
  return (
    <form
      className="flex flex-col gap-4 px-2 pt-2 pb-6"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {operation.parameters.map((parameter) => (
        <TextInput
          key={parameter.name}
          label={parameter.name}
          hint={parameter.description}
          optional={!parameter.required}
          value={values[parameter.name] ?? ''}
          onChange={(event) => setValues({ ...values, [parameter.name]: event.target.value })}
        />
      ))}
      {operation.hasBody && (
        <TextArea
          label={t('api.body')}
          value={body}
          rows={Math.min(14, body.split('\n').length + 1)}
          onChange={(event) => setBody(event.target.value)}
          spellCheck={false}
        />
      )}
      <span className="flex flex-wrap items-center gap-4">
        <Button type="submit" busy={busy}>
          {t('api.send')}
        </Button>
        {operation.method !== 'get' && <span className="text-small text-ink-soft">{t('api.changes')}</span>}
      </span>
      {answer && (
        <figure>
          <figcaption className="mb-1 text-small text-ink-soft">
            {t('api.answer')} <span className="figures">{answer.status}</span>
          </figcaption>
          <pre tabIndex={0} className="max-h-96 overflow-auto rounded-lg bg-well p-4 text-small">
            {answer.text}
          </pre>
        </figure>
      )}
    </form>
  )
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text.slice(0, 20_000)
  }
}
