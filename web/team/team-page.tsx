import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { UserMinus, UserPlus, X } from 'lucide-react'
import { useState } from 'react'
import { z } from 'zod'
import { Invitation, Member, ROLES, type Role } from '#trust/contract'
import { useWords } from '../i18n/use-words.ts'
import { api } from '../ui/api.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { DateTime } from '../ui/date-time.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { useMe } from '../ui/me.ts'
import { Page, Section } from '../ui/page.tsx'
import { Select } from '../ui/select.tsx'
import { SkeletonList } from '../ui/skeleton.tsx'
import { useToast } from '../ui/toast.tsx'
import { useWorkspace } from '../ui/workspace.ts'
import { Invite } from './invite.tsx'
import { teamWords } from './words.ts'

const Members = z.object({ data: z.array(Member) })
const Invitations = z.object({ data: z.array(Invitation) })

export function TeamPage() {
  const t = useWords(teamWords)
  const workspace = useWorkspace()
  const [inviting, setInviting] = useState(false)
  const members = useQuery({
    queryKey: [workspace.id, 'members'],
    queryFn: ({ signal }) => api.get(workspace.path('members'), { schema: Members, signal }),
  })
  const invitations = useQuery({
    queryKey: [workspace.id, 'invitations'],
    queryFn: ({ signal }) => api.get(workspace.path('invitations'), { schema: Invitations, signal }),
  })
  const mayInvite = workspace.role === 'owner' || workspace.role === 'manager'
  const invite = (
    <Button icon={UserPlus} look="deed" onClick={() => setInviting(true)}>
      {t('invite')}
    </Button>
  )
  const alone = members.data?.data.length === 1 && invitations.data?.data.length === 0
  return (
    <Page title={t('title')} lead={t('lead')} width="letter" actions={mayInvite && !alone && invite}>
      {members.isPending && <SkeletonList rows={3} />}
      {members.isError && <ErrorNotice error={members.error} retry={members.refetch} />}
      {members.data && (
        <Section title={t('members')}>
          <ul className="divide-y divide-line border-y border-line">
            {members.data.data.map((member) => (
              <MemberItem key={member.accountId} member={member} />
            ))}
          </ul>
        </Section>
      )}
      {alone && mayInvite && (
        <EmptyState title={t('alone.title')} actions={invite}>
          {t('alone.text')}
        </EmptyState>
      )}
      {invitations.data && invitations.data.data.length > 0 && (
        <Section title={t('open')}>
          <ul className="divide-y divide-line border-y border-line">
            {invitations.data.data.map((invitation) => (
              <OpenInvitation key={invitation.id} invitation={invitation} mayWithdraw={mayInvite} />
            ))}
          </ul>
        </Section>
      )}
      {inviting && <Invite onClose={() => setInviting(false)} />}
    </Page>
  )
}

function MemberItem({ member }: { member: Member }) {
  const t = useWords(teamWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const toast = useToast()
  const me = useMe().data?.account
  const mayChange = workspace.role === 'owner'
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: [workspace.id, 'members'] }),
      queries.invalidateQueries({ queryKey: ['me'] }),
    ])
  const put = (role: Role) => api.put(workspace.path('members', member.accountId, 'role'), { body: { role } })
  const change = useMutation({
    mutationFn: put,
    onSuccess: async (_, role) => {
      await refresh()
      toast.undo({
        text: t('member.changed', { name: member.name, role: t(`role.${role}`) }),
        undo: async () => {
          await put(member.role)
          await refresh()
        },
      })
    },
  })
  const remove = useMutation({
    mutationFn: () => api.delete(workspace.path('members', member.accountId)),
    onSuccess: async () => {
      await refresh()
      toast.say(t('member.removed', { name: member.name }))
    },
  })
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <Avatar name={member.name} />
      <span className="min-w-0 flex-1 basis-44">
        <span className="block truncate font-medium">
          {member.name}
          {member.accountId === me?.id && <span className="font-normal text-ink-soft"> ({t('member.you')})</span>}
        </span>
        <span className="block truncate text-small text-ink-soft">
          {member.email} · {t('since')} <DateTime at={member.joinedAt} look="date" />
        </span>
      </span>
      {mayChange ? (
        <>
          <div className="w-36">
            <Select
              quietLabel
              label={t('member.role', { name: member.name })}
              value={member.role}
              options={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
              onChange={(role) => change.mutate(role)}
            />
          </div>
          <IconButton
            icon={UserMinus}
            label={t('member.remove', { name: member.name })}
            disabled={remove.isPending}
            onClick={() => remove.mutate()}
          />
        </>
      ) : (
        <span className="text-small text-ink-soft">{t(`role.${member.role}`)}</span>
      )}
    </li>
  )
}

function OpenInvitation({ invitation, mayWithdraw }: { invitation: Invitation; mayWithdraw: boolean }) {
  const t = useWords(teamWords)
  const workspace = useWorkspace()
  const queries = useQueryClient()
  const toast = useToast()
  const withdraw = useMutation({
    mutationFn: () => api.delete(workspace.path('invitations', invitation.id)),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: [workspace.id, 'invitations'] })
      toast.say(t('open.withdrawn', { email: invitation.email }))
    },
  })
  return (
    <li className="flex flex-wrap items-center gap-4 py-3">
      <span className="min-w-0 flex-1">
        <span className="block truncate">{invitation.email}</span>
        <span className="block text-small text-ink-soft">
          {t(`role.${invitation.role}`)} · {t('open.until')} <DateTime at={invitation.expiresAt} look="date" />
        </span>
      </span>
      {mayWithdraw && (
        <IconButton
          icon={X}
          label={t('open.withdraw', { email: invitation.email })}
          disabled={withdraw.isPending}
          onClick={() => withdraw.mutate()}
        />
      )}
    </li>
  )
}
