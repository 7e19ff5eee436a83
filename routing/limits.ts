import type { Urgency } from '../intents/types.ts'
import type { ClockName } from './types.ts'

/** How long a clock runs. `setting`: not confirmed from a primary source. */
export type LimitData = {
  readonly clock: ClockName
  readonly from: 'open' | 'dispatched'
  readonly minutes: Readonly<Record<Urgency, number>>
  readonly setting: boolean
  readonly source: string
}

/** The five clocks by the four classes of urgency, in minutes around the clock. */
export const limits = [
  {
    clock: 'dispatch',
    from: 'open',
    minutes: { urgent: 15, fast: 30, general: 120, complex: 120 },
    setting: true,
    source: '接诉即办处置规程（默认值，可调）',
  },
  {
    clock: 'accept',
    from: 'dispatched',
    minutes: { urgent: 15, fast: 60, general: 120, complex: 120 },
    setting: true,
    source: '接诉即办处置规程（默认值，可调）',
  },
  {
    clock: 'contact',
    from: 'dispatched',
    minutes: { urgent: 30, fast: 120, general: 1440, complex: 1440 },
    setting: true,
    source: '接诉即办处置规程（默认值，可调）',
  },
  {
    clock: 'return',
    from: 'dispatched',
    minutes: { urgent: 30, fast: 120, general: 1440, complex: 1440 },
    setting: true,
    source: '接诉即办处置规程（默认值，可调）',
  },
  {
    clock: 'solve',
    from: 'dispatched',
    minutes: { urgent: 120, fast: 1440, general: 10_080, complex: 21_600 },
    setting: false,
    source: '北京12345市民服务热线公开报道的四级办理时限',
  },
] as const satisfies readonly LimitData[]

/** Whether the 7 and 15 days of the solving clock are calendar or working days: a setting. 2 and 24 hours never stop. */
export const longSolveDays: 'calendar' | 'working' = 'calendar'
