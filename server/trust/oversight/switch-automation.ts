/** Turn an automation on or off, and ask how it stands. Every turn is kept with who, when and why. */
import { newId, Refusal, type App, type Tx } from '#platform'
import type { Who } from '../who.ts'
import type { Automation } from './automation.ts'
import type { State, SwitchInput } from './contract.ts'
import { addTurn, findTurn, holdSwitch } from './store.ts'

type Standing = Pick<Automation, 'key' | 'standard' | 'choices'>

/** How it stands in this workspace. A turn to a choice that is no more counts as none. */
export async function stateOf(tx: Tx, automation: Standing): Promise<State> {
  const turn = await findTurn(tx, automation.key)
  return turn && automation.choices.includes(turn.state) ? turn.state : automation.standard
}

/** Since when it is off, or null. */
export async function offSince(tx: Tx, automation: Standing): Promise<Date | null> {
  const turn = await findTurn(tx, automation.key)
  return turn?.state === 'off' && automation.choices.includes('off') ? turn.at : null
}

export const isOff = async (tx: Tx, automation: Standing): Promise<boolean> => (await stateOf(tx, automation)) === 'off'

export async function switchAutomation(
  app: App,
  who: Who,
  register: readonly Automation[],
  key: string,
  input: SwitchInput,
): Promise<void> {
  const automation = register.find((one) => one.key === key)
  if (!automation) throw new Refusal('automation_unknown', 'Heed has no automation of this name.')
  if (who.accountId === null)
    throw new Refusal('person_must_decide', 'What machines may do here is for a person to decide, not for a program.')
  if (automation.choices.length < 2) throw new Refusal('automation_fixed', `This cannot be switched. ${automation.off}`)
  if (!automation.choices.includes(input.state))
    throw new Refusal('choice_unknown', 'This can be switched, but not to that.', [
      { field: 'state', reason: `one of ${automation.choices.join(', ')}` },
    ])
  if (automation.ownerFor === input.state && who.role !== 'owner')
    throw new Refusal('owner_needed', 'Only an owner may let messages leave without a person looking at them first.')
  await app.db.inWorkspace(who.workspaceId, async (tx) => {
    await holdSwitch(tx, key)
    const before = await findTurn(tx, key)
    const state = await stateOf(tx, automation)
    if (state === input.state) return
    await addTurn(tx, who.workspaceId, {
      id: newId(),
      automation: key,
      state: input.state,
      why: input.why,
      byId: who.accountId,
      byName: who.name,
      at: app.clock.now(),
    })
    // Whoever runs it catches up on what was left undone since.
    const since = state === 'off' ? (before?.at.toISOString() ?? null) : null
    await app.events.emit(tx, who.workspaceId, 'automation.switched', { automation: key, state: input.state, since })
  })
}
