import type { ComplaintCategoryId } from '#intents/categories/index.ts'
import type { UnitId } from '#routing/units.ts'
import { isRefusal, refuse } from '#domain/refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Actor } from '#domain/roles.ts'
import type { workingStatuses } from '#domain/ticket/status.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import type { Ctx } from '#app/ctx.ts'
import { fillTemplate, unknownSlots } from './fill-template.ts'

/** Where a ticket may stand that is closed with a reply. */
export type ReplyState = (typeof workingStatuses)[number]

/** What a template says. `category`, `state`: of which cases; null: of all. */
export type TemplateWords = {
  readonly name: string
  readonly text: string
  readonly category: ComplaintCategoryId | null
  readonly state: ReplyState | null
}

/**
 * A template as somebody wrote it: appended, never altered, so that all that was written stays. The last version holds;
 * `retired`: it is offered no more. `at`: UTC milliseconds; `by`: account id.
 */
export type TemplateVersion = TemplateWords & {
  readonly template: string
  readonly unit: UnitId
  readonly retired: boolean
  readonly at: number
  readonly by: string
  readonly byName: string
}

/** A unit's templates, as stored. */
export type ReplyTemplates = {
  /** Every version of a unit's templates, in the order of writing. */
  readonly versions: (unit: UnitId) => Promise<readonly TemplateVersion[]>
  readonly add: (version: TemplateVersion) => Promise<void>
}

/** A template as it holds, and all that was ever written of it, newest first. */
export type TemplateView = {
  readonly now: TemplateVersion
  readonly history: readonly TemplateVersion[]
}

const longestName = 50
const longestText = 2000

/** Whose templates somebody sees. */
function unitOf({ role, unit }: Actor): UnitId | Refusal {
  const ofUnit = role === 'officer' || role === 'unit-lead'
  return ofUnit && unit !== null ? unit : refuse('not-allowed')
}

/** Whether somebody writes their unit's templates: its lead does. */
export function mayWriteTemplates({ role, unit }: Actor): boolean {
  return role === 'unit-lead' && unit !== null
}

/** The templates of the actor's unit, those in use first. Refuses 'not-allowed' for who belongs to no unit. */
export async function readTemplates(ctx: Ctx): Promise<readonly TemplateView[] | Refusal> {
  const unit = unitOf(ctx.actor)
  if (isRefusal(unit)) return unit
  const views = viewsOf(await ctx.replyTemplates.versions(unit))
  return [...views].sort((a, b) => Number(a.now.retired) - Number(b.now.retired))
}

function viewsOf(versions: readonly TemplateVersion[]): readonly TemplateView[] {
  const templates = [...new Set(versions.map(({ template }) => template))]
  return templates.flatMap((id) => {
    const history = versions.filter(({ template }) => template === id).toReversed()
    const [now] = history
    return now === undefined ? [] : [{ now, history }]
  })
}

/**
 * Writes a template anew (`template` null) or another version of one. Refuses 'not-allowed' to all but the unit's
 * lead, 'not-found', 'invalid-input' naming the fields, and in `unknown` the names in braces that are no facts.
 */
export async function writeTemplate(
  ctx: Ctx,
  given: TemplateWords & { readonly template: string | null; readonly retired: boolean },
): Promise<TemplateVersion | Refusal> {
  const { actor } = ctx
  if (!mayWriteTemplates(actor) || actor.unit === null) return refuse('not-allowed')
  const known = viewsOf(await ctx.replyTemplates.versions(actor.unit))
  const isKnown = known.some(({ now }) => now.template === given.template)
  if (given.template !== null && !isKnown) return refuse('not-found')
  const words = { ...given, name: given.name.trim(), text: given.text.trim() }
  const fault = faultIn(words)
  if (fault !== null) return fault
  const version: TemplateVersion = {
    ...words,
    template: given.template ?? ctx.newId(),
    unit: actor.unit,
    at: ctx.now(),
    by: actor.id,
    byName: actor.name,
  }
  await ctx.replyTemplates.add(version)
  ctx.log.info('template.written', { template: version.template })
  return version
}

function faultIn({ name, text }: TemplateWords): Refusal | null {
  const unknown = unknownSlots(text)
  const isName = name !== '' && name.length <= longestName
  const isText = text !== '' && text.length <= longestText && unknown.length === 0
  const fields = [...(isName ? [] : ['name']), ...(isText ? [] : ['text'])]
  if (fields.length === 0) return null
  return refuse('invalid-input', { fields: fields.join(' '), unknown: unknown.join('、') })
}

/** A template with a case's facts in it. */
export type OfferedReply = {
  readonly template: string
  readonly name: string
  readonly reply: string
}

/** What the actor may close a case with: their unit's templates that fit it, the closest first; none for others. */
export async function repliesFor(ctx: Ctx, ticket: Ticket): Promise<readonly OfferedReply[]> {
  const { unit } = ctx.actor
  if (unit === null || unit !== ticket.handler) return []
  const fitting = viewsOf(await ctx.replyTemplates.versions(unit))
    .map(({ now }) => now)
    .filter(
      (one) =>
        !one.retired && fits(one.category, ticket.category) && fits(one.state, ticket.status),
    )
  return fitting
    .toSorted((a, b) => closeness(b) - closeness(a))
    .map(({ template, name, text }) => ({
      template,
      name,
      reply: fillTemplate(text, ticket, ctx.now()),
    }))
}

function fits<T>(wanted: T | null, is: T | null): boolean {
  return wanted === null || wanted === is
}

function closeness({ category, state }: TemplateWords): number {
  return (category === null ? 0 : 2) + (state === null ? 0 : 1)
}
