import { fill } from '#app/tools/fill.ts'
import { open311Texts } from './texts.ts'

export type ErrorKey = keyof typeof open311Texts.errors

/** What is wrong with a call; `status` is that of the answer (GeoReport v2: 403, 404, else 400). */
export type Fault = {
  readonly fault: ErrorKey
  readonly status: 400 | 403 | 404 | 413 | 429 | 500 | 503
  readonly description: string
}

/** A fault in words. */
export function faultOf(
  fault: ErrorKey,
  status: Fault['status'] = 400,
  slots: Readonly<Record<string, string>> = {},
): Fault {
  return { fault, status, description: fill(open311Texts.errors[fault], slots) }
}

/** Tells faults from any result that is no list of them. */
export function areFaults(result: unknown): result is readonly Fault[] {
  return (
    Array.isArray(result) &&
    result.length > 0 &&
    result.every((one: unknown) => typeof one === 'object' && one !== null && 'fault' in one)
  )
}
