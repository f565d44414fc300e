import { Link } from '@tanstack/react-router'
import { LifeBuoy, Mail, X } from 'lucide-react'
import { useState } from 'react'
import type { Today } from '#act/contract'
import { useWords } from '../i18n/use-words.ts'
import { Banner } from '../ui/banner.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { keep, kept } from '../ui/kept.ts'
import { useWorkspace } from '../ui/workspace.ts'
import { todayWords } from './words.ts'

const link = 'thumb font-semibold underline underline-offset-4'

/** What else waits for whoever looks at Today: letters for their word, and once, the help lines. */
export function TodayBanners({ told }: { told: Today['banners'] }) {
  const t = useWords(todayWords)
  const { id: workspaceId, isSample } = useWorkspace()
  const params = { workspaceId }
  const later = `help-lines.later.${workspaceId}`
  const [aside, setAside] = useState(() => kept(later) !== null)
  const count = told.approvals
  return (
    <>
      {count > 0 && (
        <Banner
          icon={Mail}
          action={
            <Link to="/w/$workspaceId/trust/automations" params={params} className={link}>
              {t('approvals.go', { count })}
            </Link>
          }
        >
          {t('approvals', { count })}
        </Banner>
      )}
      {/* The sample business is invented: nobody will write to it in need. */}
      {told.helpLines && !aside && !isSample && (
        <Banner
          icon={LifeBuoy}
          action={
            <span className="flex items-center gap-3">
              <Link to="/w/$workspaceId/trust/emergencies" params={params} className={link}>
                {t('helplines.go')}
              </Link>
              <IconButton
                icon={X}
                label={t('helplines.later')}
                onClick={() => {
                  keep(later, 'yes')
                  setAside(true)
                }}
              />
            </span>
          }
        >
          {t('helplines')}
        </Banner>
      )}
    </>
  )
}
