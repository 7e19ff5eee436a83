import { open311Texts } from './texts.ts'
import type { Tree } from './write.ts'

/** When services or their definitions last changed, Beijing time: clients refresh what they keep. */
const changeset = '2026-01-01T00:00:00+08:00'
const specification = 'http://wiki.open311.org/GeoReport_v2'

/** Where the interfaces are. `origin`: the address people use. */
export function discovery(origin: string, changedAt: string = changeset): Tree {
  const endpoint = (type: 'production' | 'test', path: string): Tree => ({
    specification,
    url: `${origin}${path}`,
    changeset: changedAt,
    type,
    formats: ['text/xml', 'application/json'],
  })
  return {
    changeset: changedAt,
    contact: open311Texts.contact,
    key_service: open311Texts.keyService,
    endpoints: [endpoint('production', '/open311/v2'), endpoint('test', '/open311/test/v2')],
  }
}
