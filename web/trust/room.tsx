import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { Page } from '../ui/page.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { trustWords } from './words.ts'

interface RoomProps {
  title: string
  lead?: ReactNode
  actions?: ReactNode
  width?: 'letter' | 'wide'
  children: ReactNode
}

/** A room of Trust: a page with the way back. */
export function Room({ width = 'letter', ...rest }: RoomProps) {
  const t = useWords(trustWords)
  const workspace = useWorkspace()
  return (
    <Page
      {...rest}
      width={width}
      back={
        <Link
          to="/w/$workspaceId/trust"
          params={{ workspaceId: workspace.id }}
          className="text-ink-soft hover:text-ink"
        >
          {t('title')}
        </Link>
      }
    />
  )
}
