import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Bookmark, BookmarkCheck, BookmarkPlus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { View } from '#understand/contract'
import { useWords } from '../i18n/use-words.ts'
import { api } from '../ui/api.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Menu, MenuGroup, MenuItem, MenuLine } from '../ui/menu.tsx'
import { fieldErrors } from '../ui/problem.ts'
import { TextInput } from '../ui/text-input.tsx'
import { useToast } from '../ui/toast.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { isFiltered, readSearch, sameSearch, type VoicesSearch } from './search.ts'
import { viewsQuery } from './voices-query.ts'
import { voicesWords } from './words.ts'

/** Ways of looking with a name, shared by everybody in the workspace. */
export function ViewsMenu({ search }: { search: VoicesSearch }) {
  const t = useWords(voicesWords)
  const workspace = useWorkspace()
  const navigate = useNavigate()
  const [naming, setNaming] = useState(false)
  const { data: views } = useQuery({ ...viewsQuery(workspace), select: (list) => list.data })
  const remove = useRemoveView()
  const mayKeep = workspace.role !== 'observer'
  const current = views?.find((view) => sameSearch(readSearch({ ...view.filter }), search))
  return (
    <>
      <Menu
        align="end"
        trigger={<Button icon={current ? BookmarkCheck : Bookmark}>{current?.name ?? t('views.open')}</Button>}
      >
        <MenuGroup heading={views?.length ? t('views.heading') : t('views.none')}>
          {views?.map((view) => (
            <MenuItem
              key={view.id}
              icon={view === current ? BookmarkCheck : Bookmark}
              onSelect={() =>
                void navigate({
                  to: '/w/$workspaceId/voices',
                  params: { workspaceId: workspace.id },
                  search: readSearch({ ...view.filter }),
                })
              }
            >
              {view.name}
            </MenuItem>
          ))}
        </MenuGroup>
        {mayKeep && (isFiltered(search) || search.sort) && (
          <>
            <MenuLine />
            {current ? (
              <MenuItem icon={Trash2} onSelect={() => remove.mutate(current)}>
                {t('views.remove', { name: current.name })}
              </MenuItem>
            ) : (
              <MenuItem icon={BookmarkPlus} onSelect={() => setNaming(true)}>
                {t('views.save')}
              </MenuItem>
            )}
          </>
        )}
      </Menu>
      {naming && <NameView search={search} onClose={() => setNaming(false)} />}
    </>
  )
}

function NameView({ search, onClose }: { search: VoicesSearch; onClose: () => void }) {
  const t = useWords(voicesWords)
  const toast = useToast()
  const keep = useKeepView()
  const [name, setName] = useState(search.q ?? '')
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('views.title')}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button look="deed" type="submit" form="view-form" busy={keep.isPending}>
            {t('views.keep')}
          </Button>
        </>
      }
    >
      <form
        id="view-form"
        onSubmit={(event) => {
          event.preventDefault()
          keep.mutate(
            { name, filter: search },
            {
              onSuccess: (view) => {
                toast.say(t('views.kept', { name: view.name }))
                onClose()
              },
            },
          )
        }}
      >
        <TextInput
          label={t('views.name')}
          hint={t('views.text')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={fieldErrors(keep.error)['name']}
          maxLength={80}
          autoComplete="off"
          required
          data-first
        />
      </form>
    </Dialog>
  )
}

function useKeepView() {
  const workspace = useWorkspace()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: { name: string; filter: object }) => api.post(workspace.path('views'), { schema: View, body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: viewsQuery(workspace).queryKey }),
  })
}

function useRemoveView() {
  const t = useWords(voicesWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const toast = useToast()
  const keep = useKeepView()
  return useMutation({
    mutationFn: (view: View) => api.delete(workspace.path('views', view.id)),
    onSuccess: (_, { name, filter }) => {
      void queries.invalidateQueries({ queryKey: viewsQuery(workspace).queryKey })
      toast.undo({ text: t('views.removed', { name }), undo: () => keep.mutateAsync({ name, filter }) })
    },
  })
}
