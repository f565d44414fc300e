import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Person, PERSON_KINDS, type PersonKind } from '#people/contract'
import { useWords } from '../i18n/use-words.ts'
import { api } from '../ui/api.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Select } from '../ui/select.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useToast } from '../ui/toast.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { peopleWords } from './words.ts'

/** Adds a person, or changes one: the same few fields. */
export function AddPerson({ person, onClose }: { person?: Person; onClose: () => void }) {
  const t = useWords(peopleWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const toast = useToast()
  const first = (kind: 'email' | 'phone') => person?.identities.find((identity) => identity.kind === kind)?.value ?? ''
  const [name, setName] = useState(person?.name ?? '')
  const [email, setEmail] = useState(first('email'))
  const [phone, setPhone] = useState(first('phone'))
  const [kind, setKind] = useState<PersonKind>(person?.kind ?? 'customer')
  const save = useMutation({
    meta: { said: true },
    mutationFn: () => {
      const kept = (person?.identities ?? []).filter(
        (identity) => identity.value !== first('email') && identity.value !== first('phone'),
      )
      const identities = [
        ...kept,
        ...(email.trim() ? [{ kind: 'email', value: email.trim() }] : []),
        ...(phone.trim() ? [{ kind: 'phone', value: phone.trim() }] : []),
      ]
      // A record that gathers duplicates shows their addresses too; those belong to the others and are not sent along.
      const own = person && person.duplicates.length > 0 ? {} : { identities }
      return person
        ? api.patch(workspace.path('persons', person.id), { schema: Person, body: { name, kind, ...own } })
        : api.post(workspace.path('persons'), { schema: Person, body: { name, kind, identities } })
    },
    onSuccess: (saved) => {
      void queries.invalidateQueries({ queryKey: [workspace.id, 'persons'] })
      void queries.invalidateQueries({ queryKey: [workspace.id, 'person', saved.id] })
      toast.say(t('added', { name: saved.name || t('nameless') }))
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={person ? t('person.edit') : t('add')}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button look="deed" type="submit" form="person-form" busy={save.isPending}>
            {person ? t('person.edit.save') : t('add.save')}
          </Button>
        </>
      }
    >
      <form
        id="person-form"
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <TextInput
          label={t('add.name')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          autoComplete="off"
          maxLength={200}
          data-first
        />
        <TextInput
          label={t('add.email')}
          type="email"
          optional
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          autoComplete="off"
        />
        <TextInput
          label={t('add.phone')}
          type="tel"
          optional
          value={phone}
          onChange={(event) => setPhone(event.target.value)}
          autoComplete="off"
        />
        <Select
          label={t('add.kind')}
          value={kind}
          options={PERSON_KINDS.map((value) => ({ value, label: t(`is.${value}`) }))}
          onChange={setKind}
        />
        {save.isError && <ErrorNotice error={save.error} />}
      </form>
    </Dialog>
  )
}
