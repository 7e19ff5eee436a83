import { z } from 'zod'
import { categories } from '#intents/categories/index.ts'
import { units } from '#routing/units.ts'
import type { UnitId } from '#routing/units.ts'
import { complaintCategoryId } from '#app/tools/ids.ts'

/** Doors a script may come in by. */
export const scriptChannels = ['web-chat', 'line', 'wechat'] as const
export type ScriptChannel = (typeof scriptChannels)[number]

const staffActs = [
  'accept',
  'contact',
  'resolve',
  'ask',
  'note',
  'extend',
  'return',
  'dispatch',
  'refer',
  'approve-extension',
  'refuse-extension',
  'uphold-return',
  'supervise',
] as const

const point = z
  .tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)])
  .transform(([lat, lon]) => ({ lat, lon }))

const unitByName = new Map<string, UnitId>(
  units.flatMap(({ id, label }) => [[id, id] as const, [label, id] as const]),
)
const unit = z.string().transform((name, context): UnitId => {
  const found = unitByName.get(name)
  if (found !== undefined) return found
  context.addIssue({ code: 'custom', message: `no such unit: ${name}` })
  return z.NEVER
})
const categoryByLabel = new Map<string, string>(categories.map(({ id, label }) => [label, id]))
const category = z
  .string()
  .transform((name) => categoryByLabel.get(name) ?? name)
  .pipe(complaintCategoryId)

const spans = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const
const span = z
  .string()
  .regex(/^\d{1,6}[smhd]$/)
  .transform((text) => Number(text.slice(0, -1)) * spans[text.slice(-1) as keyof typeof spans]) // Safe by the pattern.

const moment = z
  .string()
  .transform((text) => Date.parse(text))
  .pipe(z.number().int())

const name = z.string().min(1).max(200)

/** What a line may hold, by the key that names the act. */
const shapes = {
  say: z.strictObject({ say: z.string().min(1), wait: z.boolean().default(true) }),
  press: z.strictObject({
    press: z.union([name, z.number().int().min(1)]),
    of: z.literal('old').optional(),
  }),
  photo: z.strictObject({ photo: z.number().int().min(1).max(20), at: point.optional() }),
  pin: z.strictObject({ pin: point, label: name.optional() }),
  again: z.strictObject({ again: z.literal(true) }),
  advance: z.strictObject({ advance: span }),
  staff: z.strictObject({
    staff: z.enum(staffActs),
    text: z.string().trim().min(1).optional(),
    until: moment.optional(),
    category: category.optional(),
    unit: unit.optional(),
    ticket: z.number().int().min(1).optional(),
  }),
  state: z.strictObject({ state: z.literal(true) }),
  reset: z.strictObject({ reset: z.literal(true) }),
  mark: z.strictObject({ mark: name }),
  back: z.strictObject({ back: name }),
} as const
const move = z.strictObject({ channel: z.enum(scriptChannels).optional(), sender: name.optional() })

type Shapes = typeof shapes

/** One line of a script: an act, by its name. */
export type Act =
  | { [K in keyof Shapes]: { readonly act: K } & z.infer<Shapes[K]> }[keyof Shapes]
  | ({ readonly act: 'move' } & z.infer<typeof move>)

/** A line's object without its id → the act, or why it is none. */
export function readAct(line: Readonly<Record<string, unknown>>): Act | { readonly error: string } {
  const keys = Object.keys(line)
  const acts = keys.filter((key) => key in shapes)
  const moves = keys.includes('channel') || keys.includes('sender')
  if (acts.length + (moves ? 1 : 0) > 1) return { error: 'more than one act in a line' }
  const [act] = acts
  if (act === undefined && !moves) return { error: `no such act: ${keys.join(', ')}` }
  const shape = act === undefined ? move : shapes[act as keyof Shapes] // Safe because it is one of the keys.
  const read = shape.safeParse(line)
  if (!read.success) return { error: read.error.issues.map(describe).join('; ') }
  return { ...read.data, act: act ?? 'move' } as Act // Safe because the shape was looked up by the act.
}

function describe({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0 ? message : `${path.join('.')}: ${message}`
}
