import type { NoticeChoices } from '#domain/notices/choices.ts'
import { defaultChoices } from '#domain/notices/choices.ts'
import type { UnitId } from '#routing/units.ts'
import type { Notice } from '#domain/notices/notices.ts'
import { audiencesOfUnit, heardBy, unmannedUnits } from '#app/people/unmanned.ts'
import type { Ctx } from '#app/ctx.ts'
import type {
  NoticeTarget,
  RecipientKey,
  StaffAddress,
  StaffMessage,
  TargetOwner,
} from './notices-port.ts'

/** Somebody, or a group, who can be told outside the desk. */
export type Recipient = {
  readonly key: RecipientKey
  readonly address: StaffAddress
  readonly choices: NoticeChoices
  /** Whose people they are; null: the desk's or the bureau's. */
  readonly unit: UnitId | null
  /** Whether a notice is meant for them. */
  readonly hears: (notice: Notice) => boolean
}

/** Everybody who can be told outside the desk now: proved addresses of active accounts, and groups whose way is on. */
export async function recipients(ctx: Ctx): Promise<readonly Recipient[]> {
  const [members, contacts, targets] = await Promise.all([
    ctx.staff.members(),
    ctx.staff.reachable(),
    ctx.noticeTargets.list(null),
  ])
  const addresses = new Map(contacts.map(({ accountId, contact }) => [accountId, contact]))
  const people = members.flatMap((member): Recipient[] => {
    const contact = addresses.get(member.id)
    if (contact === undefined || contact.email === null) return []
    const audiences = new Set(heardBy(member, members))
    return [
      {
        key: `mail:${member.id}`,
        address: { way: 'email', email: contact.email },
        choices: contact.choices ?? defaultChoices,
        unit: member.unit,
        hears: ({ audience, by }) => audiences.has(audience) && by !== member.id,
      },
    ]
  })
  return [...people, ...targets.map((target) => groupOf(target, unmannedUnits(members)))].filter(
    ({ address }) => ctx.staffSenders?.[address.way] !== undefined,
  )
}

function groupOf(
  { id, address, choices, owner }: NoticeTarget,
  unmanned: readonly UnitId[],
): Recipient {
  const audiences = audiencesOfOwner(owner, unmanned)
  return {
    key: `target:${id}`,
    address,
    choices,
    unit: owner === 'dispatchers' || owner === 'inspectors' ? null : owner,
    hears: ({ audience }) => audiences.includes(audience),
  }
}

/** A unit's group also hears what goes to its lead: it is the unit that is late. The desk's hears for who has nobody. */
function audiencesOfOwner(
  owner: TargetOwner,
  unmanned: readonly UnitId[],
): readonly Notice['audience'][] {
  if (owner === 'dispatchers') return [owner, ...unmanned.flatMap(audiencesOfUnit)]
  return owner === 'inspectors' ? [owner] : audiencesOfUnit(owner)
}

/** Where a message goes now; null when there is nobody any more. */
export async function addressOf(
  ctx: Ctx,
  { recipient, purpose }: Pick<StaffMessage, 'recipient' | 'purpose'>,
): Promise<StaffAddress | null> {
  const id = recipient.slice(recipient.indexOf(':') + 1)
  if (recipient.startsWith('target:')) return (await ctx.noticeTargets.get(id))?.address ?? null
  const members = await ctx.staff.members()
  if (!members.some((member) => member.id === id)) return null
  const { email, newEmail } = await ctx.staff.contact(id)
  const to = purpose === 'code' ? (newEmail?.email ?? null) : email
  return to === null ? null : { way: 'email', email: to }
}
