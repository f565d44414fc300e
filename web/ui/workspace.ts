import { createContext, useContext } from 'react'
import { pathTo } from './api.ts'
import type { Membership } from './me.ts'

export interface Workspace {
  readonly id: string
  readonly name: string
  readonly role: Membership['role']
  readonly isSample: boolean
  /** `path('voices', id)` is `/api/v1/voices/<id>?workspace=<this>`, good for requests and for plain download links. */
  readonly path: (...parts: (string | number)[]) => string
}

export function workspaceOf(membership: Membership): Workspace {
  const { workspaceId, name, role, isSample } = membership
  return {
    id: workspaceId,
    name,
    role,
    isSample,
    path: (...parts) => `${pathTo('api', 'v1', ...parts)}?workspace=${workspaceId}`,
  }
}

export const WorkspaceContext = createContext<Workspace | null>(null)

/** The workspace of the page being read. Only pages under `/w/$workspaceId` have one. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext)
  if (!workspace) throw new Error('useWorkspace needs a page under /w/$workspaceId')
  return workspace
}
