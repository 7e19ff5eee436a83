import { describe, expect, it } from 'vitest'
import { towns } from '#routing/places/towns.ts'
import { responsibilities } from '#routing/responsibility.ts'
import { route } from '#routing/route.ts'
import type { ComplaintCategoryId } from '#intents/categories/index.ts'
import type { TownId } from '#routing/types.ts'
import { units } from '#routing/units.ts'
import given from './categories.json' with { type: 'json' }

const at = Date.UTC(2026, 4, 12)
const nameOf = (id: string | undefined) => units.find((unit) => unit.id === id)?.label

function answer(category: string, town: TownId) {
  const place = { town, village: null, spot: null, coordinates: null }
  const id = category as ComplaintCategoryId // Safe because the test before compares the two lists.
  const routed = route({ category: id, text: '', urgency: 'general', at, place })
  if ('missing' in routed) throw new Error(`missing ${routed.missing}`)
  return routed
}

describe('the table of who handles what', () => {
  it('has the same categories as the rules', () => {
    expect(given.map(({ id }) => id).sort()).toEqual(
      [...new Set(responsibilities.map(({ category }) => category))].sort(),
    )
  })

  it.each(given)('$id: handler, supporting units and clause are the table’s', (row) => {
    for (const { id: town, label } of towns) {
      const { handler, supporting, clause } = answer(row.id, town)
      const placed = (name: string) => (name === '{town}' ? label : name)
      const expected = [row.handler, ...row.supporting].map(placed)
      expect([handler, ...supporting].map(nameOf), label).toEqual([...new Set(expected)])
      expect(clause).toEqual({ plan: 2023, ...row.clause })
    }
  })

  it.each(given)('$id is handled by the department or by the place, as the table says', (row) => {
    const handlers = new Set(towns.map(({ id }) => answer(row.id, id).handler))
    expect(handlers.size).toBe(row.handling === 'local' ? towns.length : 1)
  })
})
