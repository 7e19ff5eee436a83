/** A year's arrangement of days off and made-up working days. */
export type YearData = {
  readonly year: number
  /** Days off and made-up working days as the State Council announces them, MM-DD. */
  readonly off: readonly string[]
  readonly work: readonly string[]
}

type PeriodData = {
  readonly exam: 'college' | 'senior-school'
  readonly from: string
  readonly to: string
}

/** The last year the holiday package has an announcement for. */
export const packageKnowsUntil = 2026

/** Years announced after the package's release, or corrected: whole years, which replace the package's. Empty until there is one. */
export const announcedYears: readonly YearData[] = []

/** When a holiday is: a day of our calendar, a solar term, or a day of the lunar one (MM-DD). */
export type LawfulHoliday = {
  readonly name: string
  readonly on: { readonly solar: string } | { readonly term: '清明' } | { readonly lunar: string }
  /** Begins so many days before. */
  readonly before: number
  readonly days: number
}

/**
 * Days off by law in every year (《全国年节及纪念日放假办法》，2025 年 1 月 1 日起施行): all that is known of a year not
 * yet announced.
 */
export const lawfulHolidays: readonly LawfulHoliday[] = [
  { name: '元旦', on: { solar: '01-01' }, before: 0, days: 1 },
  { name: '春节（除夕至初三）', on: { lunar: '01-01' }, before: 1, days: 4 },
  { name: '清明节', on: { term: '清明' }, before: 0, days: 1 },
  { name: '劳动节', on: { solar: '05-01' }, before: 0, days: 2 },
  { name: '端午节', on: { lunar: '05-05' }, before: 0, days: 1 },
  { name: '中秋节', on: { lunar: '08-15' }, before: 0, days: 1 },
  { name: '国庆节', on: { solar: '10-01' }, before: 0, days: 3 },
]

/** Usual days of Beijing's 高考 and 中考, MM-DD, both included: a setting, to be checked every spring. */
export const usualExams = [
  { exam: 'college', from: '06-07', to: '06-10' },
  { exam: 'senior-school', from: '06-24', to: '06-26' },
] as const satisfies readonly PeriodData[]
