import { Link, Outlet, useRouteContext } from '@tanstack/react-router'
import { Sparkles } from 'lucide-react'
import { useMemo } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { Banner } from '../ui/banner.tsx'
import { WorkspaceContext, workspaceOf } from '../ui/workspace.ts'
import { BottomBar } from './bottom-bar.tsx'
import { Closed } from './closed.tsx'
import { Finder } from './finder.tsx'
import { Rail } from './rail.tsx'
import { TopBar } from './top-bar.tsx'
import { shellWords } from './words.ts'

/** The frame around the pages of a workspace: rail or bottom bar, search, and the page between them. */
export function Frame() {
  const t = useWords(shellWords)
  const { membership } = useRouteContext({ from: '/w/$workspaceId' })
  const workspace = useMemo(() => (membership ? workspaceOf(membership) : null), [membership])
  if (!workspace) return <Closed />
  return (
    <WorkspaceContext value={workspace}>
      <a
        href="#page"
        className="heard-only fixed top-2 z-50 rounded-lg bg-deed px-4 py-3 text-on-deed focus:not-heard-only focus:start-2 focus:m-0 focus:h-auto focus:w-auto focus:[clip-path:none]"
      >
        {t('skip')}
      </a>
      <Finder>
        <div className="min-h-dvh md:ps-(--rail)">
          <Rail />
          <TopBar />
          <main id="page" tabIndex={-1} className="max-md:pb-20">
            {workspace.isSample && <SampleBanner />}
            <Outlet />
          </main>
          <BottomBar />
        </div>
      </Finder>
    </WorkspaceContext>
  )
}

function SampleBanner() {
  const t = useWords(shellWords)
  return (
    <Banner
      icon={Sparkles}
      action={
        <Link to="/welcome" className="font-semibold underline underline-offset-4">
          {t('sample.leave')}
        </Link>
      }
    >
      {t('sample.text')}
    </Banner>
  )
}
