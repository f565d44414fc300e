import { useNavigate } from '@tanstack/react-router'
import { useWorkspace } from '../ui/workspace.ts'
import type { otherPlaces, Place } from './places.ts'

type To = Place['to'] | (typeof otherPlaces)[number]['to']

/** Goes to one of the pages of the workspace at hand. */
export function useGo(): (place: { to: To }) => void {
  const { id } = useWorkspace()
  const navigate = useNavigate()
  return ({ to }) => void navigate({ to, params: { workspaceId: id } })
}
