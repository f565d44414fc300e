import { Outlet } from '@tanstack/react-router'
import { AnnounceProvider } from '../ui/announce.tsx'
import { PaletteProvider } from '../ui/palette-sources.tsx'
import { ShortcutProvider } from '../ui/shortcuts.tsx'
import { Arrival } from './arrival.tsx'
import { KeyboardHelp } from './keyboard-help.tsx'

/** What lies under every page, signed in or not. */
export function Ground() {
  return (
    <AnnounceProvider>
      <ShortcutProvider>
        <PaletteProvider>
          <Outlet />
          <Arrival />
          <KeyboardHelp />
        </PaletteProvider>
      </ShortcutProvider>
    </AnnounceProvider>
  )
}
