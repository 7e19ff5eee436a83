import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'

/** Every day of two years that is worked, and deadlines at the edges of days, as a process of its own reckons them. */
const program = `
import { addWorkingDays, beijingDay, isNight } from '#routing/calendar.ts'
import { isWorkday } from '#routing/workdays.ts'
import { defaultLimits, dueAt } from '#routing/due.ts'
const days = []
for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2028, 0, 1); at += 86400000) {
  const day = new Date(at).toISOString().slice(0, 10)
  if (isWorkday(day)) days.push(day)
}
const edges = [15.9, 16, 16.1, 23.9].map((hour) => {
  const at = Date.UTC(2027, 1, 4) + hour * 3600000
  return [beijingDay(at), addWorkingDays(at, 7, isWorkday), isNight(at), dueAt('solve', 'general', at, { ...defaultLimits, days: 'working' })]
})
console.log(JSON.stringify({ days, edges }))
`

const reckonedIn = (zone: string) =>
  execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
  })

it('Working days, nights and deadlines are Beijing’s, whatever the time zone of the process', () => {
  const utc = reckonedIn('UTC')
  expect(utc).toContain('2027-02-04')
  for (const zone of ['America/New_York', 'Asia/Shanghai', 'Pacific/Kiritimati']) {
    expect(reckonedIn(zone)).toBe(utc)
  }
})
