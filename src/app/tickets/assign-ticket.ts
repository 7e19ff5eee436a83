import { isRefusal, refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { TicketCommand } from '#domain/ticket/steps/index.ts'
import { heldStatuses } from '#domain/ticket/status.ts'
import { changeTicket } from './change-ticket.ts'
import type { Ctx } from '#app/ctx.ts'
import type { StaffMember } from '#app/notices/notices-port.ts'

type Assign = Extract<TicketCommand, { readonly type: 'assign' }>

/** Whom somebody may give a ticket of their unit: everybody of it who may sign in, by name. */
export async function colleagues(ctx: Ctx): Promise<readonly StaffMember[]> {
  const { unit } = ctx.actor
  if (unit === null) return []
  const members = await ctx.staff.members()
  return members
    .filter((member) => member.unit === unit)
    .sort((a, b) => a.name.localeCompare(b.name, 'zh-Hans-CN'))
}

/** The command that gives a ticket to an account; refuses 'invalid-input' for one not of the unit or not in use. */
export async function assignOf(
  ctx: Ctx,
  to: string,
  note: string | null,
): Promise<Assign | Refusal> {
  const found = (await colleagues(ctx)).find(({ id }) => id === to)
  return found === undefined
    ? refuse('invalid-input', { fields: 'to' })
    : { type: 'assign', to, toName: found.name, note }
}

/** Tickets handed over in one go at most; the rest is taken up by asking again. */
const atOnce = 200

/**
 * Hands everything that is assigned to `from` over to `to`: before leave, or when somebody has left. Officers hand
 * over what is theirs, a lead what is anybody's of the unit. Gives how many, or refuses 'not-allowed' and what
 * `assignOf` refuses.
 */
export async function handOver(
  ctx: Ctx,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<number | Refusal> {
  const { id, role, unit } = ctx.actor
  if (unit === null || (from !== id && role !== 'unit-lead')) return refuse('not-allowed')
  const command = await assignOf(ctx, to, null)
  if (isRefusal(command)) return command
  if (from === to) return refuse('invalid-input', { fields: 'to' })
  const { rows } = await ctx.readers.list({
    assignee: from,
    statuses: heldStatuses,
    handler: unit,
    sort: 'due',
    limit: atOnce,
    offset: 0,
  })
  let handed = 0
  for (const { id: ticketId } of rows) {
    const result = await changeTicket(ctx, ticketId, (ticket) =>
      ticket.assignee?.id === from ? command : [],
    )
    if (!isRefusal(result) && result.assignee?.id === to) handed += 1
  }
  return handed
}
