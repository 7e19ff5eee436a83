type YearData = {
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

/** Days off by law in every year, MM-DD: all that is known of a year not yet announced. */
export const fixedDaysOff = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'] as const

/** Usual days of Beijing's 高考 and 中考, MM-DD, both included: a setting, to be checked every spring. */
export const usualExams = [
  { exam: 'college', from: '06-07', to: '06-10' },
  { exam: 'senior-school', from: '06-24', to: '06-26' },
] as const satisfies readonly PeriodData[]
