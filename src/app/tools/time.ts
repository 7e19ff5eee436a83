import { beijingDay } from '#routing/calendar.ts'

const clock = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** UTC milliseconds → YYYYMMDD in Asia/Shanghai, as used in ticket numbers. */
export function dayOf(at: number): string {
  return beijingDay(at).replaceAll('-', '')
}

/** UTC milliseconds → month, day, hour and minute in Asia/Shanghai, in words. */
export function timeInWords(at: number): string {
  return clock.format(at)
}
