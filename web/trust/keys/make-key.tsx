import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Copy } from 'lucide-react'
import { useState } from 'react'
import { KeyMade, SCOPES, type Scope } from '#trust/contract'
import { useWords } from '../../i18n/use-words.ts'
import { api } from '../../ui/api.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { FieldError } from '../../ui/field.tsx'
import { fieldErrors } from '../../ui/problem.ts'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { useWorkspace } from '../../ui/workspace.ts'
import { keysWords } from './words.ts'

const ENDS = ['30', '90', '365', 'never'] as const
type End = (typeof ENDS)[number]

export function MakeKey({ onClose }: { onClose: () => void }) {
  const t = useWords(keysWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<readonly Scope[]>(['listen'])
  const [end, setEnd] = useState<End>('365')
  const make = useMutation({
    meta: { said: true },
    mutationFn: () =>
      api.post(workspace.path('keys'), {
        schema: KeyMade,
        body: { name, scopes, days: end === 'never' ? null : Number(end) },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [workspace.id, 'keys'] }),
  })
  if (make.data) return <ShownOnce made={make.data} onClose={onClose} />
  const errors = fieldErrors(make.error)
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('make')}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button look="deed" type="submit" form="key-form" busy={make.isPending}>
            {t('make')}
          </Button>
        </>
      }
    >
      <form
        id="key-form"
        noValidate
        className="flex flex-col gap-6"
        onSubmit={(event) => {
          event.preventDefault()
          make.mutate()
        }}
      >
        <TextInput
          label={t('name')}
          hint={t('name.hint')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={errors['name']}
          data-first
          autoComplete="off"
        />
        <fieldset className="min-w-0">
          <legend className="mb-1 text-small font-medium">{t('scopes')}</legend>
          {SCOPES.map((scope) => (
            <Checkbox
              key={scope}
              label={t(`scope.${scope}`)}
              hint={t(`scope.${scope}.text`)}
              checked={scopes.includes(scope)}
              onChange={(on) => setScopes(on ? [...scopes, scope] : scopes.filter((one) => one !== scope))}
            />
          ))}
          <FieldError id="scopes-error" error={errors['scopes']} />
          <p className="mt-2 text-small text-ink-soft">{t('scope.never.text')}</p>
        </fieldset>
        <RadioGroup
          label={t('ends')}
          value={end}
          options={ENDS.map((value) => ({ value, label: t(`ends.${value}`) }))}
          look="segments"
          onChange={setEnd}
        />
        {make.isError && Object.keys(errors).length === 0 && <ErrorNotice error={make.error} />}
      </form>
    </Dialog>
  )
}

function ShownOnce({ made, onClose }: { made: KeyMade; onClose: () => void }) {
  const t = useWords(keysWords)
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(made.key)
    setCopied(true)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('make')}
      actions={
        <>
          <Button icon={Copy} onClick={() => void copy()}>
            <span aria-live="polite">{copied ? t('copied') : t('copy')}</span>
          </Button>
          <Button look="deed" onClick={onClose}>
            {t('done')}
          </Button>
        </>
      }
    >
      <p className="mb-4">{t('made.text')}</p>
      <TextInput label={t('made.label')} readOnly value={made.key} onFocus={(event) => event.target.select()} />
    </Dialog>
  )
}
