import { unzipSync, zipSync } from 'fflate'
import { faultOf } from './fault.ts'
import type { TableFault } from './fault.ts'

const mostUnpacked = 200 * 1024 * 1024

class TooLarge extends Error {}

/**
 * An archive's text files in an archive that is not compressed: nothing larger than allowed is ever unpacked, and
 * whoever reads it next needs no thread of its own to unpack it (Workers have none). What unpacks to more than
 * it says of itself is cut off there.
 */
export function repack(bytes: Uint8Array): { readonly buffer: ArrayBuffer } | TableFault {
  let total = 0
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        const isText = /\.(?:xml|rels)$/i.test(name)
        if (isText) total += originalSize
        if (total > mostUnpacked) throw new TooLarge()
        return isText
      },
    })
    return { buffer: zipSync(files, { level: 0 }).slice().buffer }
  } catch (error) {
    return faultOf(error instanceof TooLarge ? 'bomb' : 'notTable')
  }
}
