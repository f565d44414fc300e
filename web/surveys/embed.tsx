import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Survey } from '#listen/contract'
import { useWords } from '../i18n/use-words.ts'
import { api } from '../ui/api.ts'
import { Button } from '../ui/button.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useToast } from '../ui/toast.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { Copyable } from './copyable.tsx'
import { readSites } from './sites.ts'
import { surveysWords } from './words.ts'

/** The code for one's own page, once it is said which sites may show the survey. */
export function Embed({ survey, may }: { survey: Survey; may: boolean }) {
  const t = useWords(surveysWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const toast = useToast()
  const allowed = survey.definition.embedOrigins
  const [text, setText] = useState(allowed.join(' '))
  const [wrong, setWrong] = useState<string | null>(null)
  const save = useMutation({
    mutationFn: (embedOrigins: string[]) =>
      api.patch(workspace.path('surveys', survey.id), {
        schema: Survey,
        body: { definition: { ...survey.definition, embedOrigins } },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: [workspace.id, 'surveys'] })
      toast.say(t('share.embed.saved'))
    },
  })
  return (
    <div className="flex flex-col gap-4">
      {may && (
        <form
          noValidate
          className="flex flex-wrap items-start gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            const { sites, strange } = readSites(text)
            setWrong(strange)
            if (strange !== null) return
            setText(sites.join(' '))
            save.mutate(sites)
          }}
        >
          <div className="min-w-0 flex-1 basis-72">
            <TextInput
              label={t('share.embed.sites')}
              hint={t('share.embed.sites.hint')}
              inputMode="url"
              autoComplete="off"
              spellCheck={false}
              value={text}
              error={wrong === null ? undefined : t('share.embed.sites.wrong', { site: wrong })}
              onChange={(event) => setText(event.target.value)}
            />
          </div>
          <div className="flex self-end">
            <Button type="submit" busy={save.isPending}>
              {t('share.embed.save')}
            </Button>
          </div>
        </form>
      )}
      {allowed.length > 0 && <Copyable label={t('share.embed')} rows={3} text={embedCode(survey)} />}
    </div>
  )
}

const embedCode = (survey: Survey): string =>
  `<iframe src="${survey.url}?embed=true&source=website" title="${survey.name.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}" style="width:100%;height:560px;border:0" loading="lazy"></iframe>`
