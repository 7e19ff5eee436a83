import type { Coordinates } from '#routing/types.ts'
import type { MediaType } from '#domain/media.ts'
import { placeOn } from './photo-location.ts'

/** Types that are built of boxes (ISO/IEC 14496-12, and QuickTime before it). */
export function isBoxed(type: MediaType): boolean {
  return type === 'video/mp4' || type === 'video/quicktime' || type === 'audio/mp4'
}

type Box = {
  readonly type: string
  /** Offsets in the file: of the box, of its content, and behind it. */
  readonly start: number
  readonly content: number
  readonly end: number
}

/** Boxes that describe: names, places, cameras. Players need none of them. */
const describing: ReadonlySet<string> = new Set(['udta', 'meta', 'uuid'])
/** Boxes that may hold them. */
const holding: ReadonlySet<string> = new Set(['moov', 'trak', 'mdia', 'minf'])
const deepest = 6

/**
 * The same file with every describing box emptied: it becomes free space of the same length, so that nothing
 * else moves. Gives the place such a box names, too. null: a box does not fit its file, or no film is in it.
 */
export function withoutMetadata(
  bytes: Uint8Array,
): { readonly bytes: Uint8Array; readonly location: Coordinates | null } | null {
  const boxes = boxesIn(bytes, { start: 0, end: bytes.length }, 0)
  if (boxes === null || !boxes.some(({ type }) => type === 'moov' || type === 'moof')) return null
  const found = boxes.filter(({ type }) => describing.has(type))
  const cleaned = bytes.slice()
  for (const { start, content, end } of found) {
    cleaned.set(free, start + 4)
    cleaned.fill(0, content, end)
  }
  const places = found.map(({ content, end }) => placeIn(bytes.subarray(content, end)))
  return { bytes: cleaned, location: places.find((place) => place !== null) ?? null }
}

const free = new TextEncoder().encode('free')

type Extent = { readonly start: number; readonly end: number }

/** All boxes of an extent, those within others as well; null where one does not fit. */
function boxesIn(bytes: Uint8Array, { start, end }: Extent, depth: number): Box[] | null {
  const found: Box[] = []
  for (let at = start; at < end;) {
    // QuickTime ends a list of boxes with four zeros.
    if (depth > 0 && end - at < 8) break
    const box = boxAt(bytes, at, end)
    if (box === null) return null
    found.push(box)
    if (holding.has(box.type) && depth < deepest) {
      const inner = boxesIn(bytes, { start: box.content, end: box.end }, depth + 1)
      if (inner === null) return null
      found.push(...inner)
    }
    at = box.end
  }
  return found
}

function boxAt(bytes: Uint8Array, start: number, limit: number): Box | null {
  if (limit - start < 8) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const type = String.fromCharCode(...bytes.subarray(start + 4, start + 8))
  const short = view.getUint32(start)
  const long = short === 1
  if (long && limit - start < 16) return null
  const size = long ? Number(view.getBigUint64(start + 8)) : short === 0 ? limit - start : short
  const content = start + (long ? 16 : 8)
  const end = start + size
  return end < content || end > limit ? null : { type, start, content, end }
}

/** A place as ISO 6709 writes it, as phones do: +40.3764+116.8432+052.1/ */
const written = /([+-]\d{1,2}\.\d{2,})([+-]\d{1,3}\.\d{2,})/

function placeIn(content: Uint8Array): Coordinates | null {
  const [, lat, lon] = written.exec(new TextDecoder('latin1').decode(content)) ?? []
  return placeOn(Number(lat), Number(lon))
}
