import { units } from '#routing/units.ts'
import type { UnitId } from '#routing/units.ts'

/**
 * The unit that words of another system name: by its name or an alias, whatever words of the district stand before
 * it and of its office after it; null: none of ours.
 */
export function unitNamed(words: string): UnitId | null {
  const named = bare(words.trim().replace(/^(?:北京市)?密云(?=.)/, ''))
  if (named === '') return null
  const found = units.find(({ label, aliases }) =>
    [label, ...aliases].some((name) => bare(name) === named),
  )
  return found?.id ?? null
}

function bare(name: string): string {
  return name.replace(/^区/, '').replace(/(?:人民政府|办事处|政府)$/, '')
}
