import { say } from './dialogue.ts'
import { ask, become, tell } from './move.ts'
import type { Moves } from './move.ts'
import {
  byNumber,
  openOnes,
  ordered,
  statusReply,
  supplemented,
  urgedStatus,
} from './own-tickets.ts'
import { settledIn } from './place.ts'
import { pinTown } from './questions/pin-town.ts'
import { ticketNumber } from './questions/ticket-number.ts'
import { whichTicket } from './questions/which-ticket.ts'
import { withdraw } from './questions/withdraw.ts'
import type { ConverseTools, Dialogue, Errand, OwnTicket, Scene } from './types.ts'

const statusesShown = 3

/** Does an errand on the ticket meant, or on the one it can mean; asks which when it can mean several. */
export function served(scene: Scene, errand: Errand, one: OwnTicket | null): Moves {
  const open = openOnes(scene.own)
  const [only, ...others] = one === null ? open : [one]
  if (only === undefined) return [tell([say('nothing')])]
  return others.length > 0
    ? [
        become({ waitingAct: withWaiting(scene.dialogue, errand) }),
        ask(whichTicket.put(open, scene.tools)),
      ]
    : [become({ waitingAct: null }), ...errands[errand.act](only, errand, scene.tools)]
}

/** Photos sent one by one while it is asked which ticket is meant belong to one another. */
function withWaiting({ question, waitingAct }: Dialogue, errand: Errand): Errand {
  const joins = question?.kind === 'which-ticket' && waitingAct?.act === 'supplement'
  if (!joins || errand.act !== 'supplement') return errand
  return {
    ...waitingAct,
    ...errand,
    text: [waitingAct.text, errand.text].filter((text) => text !== '').join('\n'),
    attachments: [...(waitingAct.attachments ?? []), ...(errand.attachments ?? [])],
  }
}

type Serve = (one: OwnTicket, errand: Errand, tools: ConverseTools) => Moves

/** What is done of each. Withdrawing is asked back first. */
const errands = {
  status: (one, _, tools) => [tell([statusReply(one, tools)])],
  withdraw: ({ ticket }, _, tools) => [ask(withdraw.put(ticket, tools))],
  urge: (one, { text }, tools) => {
    const { number } = one.ticket.opened
    const reply = say('urged', { number, status: urgedStatus(one, tools) })
    return [ordered(one.ticket, { type: 'urge', text: tools.mask(text) }, reply)]
  },
  supplement: ({ ticket }, errand, tools) => {
    const { place } = errand
    if (place === undefined) return [supplemented(ticket, errand, null, tools)]
    const stated = settledIn(ticket.place.town, place)
    return stated === null
      ? [
          become({ waitingAct: { ...errand, ticketId: ticket.id } }),
          ask(pinTown.put(ticket, place.candidates, tools)),
        ]
      : [supplemented(ticket, errand, stated, tools)]
  },
} as const satisfies Record<Errand['act'], Serve>

/** Progress by number, of the open tickets, or of the latest; asks for the number when there is none. */
export function statusTold({ own, tools }: Scene, number: string | null): Moves {
  const named = byNumber(own, number)
  if (named !== undefined) return [tell([statusReply(named, tools)])]
  if (number !== null) return [tell([say('status.unknown', { number })])]
  const open = openOnes(own).slice(-statusesShown)
  const shown = open.length > 0 ? open : own.slice(-1)
  return shown.length > 0
    ? [tell(shown.map((one) => statusReply(one, tools)))]
    : [ask(ticketNumber.put())]
}
