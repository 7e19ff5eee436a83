import type { FloodRecord } from '#domain/flooding.ts'

/** Who writes very much, and what was decided about it. Records are written with a change, never altered. */
export type Flooding = {
  /** What is on record about a person, in order. */
  readonly records: (personId: string) => Promise<readonly FloodRecord[]>
  /** Those to be decided on, longest waiting first, and those blocked at `now`. */
  readonly standing: (now: number, limit: number) => Promise<readonly (readonly FloodRecord[])[]>
  /** Messages a person has sent since a moment, UTC milliseconds. */
  readonly messagesSince: (personId: string, since: number) => Promise<number>
}
