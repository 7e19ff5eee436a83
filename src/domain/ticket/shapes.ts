import type { Urgency } from '#intents/types.ts'
import type { Routing, RoutingAsked } from '#routing/types.ts'
import type { Attachment, Deadlines } from './events.ts'
import * as k from './kinds.ts'

/** Kinds that several declarations share. */

/** Shortest time first. */
export const urgencies = [
  'urgent',
  'fast',
  'general',
  'complex',
] as const satisfies readonly Urgency[]
export const urgency = k.choice<Urgency>('urgency', urgencies)

export const attachments = k.list(
  k.object<Attachment>({
    id: k.id,
    kind: k.rules<Attachment['kind']>(),
    name: k.maybe(k.fileName),
  }),
)

/** The rules' answer; what they were asked says the spot once more. */
export const routing = k.object<Routing>({
  handler: k.unit,
  lead: k.units,
  primary: k.units,
  supporting: k.units,
  clause: k.rules(),
  deadlineClass: k.rules(),
  rule: k.id,
  rulesVersion: k.id,
  asked: k.object<RoutingAsked>({
    category: k.category,
    town: k.maybe(k.unit) as k.Kind<RoutingAsked['town']>,
    spot: k.spot,
    day: k.id,
  }),
  evidence: k.rules(),
  considered: k.rules(),
})

export const deadlines = k.object<Deadlines>({
  accept: k.moment,
  contact: k.moment,
  return: k.moment,
  solve: k.moment,
})
