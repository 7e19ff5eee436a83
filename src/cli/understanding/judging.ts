import type { Judged } from '#intents/measure.ts'
import { responsibilities } from '#routing/responsibility.ts'
import type { Responsibility } from '#routing/types.ts'

const inForce = (responsibilities as readonly Responsibility[]).filter(
  ({ until }) => until === null,
)
const handlers = new Map<string, string>(
  inForce.map(({ category, handler }) => [category, handler]),
)

/**
 * Whose desk a category goes to by its own rule: a unit's id, `{town}` for the township of the place, and
 * null for what opens no ticket. Facts of the text that move a ticket elsewhere are left out.
 */
function doorOf(category: string): string | null {
  return handlers.get(category) ?? null
}

type Reading = Pick<Judged, 'ranked' | 'confidence' | 'abstain'>

/** A reading beside what people said of the message. */
export function judgedAs(
  { ranked, confidence, abstain }: Reading,
  primary: string,
  secondary: readonly string[] = [],
): Judged {
  const sameDoor = doorOf(ranked[0] ?? '') === doorOf(primary)
  return { primary, secondary, ranked, confidence, abstain, sameDoor }
}
