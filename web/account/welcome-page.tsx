import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Workspace } from '#trust/contract'
import { useWords } from '../i18n/use-words.ts'
import { api, withQuery } from '../ui/api.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { meQuery, useMe } from '../ui/me.ts'
import { fieldErrors } from '../ui/problem.ts'
import type { EvidenceSpan } from '../ui/quote-pieces.ts'
import { Quote } from '../ui/quote.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useToast } from '../ui/toast.tsx'
import { Entered, useEnter } from './enter.ts'
import { Threshold } from './threshold.tsx'
import { accountWords } from './words.ts'

const letter = 'Third time I write. The birthday cake came a day late and nobody called. My daughter cried.'
const underlined = (words: string, reason: EvidenceSpan['for']): EvidenceSpan => ({
  start: letter.indexOf(words),
  end: letter.indexOf(words) + words.length,
  for: reason,
  weight: 0.6,
})
const evidence = [
  underlined('Third time I write', 'urgency'),
  underlined('nobody called', 'emotion:anger'),
  underlined('My daughter cried', 'emotion:sadness'),
]

/** The first page anybody sees; later, the way to another workspace. */
export function WelcomePage() {
  const t = useWords(accountWords)
  const me = useMe().data
  const first = me?.firstRun ?? true
  const aside = (
    <figure className="hidden border-s border-line ps-10 lg:block">
      <Quote text={letter} evidence={evidence} size="letter" />
    </figure>
  )
  return (
    <Threshold
      title={first ? t('welcome.title') : t('welcome.another')}
      lead={first ? t('welcome.lead') : t('welcome.another.lead')}
      aside={aside}
    >
      {first ? <FirstRun /> : <Another />}
      <Sample />
    </Threshold>
  )
}

function FirstRun() {
  const t = useWords(accountWords)
  const enter = useEnter()
  const [given, setGiven] = useState({ workspace: '', name: '', email: '', password: '' })
  const open = useMutation({
    meta: { said: true },
    mutationFn: () => api.post('/api/v1/first-run', { schema: Entered, body: given }),
    onSuccess: enter,
  })
  const errors = fieldErrors(open.error)
  const field = (name: keyof typeof given) => ({
    value: given[name],
    onChange: (event: { target: { value: string } }) => setGiven({ ...given, [name]: event.target.value }),
    error: errors[name],
    required: true,
  })
  return (
    <form
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        open.mutate()
      }}
    >
      <TextInput
        label={t('welcome.workspace')}
        hint={t('welcome.workspace.hint')}
        autoComplete="organization"
        {...field('workspace')}
      />
      <TextInput label={t('welcome.name')} autoComplete="name" {...field('name')} />
      <TextInput
        label={t('welcome.email')}
        hint={t('welcome.email.hint')}
        type="email"
        autoComplete="username"
        {...field('email')}
      />
      <TextInput
        label={t('welcome.password')}
        hint={t('welcome.password.hint')}
        type="password"
        autoComplete="new-password"
        minLength={10}
        {...field('password')}
      />
      {open.isError && Object.keys(errors).length === 0 && <ErrorNotice error={open.error} />}
      <Button look="deed" size="large" type="submit" busy={open.isPending}>
        {t('welcome.own')}
      </Button>
    </form>
  )
}

function Another() {
  const t = useWords(accountWords)
  const enter = useEnter()
  const me = useMe().data
  const [name, setName] = useState('')
  const open = useMutation({
    meta: { said: true },
    mutationFn: () => api.post('/api/v1/workspaces', { schema: Workspace, body: { name } }),
    onSuccess: ({ id }) => enter({ workspaceId: id }),
  })
  return (
    <>
      <form
        noValidate
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          open.mutate()
        }}
      >
        <TextInput
          label={t('welcome.workspace')}
          hint={t('welcome.workspace.hint')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={fieldErrors(open.error)['name']}
        />
        {open.isError && !fieldErrors(open.error)['name'] && <ErrorNotice error={open.error} />}
        <Button look="deed" size="large" type="submit" busy={open.isPending}>
          {t('welcome.own')}
        </Button>
      </form>
      {me && me.memberships.length > 0 && (
        <nav aria-label={t('welcome.yours')} className="mt-8 text-small">
          <h2 className="mb-2 text-ink-soft">{t('welcome.yours')}</h2>
          <ul className="flex flex-col gap-1">
            {me.memberships.map(({ workspaceId, name: own }) => (
              <li key={workspaceId}>
                <Link
                  to="/w/$workspaceId/today"
                  params={{ workspaceId }}
                  className="inline-flex min-h-11 items-center underline decoration-edge underline-offset-4 hover:decoration-ink"
                >
                  {own}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  )
}

/** One click in, one click out. */
function Sample() {
  const t = useWords(accountWords)
  const enter = useEnter()
  const queries = useQueryClient()
  const toast = useToast()
  const sample = useMe().data?.memberships.find(({ isSample }) => isSample)
  const visit = useMutation({
    mutationFn: () => api.post('/api/v1/sample/visit', { schema: Entered, body: {} }),
    onSuccess: enter,
  })
  const remove = useMutation({
    mutationFn: (workspaceId: string) => api.delete(withQuery('/api/v1/sample', { workspace: workspaceId })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: meQuery.queryKey })
      toast.say(t('welcome.removeSample.done'))
    },
  })
  return (
    <section className="mt-10 border-t border-line pt-6">
      <p className="mb-4 text-small text-ink-soft">{t('welcome.sample.text')}</p>
      <div className="flex flex-wrap gap-3">
        <Button busy={visit.isPending} onClick={() => visit.mutate()}>
          {visit.isPending ? t('welcome.sample.busy') : t('welcome.sample')}
        </Button>
        {sample && (
          <Button look="quiet" busy={remove.isPending} onClick={() => remove.mutate(sample.workspaceId)}>
            {t('welcome.removeSample')}
          </Button>
        )}
      </div>
    </section>
  )
}
