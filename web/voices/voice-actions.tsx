import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { LifeBuoy, PenLine, Sun, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { CaseOfVoice } from '#act/contract'
import type { Voice } from '#understand/contract'
import { useWords } from '../i18n/use-words.ts'
import { api } from '../ui/api.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { useShortcut } from '../ui/shortcuts.tsx'
import { useToast } from '../ui/toast.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { CorrectSheet } from './correct-sheet.tsx'
import { useCorrections } from './use-corrections.ts'
import { voicesWords } from './words.ts'

/** What one can do with a voice: say that it reads otherwise, and see to the person. */
export function VoiceActions({ voice }: { voice: Voice }) {
  const t = useWords(voicesWords)
  const workspace = useWorkspace()
  const [correcting, setCorrecting] = useState(false)
  const { takeBack } = useCorrections(voice)
  const mayJudge =
    workspace.role !== 'observer' &&
    voice.reading !== null &&
    voice.reading.heldBack !== 'employee' &&
    voice.reading.heldBack !== 'restricted'
  useShortcut({ keys: 'c', label: t('key.correct'), group: t('title'), off: !mayJudge }, () => setCorrecting(true))
  return (
    <div className="mt-6 flex flex-wrap gap-3">
      <OnToday voice={voice} />
      {mayJudge && (
        <Button icon={PenLine} onClick={() => setCorrecting(true)}>
          {t(voice.correction ? 'correct.change' : 'correct.open')}
        </Button>
      )}
      {mayJudge && voice.correction && (
        <Button look="quiet" icon={Undo2} busy={takeBack.isPending} onClick={() => takeBack.mutate()}>
          {t('correct.back')}
        </Button>
      )}
      {workspace.role !== 'observer' && !voice.crisis && <Raise voice={voice} />}
      {correcting && <CorrectSheet voice={voice} onClose={() => setCorrecting(false)} />}
    </div>
  )
}

/** Danger that Heed did not hear: whoever reads it hands it on with one press. */
function Raise({ voice }: { voice: Voice }) {
  const t = useWords(voicesWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const toast = useToast()
  const keeps = workspace.role === 'owner' || workspace.role === 'manager'
  const raise = useMutation({
    mutationFn: () => api.put(workspace.path('voices', voice.id, 'emergency')),
    onSuccess: async () => {
      toast.say(t(keeps ? 'emergency.raised' : 'emergency.raised.gone'))
      await queries.invalidateQueries({ queryKey: [workspace.id] })
    },
  })
  return (
    <Button look="quiet" icon={LifeBuoy} busy={raise.isPending} onClick={() => raise.mutate()}>
      {t('emergency.raise')}
    </Button>
  )
}

/** The way to its case, or into one. */
function OnToday({ voice }: { voice: Voice }) {
  const t = useWords(voicesWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const toast = useToast()
  const key = [workspace.id, 'case-of', voice.id]
  const path = workspace.path('voices', voice.id, 'case')
  const found = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get(path, { schema: CaseOfVoice, signal }),
  })
  const open = useMutation({
    mutationFn: () => api.post(path, { schema: CaseOfVoice }),
    onSuccess: (made) => {
      queries.setQueryData(key, made)
      void queries.invalidateQueries({ queryKey: [workspace.id, 'today'] })
      toast.say(t('case.made'))
    },
  })
  const known = found.data?.data
  if (known)
    return (
      <Link
        to="/w/$workspaceId/today"
        params={{ workspaceId: workspace.id }}
        search={{ case: known.id }}
        className={buttonClass('plain')}
      >
        <Sun aria-hidden className="-ms-0.5 size-[1.125em] shrink-0" />
        {t('case.open')}
      </Link>
    )
  if (!found.isSuccess || workspace.role === 'observer') return null
  return (
    <Button icon={Sun} busy={open.isPending} onClick={() => open.mutate()}>
      {t('case.make')}
    </Button>
  )
}
