import { Check, Inbox, MoreHorizontal, Plus, Reply, Star, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { CommandPalette } from '../ui/command-palette.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { Menu, MenuChoice, MenuItem, MenuLine } from '../ui/menu.tsx'
import { usePaletteSource } from '../ui/palette-sources.tsx'
import { SidePanel } from '../ui/side-panel.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { useToast } from '../ui/toast.tsx'
import { Shown } from './shown.tsx'

export function Actions() {
  const toast = useToast()
  const [shown, setShown] = useState<'dialog' | 'panel' | 'palette' | null>(null)
  const close = (): void => setShown(null)
  usePaletteSource({
    id: 'people',
    heading: 'People',
    search: (query) =>
      ['Ada Brandt', 'Jonas Weil', 'Priya Nair']
        .filter((name) => name.toLowerCase().includes(query.toLowerCase()))
        .map((name) => ({ id: name, label: name, detail: 'customer', icon: Inbox, go: close })),
  })
  return (
    <>
      <Shown title="Doing">
        <div className="flex flex-wrap items-center gap-3">
          <Button
            look="deed"
            icon={Check}
            onClick={() =>
              toast.undo({ text: 'Ada Brandt’s letter is answered.', undo: () => toast.say('Back on the list.') })
            }
          >
            Mark as answered
          </Button>
          <Button look="lamp" icon={Reply}>
            Answer now
          </Button>
          <Button onClick={() => setShown('dialog')}>Open a dialog</Button>
          <Button look="quiet" onClick={() => setShown('panel')}>
            Open a panel
          </Button>
          <Button look="quiet" onClick={() => setShown('palette')}>
            Search <Kbd keys="mod+k" />
          </Button>
          <Button busy>Saving</Button>
          <Button disabled>Not now</Button>
        </div>
        <div className="mt-3 flex flex-wrap items-center gap-3">
          <Button size="small" icon={Plus}>
            Small
          </Button>
          <Button size="large" look="deed">
            Begin
          </Button>
          <IconButton icon={Star} label="Keep" keys="s" />
          <IconButton
            icon={Trash2}
            label="Remove"
            onClick={() => toast.wrong('That could not be removed. It is still where it was.')}
          />
          <Menu
            trigger={
              <button
                type="button"
                aria-label="More"
                className="thumb grid size-9 place-items-center rounded-lg hover:bg-well"
              >
                <MoreHorizontal aria-hidden className="size-5" />
              </button>
            }
          >
            <MenuItem icon={Reply} keys="r" onSelect={() => undefined}>
              Answer
            </MenuItem>
            <MenuItem icon={Star} onSelect={() => undefined}>
              Keep
            </MenuItem>
            <MenuLine />
            <MenuChoice
              heading="Show"
              value="all"
              options={[
                { value: 'all', label: 'Everything' },
                { value: 'mine', label: 'Mine' },
              ]}
              onChange={() => undefined}
            />
          </Menu>
          <Badge>Subscription</Badge>
          <Badge look="outline">Regular</Badge>
          <Badge look="lamp">Waiting 2 days</Badge>
        </div>
      </Shown>
      <Dialog
        open={shown === 'dialog'}
        onClose={close}
        title="What was done about it?"
        actions={
          <>
            <Button onClick={close}>Not yet</Button>
            <Button look="deed" onClick={close}>
              Close the case
            </Button>
          </>
        }
      >
        <TextArea label="In a sentence or two" hint="Ada will not see this. Your team will." rows={4} />
      </Dialog>
      <SidePanel
        open={shown === 'panel'}
        onClose={close}
        title="Ada Brandt"
        actions={<Button look="deed">Answer</Button>}
      >
        <p>Everything Ada said and bought, in one line of time.</p>
      </SidePanel>
      {shown === 'palette' && <CommandPalette onClose={close} />}
    </>
  )
}
