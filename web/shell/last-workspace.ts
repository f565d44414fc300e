import { keep, kept } from '../ui/kept.ts'

export const lastWorkspace = (): string | null => kept('workspace')
export const rememberWorkspace = (workspaceId: string): void => keep('workspace', workspaceId)
