import { Search } from 'lucide-react'
import { useEffect, useEffectEvent, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { classNames } from './class-names.ts'
import { useModal } from './dialog.tsx'
import { Kbd } from './kbd.tsx'
import { usePaletteSearch, type FoundGroup } from './palette-search.ts'
import type { Found } from './palette-sources.tsx'
import { uiWords } from './words.ts'

/** Search from anywhere: type, move with the arrows, Enter goes there. Opened with Ctrl-K. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const t = useWords(uiWords)
  const modal = useModal(true, onClose)
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const { groups, searching, answers } = usePaletteSearch(query)
  const [wanted, setWanted] = useState<string | null>(null)
  const found = groups.flatMap((group) => group.found)
  const listId = useId()

  const choose = (one: Found | undefined): void => {
    if (!one) return
    onClose()
    one.go()
  }
  const arrived = useEffectEvent(() => choose(found[0]))
  useEffect(() => {
    if (wanted !== null && wanted === answers && !searching) arrived()
  }, [wanted, answers, searching])
  const steer = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      // Whoever types faster than the answers come means what they typed, not what still stands there from before.
      if (answers === query) choose(found[active])
      else setWanted(query)
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step || found.length === 0) return
    event.preventDefault()
    setActive((active + step + found.length) % found.length)
  }

  return (
    <dialog
      {...modal}
      aria-label={t('palette.label')}
      className="appear mx-auto mt-[10vh] mb-auto max-h-[70dvh] w-[calc(100vw-1.5rem)] max-w-xl flex-col overflow-hidden rounded-2xl bg-sheet p-0 shadow-lift backdrop:bg-veil open:flex"
    >
      <div className="flex items-center gap-3 border-b border-line px-4">
        <Search aria-hidden className="size-5 shrink-0 text-ink-faint" />
        <input
          data-first
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls={listId}
          aria-activedescendant={found[active] ? `${listId}-${active}` : undefined}
          aria-label={t('palette.label')}
          placeholder={t('palette.placeholder')}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setActive(0)
            setWanted(null)
          }}
          onKeyDown={steer}
          autoComplete="off"
          spellCheck={false}
          className="min-h-14 min-w-0 flex-1 bg-transparent text-lead outline-none"
        />
      </div>
      <p role="status" className="heard-only">
        {searching ? '' : t('palette.found', { count: found.length })}
      </p>
      <Results id={listId} groups={groups} active={active} onActive={setActive} onChoose={choose} />
      {found.length === 0 && !searching && query && (
        <p className="px-5 py-8 text-center text-small text-ink-soft">{t('palette.nothing', { query })}</p>
      )}
      <Hints />
    </dialog>
  )
}

interface ResultsProps {
  id: string
  groups: readonly FoundGroup[]
  active: number
  onActive: (index: number) => void
  onChoose: (one: Found) => void
}

function Results({ id, groups, active, onActive, onChoose }: ResultsProps) {
  const t = useWords(uiWords)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [active])
  const firsts = groups.map((_, at) => groups.slice(0, at).reduce((sum, { found }) => sum + found.length, 0))
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={t('palette.label')}
      className="min-h-0 flex-1 overflow-y-auto p-2 empty:hidden"
    >
      {groups.map((group, at) => (
        <div key={group.id} role="group" aria-label={group.heading} className="mb-1">
          <p aria-hidden className="px-3 pt-2 pb-1 text-tiny text-ink-faint">
            {group.heading}
          </p>
          {group.broken && <p className="px-3 pb-2 text-small text-ink-soft">{t('palette.broken')}</p>}
          {group.found.map((one, place) => {
            const own = (firsts[at] ?? 0) + place
            return (
              <Row
                key={one.id}
                id={`${id}-${own}`}
                one={one}
                selected={own === active}
                onHover={() => onActive(own)}
                onChoose={onChoose}
              />
            )
          })}
        </div>
      ))}
    </div>
  )
}

interface RowProps {
  id: string
  one: Found
  selected: boolean
  onHover: () => void
  onChoose: (one: Found) => void
}

function Row({ id, one, selected, onHover, onChoose }: RowProps) {
  const Icon = one.icon
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      onPointerMove={onHover}
      onClick={() => onChoose(one)}
      onKeyDown={(event) => void (event.key === 'Enter' && onChoose(one))}
      className={classNames(
        'flex min-h-11 cursor-pointer items-center gap-3 rounded-lg px-3 py-2',
        selected && 'bg-well',
      )}
    >
      {Icon && <Icon aria-hidden className="size-4 shrink-0 text-ink-soft" />}
      <span className="min-w-0 flex-1 truncate text-body">{one.label}</span>
      {one.detail && <span className="max-w-[45%] truncate text-small text-ink-soft">{one.detail}</span>}
    </div>
  )
}

function Hints() {
  const t = useWords(uiWords)
  return (
    <p aria-hidden className="flex gap-5 border-t border-line px-4 py-2 text-tiny text-ink-faint max-sm:hidden">
      <span className="flex items-center gap-1.5">
        <Kbd keys="ArrowUp ArrowDown" /> {t('palette.hint.move')}
      </span>
      <span className="flex items-center gap-1.5">
        <Kbd keys="Enter" /> {t('palette.hint.open')}
      </span>
      <span className="flex items-center gap-1.5">
        <Kbd keys="Escape" /> {t('palette.hint.close')}
      </span>
    </p>
  )
}
