import { Plus } from 'lucide-react'
import { QUESTION_KINDS, type QuestionKind } from '#listen/contract'
import { useWords } from '../i18n/use-words.ts'
import { Button } from '../ui/button.tsx'
import { Menu, MenuItem } from '../ui/menu.tsx'
import { kindIcons } from './kind-icon.tsx'
import { surveysWords } from './words.ts'

export function AddQuestion({ first, onAdd }: { first: boolean; onAdd: (kind: QuestionKind) => void }) {
  const t = useWords(surveysWords)
  return (
    <div className="mt-3">
      {first && <p className="mb-3 text-body text-ink-soft">{t('question.none')}</p>}
      <Menu trigger={<Button icon={Plus}>{t('question.add')}</Button>}>
        {QUESTION_KINDS.map((kind) => (
          <MenuItem key={kind} icon={kindIcons[kind]} onSelect={() => onAdd(kind)}>
            <span className="block font-medium">{t(`kind.${kind}`)}</span>
            <span className="block text-tiny text-ink-soft">{t(`kind.${kind}.hint`)}</span>
          </MenuItem>
        ))}
      </Menu>
    </div>
  )
}
