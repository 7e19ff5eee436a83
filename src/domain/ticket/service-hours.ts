import { settings } from './settings.ts'

const hour = 3_600_000
const day = 24 * hour
const beijing = 8 * hour

/** The same moment when it lies in the service hours, else the next morning they begin. `at`: UTC milliseconds. */
export function inServiceHours(at: number): number {
  const { from, to } = settings.serviceHours
  const ofDay = (((at + beijing) % day) + day) % day
  if (ofDay >= from * hour && ofDay < to * hour) return at
  const midnight = at - ofDay
  return ofDay < from * hour ? midnight + from * hour : midnight + day + from * hour
}
