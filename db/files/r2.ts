import type { R2Bucket } from '@cloudflare/workers-types'
import { isFileKey } from './files.ts'
import type { Files } from './files.ts'

const perPage = 500

/** Files in an R2 bucket: an object is there whole or not at all, and durable once it is. */
export function r2Files(bucket: R2Bucket): Files {
  return {
    write: async (key, bytes) => {
      await bucket.put(key, bytes)
    },
    read: async (key, from, to) => {
      const object = await bucket.get(key, { range: { offset: from, length: to - from } })
      return object === null ? null : new Uint8Array(await object.arrayBuffer())
    },
    remove: async (key) => bucket.delete(key),
    list: async (after) => {
      const page = await bucket.list({
        limit: perPage,
        ...(after === null ? {} : { cursor: after }),
      })
      const files = page.objects
        .filter(({ key }) => isFileKey(key))
        .map(({ key, uploaded }) => ({ key, at: uploaded.getTime() }))
      return { files, next: page.truncated ? page.cursor : null }
    },
  }
}
