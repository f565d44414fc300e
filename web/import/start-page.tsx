import { useWords } from '../i18n/use-words.ts'
import { Button } from '../ui/button.tsx'
import { FileDrop } from '../ui/file-drop.tsx'
import { Page } from '../ui/page.tsx'
import { Progress } from '../ui/progress.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { Earlier } from './earlier.tsx'
import { mayBringIn } from './imports-query.ts'
import { KnownExports } from './known-exports.tsx'
import { UploadTrouble } from './upload-trouble.tsx'
import { useUpload, type Upload } from './use-upload.ts'
import { importWords } from './words.ts'

const ACCEPTED = '.csv,.tsv,.txt,.json,.jsonl,.ndjson,.xlsx,.gz'

/** Where what was said comes in: one place to let a file go, and what came of the files before. */
export function StartPage() {
  const t = useWords(importWords)
  const workspace = useWorkspace()
  const upload = useUpload()
  const may = mayBringIn(workspace)
  if (workspace.role === 'observer')
    return (
      <Page title={t('title')} lead={t('drop.hidden')} width="letter">
        {null}
      </Page>
    )
  return (
    <Page title={t('title')} lead={may ? t('lead') : t('drop.not')} width="letter">
      {may && (
        <div className="mb-12">
          {upload.sending ? <Sending upload={upload} /> : <Drop upload={upload} />}
          <div className="mt-4 empty:hidden">{upload.trouble !== null && <UploadTrouble error={upload.trouble} />}</div>
          <KnownExports />
        </div>
      )}
      <Earlier />
    </Page>
  )
}

function Drop({ upload }: { upload: Upload }) {
  const t = useWords(importWords)
  return (
    <>
      <FileDrop label={t('drop.label')} hint={t('drop.hint')} accept={ACCEPTED} onFile={upload.send} />
      <p className="mt-1 text-center text-small text-ink-soft">{t('drop.stays')}</p>
    </>
  )
}

/** Stands where the file was let go, at the same height. */
function Sending({ upload: { sending, stop } }: { upload: Upload }) {
  const t = useWords(importWords)
  if (!sending) return null
  const { name, share } = sending
  return (
    <div className="flex min-h-54 flex-col justify-center gap-4 rounded-2xl border-2 border-dashed border-line bg-sheet px-6 py-8">
      <Progress
        label={
          <span className="break-all">
            {share === null ? t('send.looking', { name }) : t('send.sending', { name })}
          </span>
        }
        value={share}
      />
      <div className="flex justify-center">
        <Button look="quiet" size="small" onClick={stop}>
          {t('send.cancel')}
        </Button>
      </div>
    </div>
  )
}
