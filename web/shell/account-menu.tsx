import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Keyboard, LogOut, UserRound } from 'lucide-react'
import { useWords } from '../i18n/use-words.ts'
import { api } from '../ui/api.ts'
import { Avatar } from '../ui/avatar.tsx'
import { useMe } from '../ui/me.ts'
import { Menu, MenuChoice, MenuGroup, MenuItem, MenuLine } from '../ui/menu.tsx'
import { useTheme, type Theme } from '../ui/theme.ts'
import { openKeyboardHelp } from './keyboard-help.tsx'
import { otherPlaces } from './places.ts'
import { useGo } from './use-go.ts'
import { shellWords } from './words.ts'

const themes = ['system', 'light', 'dark'] as const satisfies readonly Theme[]

function useSignOut() {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: () => api.post('/api/auth/sign-out', { body: {} }),
    onSuccess: async () => {
      queries.clear()
      await navigate({ to: '/sign-in' })
    },
  })
}

export function AccountMenu({ small }: { small?: boolean }) {
  const t = useWords(shellWords)
  const me = useMe().data
  const account = me?.account
  const navigate = useNavigate()
  // A guest before the first run has no account to change.
  const guest = me?.firstRun ?? false
  const [theme, setTheme] = useTheme()
  const signOut = useSignOut()
  if (!account) return null
  const trigger = (
    <button
      type="button"
      aria-label={t('account.open', { name: account.name })}
      className="flex min-h-11 min-w-11 items-center justify-center gap-2.5 rounded-lg px-2 text-start hover:bg-well md:justify-start"
    >
      <Avatar name={account.name} size="small" />
      {!small && <span className="min-w-0 flex-1 truncate text-small">{account.name}</span>}
    </button>
  )
  return (
    <Menu trigger={trigger} side={small ? 'bottom' : 'top'} align={small ? 'end' : 'start'}>
      {small && <OtherPlaces />}
      <MenuGroup heading={account.email}>
        {!guest && (
          <MenuItem icon={UserRound} onSelect={() => void navigate({ to: '/account' })}>
            {t('account.you')}
          </MenuItem>
        )}
        <MenuItem icon={Keyboard} keys="?" onSelect={() => window.dispatchEvent(new Event(openKeyboardHelp))}>
          {t('account.keyboard')}
        </MenuItem>
      </MenuGroup>
      <MenuLine />
      <MenuChoice
        heading={t('account.theme')}
        value={theme}
        options={themes.map((value) => ({ value, label: t(`account.theme.${value}`) }))}
        onChange={setTheme}
      />
      <MenuLine />
      <MenuItem icon={LogOut} onSelect={() => signOut.mutate()}>
        {t('account.signOut')}
      </MenuItem>
    </Menu>
  )
}

/** A phone's bar has room for six; the two other places stand here. */
function OtherPlaces() {
  const t = useWords(shellWords)
  const go = useGo()
  return (
    <>
      {otherPlaces.map((place) => (
        <MenuItem key={place.word} icon={place.icon} onSelect={() => go(place)}>
          {t(place.word)}
        </MenuItem>
      ))}
      <MenuLine />
    </>
  )
}
