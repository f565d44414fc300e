import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { AnnounceProvider } from '../ui/announce.tsx'
import { PaletteProvider } from '../ui/palette-sources.tsx'
import { ShortcutProvider } from '../ui/shortcuts.tsx'
import { makeToastStore } from '../ui/toast-store.ts'
import { ToastProvider } from '../ui/toast.tsx'
import { Actions } from './actions.tsx'
import { Figures } from './figures.tsx'
import { Forms } from './forms.tsx'
import { Frames } from './frames.tsx'
import { Letters } from './letters.tsx'
import '../styles.css'

/** Every component in day and night, side by side. Only served while developing; never built. */
function Gallery() {
  const only = new URLSearchParams(location.search).get('theme')
  const themes = only === 'light' || only === 'dark' ? [only] : ['light', 'dark']
  return (
    <main className={themes.length > 1 ? 'grid xl:grid-cols-2' : ''}>
      <h1 className="heard-only">Gallery</h1>
      {themes.map((theme) => (
        <div key={theme} data-theme={theme} className="bg-paper px-4 py-8 text-ink sm:px-10">
          <Letters />
          <Figures />
          <Forms />
          <Actions />
          <Frames />
        </div>
      ))}
    </main>
  )
}

const place = document.getElementById('gallery')
if (place) {
  createRoot(place).render(
    <StrictMode>
      <ToastProvider store={makeToastStore()}>
        <AnnounceProvider>
          <ShortcutProvider>
            <PaletteProvider>
              <Gallery />
            </PaletteProvider>
          </ShortcutProvider>
        </AnnounceProvider>
      </ToastProvider>
    </StrictMode>,
  )
}
