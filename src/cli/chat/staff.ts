import type { Ctx } from '#app/ctx.ts'
import { dispatchTicket } from '#app/dispatching/dispatch-ticket.ts'
import { giveCommand } from '#app/tickets/give-command.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Actor, Role } from '#domain/roles.ts'
import type { StaffCommand } from '#domain/ticket/steps/index.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import type { Act } from './acts.ts'

type StaffAct = Extract<Act, { readonly act: 'staff' }>
type Done = { readonly role: Role; readonly command: (act: StaffAct, now: number) => StaffCommand }

const day = 86_400_000

/** What is written where a script gives no words. */
const plain = '已记录'
const usualClause = '大气 22'

/** Acts of the staff but dispatching: who does it, and the command it is. */
const acts = {
  accept: { role: 'officer', command: () => ({ type: 'accept' }) },
  contact: {
    role: 'officer',
    command: ({ text = plain }) => ({ type: 'contact', method: 'phone', note: text }),
  },
  resolve: {
    role: 'officer',
    command: ({ text = plain }) => ({
      type: 'resolve',
      publicReply: text,
      internalNote: null,
      despite: plain,
    }),
  },
  ask: {
    role: 'officer',
    command: ({ text = plain }) => ({ type: 'ask-citizen', question: text }),
  },
  note: { role: 'officer', command: ({ text = plain }) => ({ type: 'note', text }) },
  extend: {
    role: 'officer',
    command: ({ text = plain, until }, now) => ({
      type: 'request-extension',
      reason: text,
      until: until ?? now + 10 * day,
    }),
  },
  return: {
    role: 'officer',
    command: ({ text = plain, unit }) => ({
      type: 'return',
      reason: unit === undefined ? 'place-unclear' : 'not-our-duty',
      note: text,
      proposedUnit: unit ?? null,
      clause: null,
    }),
  },
  refer: {
    role: 'dispatcher',
    command: ({ text = plain }) => ({ type: 'refer', to: text, note: text }),
  },
  'approve-extension': {
    role: 'dispatcher',
    command: ({ text }) => ({ type: 'approve-extension', note: text ?? null }),
  },
  'refuse-extension': {
    role: 'dispatcher',
    command: ({ text = plain }) => ({ type: 'refuse-extension', note: text }),
  },
  'uphold-return': {
    role: 'dispatcher',
    command: ({ text = plain }) => ({ type: 'uphold-return', note: text, clause: usualClause }),
  },
  supervise: {
    role: 'inspector',
    command: ({ text = plain, until }, now) => ({
      type: 'supervise',
      order: text,
      replyDue: until ?? now + 2 * day,
    }),
  },
} as const satisfies Record<Exclude<StaffAct['staff'], 'dispatch'>, Done>

/** Does what a script asks of the staff. Returns why it was not done; null when it was. */
export async function actAsStaff(
  ctxFor: (actor: Actor) => Ctx,
  ticket: Ticket,
  act: StaffAct,
): Promise<string | null> {
  const { staff } = act
  const { role, command }: Done =
    staff === 'dispatch' ? { role: 'dispatcher', command: never } : acts[staff]
  const unit = role === 'officer' ? ticket.handler : null
  const ctx = ctxFor({ id: `script-${role}`, role, unit, name: role })
  const { category, unit: chosen, text = plain } = act
  const done =
    staff === 'dispatch'
      ? await dispatchTicket(ctx, {
          ticketId: ticket.id,
          note: text,
          ...(category === undefined ? {} : { category }),
          ...(chosen === undefined ? {} : { unit: chosen }),
        })
      : await giveCommand(ctx, { ticketId: ticket.id, command: command(act, ctx.now()) })
  return isRefusal(done) ? `refused: ${done.refused}` : null
}

function never(): never {
  throw new Error('dispatching is no command of its own')
}
