/** So many at once of each key, and so many in all. */
export type Slots = {
  /** Takes a place; null when the key, or the house, is full. Give it back when it is over. */
  readonly begin: (key: string) => (() => void) | null
}

/** Places for what takes long or much: uploads, streams. In memory; a key that has none under way costs nothing. */
export function makeSlots(perKey: number, inAll: number): Slots {
  const held = new Map<string, number>()
  let all = 0
  const of = (key: string) => held.get(key) ?? 0
  return {
    begin: (key) => {
      if (all >= inAll || of(key) >= perKey) return null
      all += 1
      held.set(key, of(key) + 1)
      let isHeld = true
      return () => {
        if (!isHeld) return
        isHeld = false
        all -= 1
        if (of(key) > 1) held.set(key, of(key) - 1)
        else held.delete(key)
      }
    },
  }
}

/** Uploads under way: each is held in memory as a whole while it is checked. */
export const uploadSlots = { perKey: 2, inAll: 6 } as const
/** Open streams of events, of one person and of one address (many share a carrier's): each asks the database once a second. */
export const streamSlots = { perPerson: 6, perAddress: 100, inAll: 1_000 } as const
