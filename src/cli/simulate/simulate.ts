import type { Ctx } from '#app/ctx.ts'
import type { TicketChange } from '#app/ports.ts'
import { system } from '#app/tickets/plan-change.ts'
import { dayOf } from '#app/tools/time.ts'
import { converseTools } from '#app/tools/converse-tools.ts'
import type { Actor } from '#domain/roles.ts'
import { ticketNumber } from '#domain/ticket/number.ts'
import type { TicketId } from '#domain/ticket/events.ts'
import type { Dice } from '#cli/dice.ts'
import { phrases } from './season-data.ts'
import { chances } from './season-shares.ts'
import type { Story } from './season-stories.ts'
import { work } from './simulate-courses.ts'
import type { Crew } from './simulate-crew.ts'
import { beginLife } from './simulate-life.ts'
import { openingOf } from './simulate-open.ts'
import type { Voice } from './simulate-open.ts'

/** One ticket with its whole history, and what is kept beside it. */
export type Lived = {
  readonly story: Story
  readonly voice: Voice
  readonly change: TicketChange
  /** The secret code its citizen was given. */
  readonly code: string
  /** What the mechanism refused: nothing, if all went well. */
  readonly refused: readonly string[]
}

export type SeasonWorld = {
  readonly ctx: Ctx
  readonly dice: Dice
  readonly crew: Crew
  /** The season's end, UTC milliseconds. */
  readonly now: number
}

/**
 * Lets every story of a season become a ticket that lives under the real mechanism until now: opened by the
 * rules, worked by all units, called back, every timer rung. People are made as they complain; tickets are not
 * stored yet. `ctx` gives ids and chance, so that the same season comes of the same seed.
 */
export async function simulate(world: SeasonWorld, stories: readonly Story[]): Promise<Lived[]> {
  const serials = new Map<string, number>()
  const matters = new Map<string, { readonly id: TicketId; readonly number: string }>()
  const all: Lived[] = []
  for (const [index, story] of stories.entries()) {
    const today = dayOf(story.at)
    const serial = (serials.get(today) ?? 0) + 1
    serials.set(today, serial)
    const voice = await speaks(world, story, index)
    const earlier = matters.get(matterOf(story)) ?? null
    const lived = live(world, story, { voice, number: ticketNumber(today, serial), earlier })
    const { ticketId: id, after } = lived.change
    if (story.course === 'plain') matters.set(matterOf(story), { id, number: after.opened.number })
    all.push(lived)
  }
  return all
}

function matterOf({ category, place }: Story): string {
  return `${category}/${place.town ?? ''}/${place.village ?? ''}`
}

/** The person behind a story, invented; a few callers give no name. */
async function speaks({ ctx, dice }: SeasonWorld, story: Story, index: number): Promise<Voice> {
  if (story.channel === 'alarm') return { personId: null, dialogueId: null }
  const calls = story.channel === 'hotline'
  if (calls && dice.chance(chances.anonymousCaller)) return { personId: null, dialogueId: null }
  const personId = await ctx.people.ensure(story.channel, `simulated-${String(index)}`)
  const surname = phrases.surnames[dice.below(phrases.surnames.length)] ?? ''
  const name = `${surname}${dice.pick(phrases.titles)}`
  // No number begins with 100: nobody can be called by mistake.
  const phone = `100${String(10_000_000 + index)}`
  if (calls) await ctx.people.setContact(personId, { name, phone })
  return { personId, dialogueId: calls ? null : ctx.newId() }
}

type LiveGiven = {
  readonly voice: Voice
  readonly number: string
  readonly earlier: { readonly id: TicketId; readonly number: string } | null
}

function live(world: SeasonWorld, story: Story, { voice, number, earlier }: LiveGiven): Lived {
  const { ctx, dice, crew, now } = world
  const life = beginLife(ctx, {
    id: ctx.newId(),
    openedAt: story.at,
    opener: openerOf(world, story, voice),
    open: openingOf(story, { number, caseId: ctx.newId(), voice }),
    now,
    halt: story.halt,
  })
  work({ life, story, dice, crew, newId: ctx.newId, earlier })
  const code = converseTools(ctx, 'zh-hans').mint.code()
  return { story, voice, change: life.end(), code, refused: life.refused() }
}

function openerOf({ crew }: SeasonWorld, { channel }: Story, { personId }: Voice): Actor {
  if (channel === 'alarm') return system
  if (channel === 'hotline') return crew.operator
  return { id: personId ?? '', role: 'citizen', unit: null, name: '' }
}
