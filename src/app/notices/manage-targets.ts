import { isRefusal, refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Actor } from '#domain/roles.ts'
import type { NoticeChoices } from '#domain/notices/choices.ts'
import { units } from '#routing/units.ts'
import { plainName } from '#app/tools/bound-message.ts'
import type { Ctx } from '#app/ctx.ts'
import { noticeTexts } from './notice-texts.ts'
import type { NoticeTarget, TargetAddress, TargetOwner, TargetWay } from './notices-port.ts'
import { addressFault } from './webhook-address.ts'
import { fill } from '#app/tools/fill.ts'

const secretBytes = 32

/** A group as a person gives it; `address`: a robot's address or key, a LINE group's id, a webhook's URL. */
export type TargetInput = {
  readonly owner: TargetOwner
  readonly way: TargetWay
  readonly label: string
  readonly address: string
  readonly choices: NoticeChoices
}

/** Every owner a group may have. */
const targetOwners: readonly TargetOwner[] = [
  'dispatchers',
  'inspectors',
  ...units.map(({ id }) => id),
]

/** Whose groups a person may set: their own unit's as its lead, everybody's as administrator. */
export function ownersOf({ role, unit }: Actor): readonly TargetOwner[] {
  if (role === 'administrator') return targetOwners
  return role === 'unit-lead' && unit !== null ? [unit] : []
}

/** Groups the person may set. Refuses 'not-allowed'. */
export async function readTargets(ctx: Ctx): Promise<readonly NoticeTarget[] | Refusal> {
  const owners = ownersOf(ctx.actor)
  if (owners.length === 0) return refuse('not-allowed')
  return ctx.noticeTargets.list(owners.length === 1 ? (owners[0] ?? null) : null)
}

/**
 * Adds a group. A webhook's secret is made here and shown to whoever added it. Refuses 'not-allowed', 'way-off',
 * 'invalid-input' naming the field at fault.
 */
export async function addTarget(ctx: Ctx, input: TargetInput): Promise<NoticeTarget | Refusal> {
  if (!ownersOf(ctx.actor).includes(input.owner)) return refuse('not-allowed')
  if (ctx.staffSenders?.[input.way] === undefined) return refuse('way-off')
  const label = input.label.trim()
  const isPlain = plainName(label) === label
  if (label === '' || label.length > 50 || !isPlain)
    return refuse('invalid-input', { fields: 'label' })
  const address = addressFrom(ctx, input)
  if (address === null) return refuse('invalid-input', { fields: 'address' })
  const target: NoticeTarget = {
    id: ctx.newId(),
    owner: input.owner,
    label,
    address,
    choices: input.choices,
    createdAt: ctx.now(),
    createdBy: ctx.actor.id,
  }
  await ctx.noticeTargets.put(target)
  return target
}

/** What a group hears and when. Refuses 'not-found'. */
export async function chooseForTarget(
  ctx: Ctx,
  id: string,
  choices: NoticeChoices,
): Promise<Refusal | null> {
  const target = await ownTarget(ctx, id)
  if (isRefusal(target)) return target
  await ctx.noticeTargets.put({ ...target, choices })
  return null
}

/** Refuses 'not-found'. */
export async function removeTarget(ctx: Ctx, id: string): Promise<Refusal | null> {
  const target = await ownTarget(ctx, id)
  if (isRefusal(target)) return target
  await ctx.noticeTargets.remove(id)
  return null
}

/** Sends a few words, through the outbox like everything else. Refuses 'not-found'. */
export async function testTarget(ctx: Ctx, id: string): Promise<Refusal | null> {
  const target = await ownTarget(ctx, id)
  if (isRefusal(target)) return target
  await ctx.outbox.putStaff({
    batch: ctx.newId(),
    recipient: `target:${id}`,
    way: target.address.way,
    subject: noticeTexts.testSubject,
    lines: [fill(noticeTexts.test, { label: target.label })],
    items: [],
    purpose: 'test',
    createdAt: ctx.now(),
  })
  return null
}

async function ownTarget(ctx: Ctx, id: string): Promise<NoticeTarget | Refusal> {
  const target = await ctx.noticeTargets.get(id)
  if (target === null || !ownersOf(ctx.actor).includes(target.owner)) return refuse('not-found')
  return target
}

/** null: it is no address of this way, or one our server must not call. */
function addressFrom(ctx: Ctx, { way, address }: TargetInput): TargetAddress | null {
  const given = address.trim()
  switch (way) {
    case 'wecom-robot': {
      const key = robotKey(given)
      return key === null ? null : { way, key }
    }
    case 'line-group':
      return /^[CR][0-9a-f]{32}$/.test(given) ? { way, groupId: given } : null
    case 'webhook': {
      const privateAllowed = ctx.outgoing?.privateWebhooks === true
      if (given.length > 1000 || addressFault(given, privateAllowed) !== null) return null
      return { way, url: given, secret: newSecret(ctx) }
    }
  }
}

/** The key alone is kept: it is sent to WeCom and nowhere else, whatever address it came in. */
function robotKey(given: string): string | null {
  const key = URL.canParse(given) ? new URL(given).searchParams.get('key') : given
  return key !== null && /^[\w-]{8,100}$/.test(key) ? key : null
}

/** As Standard Webhooks writes secrets. */
function newSecret(ctx: Ctx): string {
  return `whsec_${btoa(String.fromCharCode(...ctx.randomBytes(secretBytes)))}`
}
