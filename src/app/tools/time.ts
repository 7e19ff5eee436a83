const zone = 'Asia/Shanghai'

const day = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})
const clock = new Intl.DateTimeFormat('zh-CN', {
  timeZone: zone,
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** UTC milliseconds → YYYYMMDD in Asia/Shanghai, as used in ticket numbers. */
export function dayOf(at: number): string {
  return day.format(at).replaceAll('-', '')
}

/** UTC milliseconds → month, day, hour and minute in Asia/Shanghai, in words. */
export function timeInWords(at: number): string {
  return clock.format(at)
}
