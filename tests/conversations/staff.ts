import { changeTicket } from '#app/tickets/change-ticket.ts'
import { dispatchTicket } from '#app/dispatching/dispatch-ticket.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Actor } from '#domain/roles.ts'
import type { TicketCommand } from '#domain/ticket/steps/index.ts'
import { categories } from '#intents/categories/index.ts'
import type { ComplaintCategoryId } from '#intents/categories/index.ts'
import type { OwnTicket, World } from './world.ts'

const day = 86_400_000
const dispatcher: Actor = { id: 'dispatcher', role: 'dispatcher', unit: null, name: '派单员' }

/** What a unit may do in a transcript: the word at the head of the line, then its text. */
function unitCommand(words: string, now: number): TicketCommand {
  const [verb = '', ...more] = words.split(/\s+/)
  const text = more.join(' ')
  switch (verb) {
    case '签收':
      return { type: 'accept' }
    case '联系':
      return { type: 'contact', method: 'phone', note: text }
    case '办结':
      return { type: 'resolve', publicReply: text, internalNote: null, despite: '已向市民说明' }
    case '请补充':
      return { type: 'ask-citizen', question: text }
    case '申请延期':
      return { type: 'request-extension', reason: text, until: now + 10 * day }
    case '退单':
      return {
        type: 'return',
        reason: 'place-unclear',
        note: text,
        proposedUnit: null,
        clause: null,
      }
    default:
      throw new Error(`a unit cannot ${verb}`)
  }
}

/** A line 单位：… for the ticket given. Fails when the mechanism refuses. */
export async function actAsUnit(world: World, { ticket }: OwnTicket, words: string): Promise<void> {
  const officer: Actor = { id: 'officer', role: 'officer', unit: ticket.handler, name: '承办人' }
  const command = unitCommand(words, world.clock.now)
  const done = await changeTicket(world.house.ctxFor(officer), ticket.id, command)
  if (isRefusal(done)) throw new Error(`refused: ${JSON.stringify(done)}`)
}

/** A line 派单员：… for the ticket given. Fails when the mechanism refuses. */
export async function actAsDesk(world: World, { ticket }: OwnTicket, words: string): Promise<void> {
  const ctx = world.house.ctxFor(dispatcher)
  const [verb = '', ...more] = words.split(/\s+/)
  const text = more.join(' ')
  const done =
    verb === '派单'
      ? await dispatchTicket(ctx, {
          ticketId: ticket.id,
          category: categoryOf(text),
          note: '按职责派单',
        })
      : await changeTicket(ctx, ticket.id, deskCommand(verb, text))
  if (isRefusal(done)) throw new Error(`refused: ${JSON.stringify(done)}`)
}

function deskCommand(verb: string, text: string): TicketCommand {
  if (verb === '转介') return { type: 'refer', to: text, note: text }
  if (verb === '批准延期') return { type: 'approve-extension', note: null }
  throw new Error(`the desk cannot ${verb}`)
}

function categoryOf(label: string): ComplaintCategoryId {
  const found = categories.find((category) => category.label.startsWith(label))
  if (found === undefined || found.id === 'env-inquiry' || found.id === 'out-of-scope') {
    throw new Error(`no category is called ${label}`)
  }
  return found.id
}
