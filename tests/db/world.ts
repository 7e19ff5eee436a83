import { onTestFinished } from 'vitest'
import { makeSeal } from '#db/seal.ts'
import { createPorts } from '#db/ports.ts'
import type { PortSettings } from '#db/ports.ts'
import type { Database } from '#db/database.ts'
import type { OpenStore, TestStore } from '#tests/support/stores.ts'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** Monday 2026-11-23, 09:00 in Shanghai. */
export const monday = Date.UTC(2026, 10, 23, 1)

export const worldSecret = 'a master secret for tests, 32+ characters'

type Ports = ReturnType<typeof createPorts>

/** The ports over a database of their own, with a clock that is turned by hand. */
export type World = Ports & {
  readonly opened: OpenStore
  readonly database: Database
  readonly clock: { now: number }
  /** The ports of another process on the same data. */
  readonly beside: (settings?: Partial<PortSettings>) => Promise<Ports>
}

/** Opens a world for one test; it is closed when the test ends. */
export async function openWorld(
  store: TestStore,
  settings: Partial<PortSettings> = {},
): Promise<World> {
  const opened = await store.open()
  onTestFinished(() => opened.close())
  const clock = { now: monday }
  let made = 0
  const given = { now: () => clock.now, newId: () => `id-${String((made += 1))}`, ...settings }
  const ports = createPorts(opened.database, await makeSeal(worldSecret), given)
  return {
    ...ports,
    opened,
    database: opened.database,
    clock,
    beside: async (others = {}) =>
      createPorts(opened.again(), await makeSeal(worldSecret), { ...given, ...others }),
  }
}
