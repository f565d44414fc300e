import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Definition, Survey } from '#listen/contract'
import { useSurveyDeeds } from './surveys-query.ts'

export type Builder = {
  name: string
  definition: Definition
  /** Something is not on the server yet. */
  dirty: boolean
  saving: boolean
  error: unknown
  /** A draft keeps itself; what people are answering changes only when asked to. */
  keepsItself: boolean
  setName: (name: string) => void
  change: (change: (definition: Definition) => Definition) => void
  save: () => Promise<void>
  discard: () => void
}

const REST = 900

/** The survey on the screen, ahead of the one on the server by what was written in the last second. */
export function useBuilder(survey: Survey): Builder {
  const { change: write } = useSurveyDeeds()
  const [local, setLocal] = useState({ name: survey.name, definition: survey.definition })
  const [saved, setSaved] = useState(local)
  const revision = useRef(survey.revision)
  const keepsItself = survey.status === 'draft'
  const dirty = local.name !== saved.name || local.definition !== saved.definition

  const underWay = useRef<Promise<unknown>>(Promise.resolve())
  const send = async (sent: typeof local) => {
    const answer = await write
      .mutateAsync({ id: survey.id, name: sent.name, definition: sent.definition, revision: revision.current })
      .catch(() => null)
    if (!answer) return
    revision.current = answer.revision
    setSaved(sent)
  }
  const save = async () => {
    if (!dirty || local.name.trim() === '') return
    // One after another: whoever opens a survey while its last but one change is being kept means the last one too.
    underWay.current = underWay.current.then(() => send(local))
    await underWay.current
  }
  const saveNow = useEffectEvent(save)

  useEffect(() => {
    if (!keepsItself || !dirty || write.isPending || write.isError) return
    const timer = setTimeout(() => void saveNow(), REST)
    return () => clearTimeout(timer)
  }, [keepsItself, dirty, local, write.isPending, write.isError])

  useEffect(() => {
    if (!dirty) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [dirty])

  const forget = () => write.isError && write.reset()
  return {
    ...local,
    dirty,
    saving: write.isPending,
    error: write.error,
    keepsItself,
    setName: (name) => {
      forget()
      setLocal((now) => ({ ...now, name }))
    },
    change: useCallback((change) => setLocal((now) => ({ ...now, definition: change(now.definition) })), []),
    save: async () => {
      forget()
      await save()
    },
    discard: () => {
      forget()
      setLocal(saved)
    },
  }
}
