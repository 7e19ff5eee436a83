/** A Retry-After header, seconds or a date, as UTC milliseconds; null when it is none. */
export function retryAfter(header: string | null, now: number): number | null {
  if (header === null || header.trim() === '') return null
  const seconds = Number(header)
  const at = Number.isFinite(seconds) ? now + Math.max(0, seconds) * 1000 : Date.parse(header)
  return Number.isFinite(at) ? at : null
}
