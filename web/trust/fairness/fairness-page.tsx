import { Link } from '@tanstack/react-router'
import { useWords } from '../../i18n/use-words.ts'
import { Section } from '../../ui/page.tsx'
import { useWorkspace } from '../../ui/workspace.ts'
import { Room } from '../room.tsx'
import { GroupsSection } from './groups-section.tsx'
import { SwapsSection } from './swaps-section.tsx'
import { fairnessWords } from './words.ts'

/** The same words with another name; who is put first here; and what was done about it. */
export function FairnessPage() {
  const t = useWords(fairnessWords)
  const workspace = useWorkspace()
  return (
    <Room title={t('title')} lead={t('lead')} width="wide">
      <SwapsSection />
      <GroupsSection />
      <Section title={t('card.title')}>
        <Link
          to="/w/$workspaceId/trust/reader"
          params={{ workspaceId: workspace.id }}
          className="underline decoration-edge/60 underline-offset-4 hover:decoration-current"
        >
          {t('card.link')}
        </Link>
      </Section>
    </Room>
  )
}
