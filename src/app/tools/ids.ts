import { z } from 'zod'
import { categories } from '#intents/categories/index.ts'
import type { ComplaintCategoryId } from '#intents/categories/index.ts'
import { towns } from '#routing/places/towns.ts'
import type { TownId } from '#routing/types.ts'
import { units } from '#routing/units.ts'
import type { UnitId } from '#routing/units.ts'
import { opensTicket } from '#intents/opens-ticket.ts'

// Safe because none of these lists is empty, and each holds exactly the ids of its type.
/** A unit's id in input from outside. */
export const unitId = z.enum(units.map(({ id }) => id) as [UnitId, ...UnitId[]])
/** A township's id in input from outside. */
export const townId = z.enum(towns.map(({ id }) => id) as [TownId, ...TownId[]])
/** A category a ticket can carry, in input from outside. */
export const complaintCategoryId = z.enum(
  categories.map(({ id }) => id).filter(opensTicket) as [
    ComplaintCategoryId,
    ...ComplaintCategoryId[],
  ],
)
