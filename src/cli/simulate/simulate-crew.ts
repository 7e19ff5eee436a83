import type { Actor } from '#domain/roles.ts'
import { units } from '#routing/units.ts'
import type { UnitId } from '#routing/units.ts'
import type { Account } from '#doors/staff-auth.ts'
import { phrases } from './season-data.ts'

/** Who works the simulated season. */
export type Crew = {
  readonly officer: (unit: UnitId) => Actor
  readonly dispatcher: Actor
  readonly operator: Actor
  readonly inspector: Actor
  /** The second person who decides on an exclusion. */
  readonly second: Actor
  /** And the third, who decides on an appeal. */
  readonly third: Actor
}

/** The crew: people who have an account act under it, all others under an invented name. */
export function makeCrew(accounts: readonly Account[]): Crew {
  const known = new Map<string, Actor>(
    accounts.map(({ id, role, unit, name }) => [key(role, unit), { id, role, unit, name }]),
  )
  const of = (role: Actor['role'], unit: UnitId | null, index: number): Actor =>
    known.get(key(role, unit)) ?? {
      id: `simulated-${key(role, unit)}`,
      role,
      unit,
      name: nameOf(index),
    }
  const officers = new Map(units.map(({ id }, index) => [id, of('officer', id, index)]))
  return {
    officer: (unit) => officers.get(unit) ?? of('officer', unit, 0),
    dispatcher: of('dispatcher', null, 101),
    operator: of('operator', null, 102),
    inspector: of('inspector', null, 103),
    second: { id: 'simulated-second-inspector', role: 'inspector', unit: null, name: nameOf(104) },
    third: { id: 'simulated-third-inspector', role: 'inspector', unit: null, name: nameOf(105) },
  }
}

function key(role: Actor['role'], unit: UnitId | null): string {
  return unit === null ? role : `${role}-${unit}`
}

/** An invented name; the same number gives the same name. */
export function nameOf(index: number): string {
  const { surnames, givenNames } = phrases
  const given = givenNames[(index * 5) % givenNames.length] ?? ''
  return `${surnames[(index * 7) % surnames.length] ?? ''}${given}`
}
