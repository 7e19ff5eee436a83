import { urgencies } from '#domain/ticket/shapes.ts'
import type { Urgency } from '#intents/types.ts'
import { limits, longSolveDays } from '#routing/limits.ts'
import { settings } from '#domain/ticket/settings.ts'
import { settingTexts } from './texts.ts'

/** One number of a setting. */
export type SettingField = {
  readonly name: string
  readonly label: string
  readonly unit: string
  readonly min: number
  readonly max: number
  /** Its values are whole multiples of it. */
  readonly step: number
  readonly default: number
}

/** What the office may change from a date on. Everything else about it is derived: form, bounds, API, papers. */
export type SettingDeclaration = {
  readonly id: string
  readonly label: string
  readonly fields: readonly SettingField[]
  /** What its fields have to add up to; left out: anything. */
  readonly sum?: number
  /** Where its default comes from, and what a change does. */
  readonly source: string
  readonly effect: string
}

const { fields: say, units } = settingTexts
const longestMinutes = 60 * 24 * 60

const ofUrgencies = (minutes: Readonly<Record<Urgency, number>>): readonly SettingField[] =>
  urgencies.map((urgency) => ({
    name: urgency,
    label: say.urgency[urgency],
    unit: units.minutes,
    min: 1,
    max: longestMinutes,
    step: 1,
    default: minutes[urgency],
  }))

const share = { unit: units.share, min: 0, max: 1, step: 0.01 }

const clocks = limits.map(({ clock, minutes, source }) => ({
  id: `limit-${clock}` as const,
  label: settingTexts.clocks[clock],
  fields: ofUrgencies(minutes),
  source,
  effect: settingTexts.effects.limit,
}))

/** Every setting there is, in the order of the page. The defaults stay data of the repository. */
export const declaredSettings: readonly SettingDeclaration[] = [
  ...clocks,
  {
    id: 'solve-days',
    ...settingTexts.solveDays,
    fields: [
      {
        name: 'working',
        label: say.working,
        unit: units.yes,
        min: 0,
        max: 1,
        step: 1,
        default: longSolveDays === 'working' ? 1 : 0,
      },
    ],
  },
  {
    id: 'weights',
    ...settingTexts.weights,
    sum: 1,
    fields: (['contacted', 'solved', 'satisfied'] as const).map((name) => ({
      name,
      label: say.rates[name],
      ...share,
      default: settings.weights[name],
    })),
  },
  {
    id: 'answers',
    ...settingTexts.answers,
    fields: (['partlySolved', 'basicallySatisfied'] as const).map((name) => ({
      name,
      label: say.answers[name],
      ...share,
      default: settings[name],
    })),
  },
  {
    id: 'period',
    ...settingTexts.period,
    fields: [
      {
        name: 'months',
        label: say.months,
        unit: units.months,
        min: 1,
        max: 12,
        step: 1,
        default: 1,
      },
      { name: 'cutoff', label: say.cutoff, unit: units.day, min: 0, max: 28, step: 1, default: 0 },
    ],
  },
  {
    id: 'spots',
    ...settingTexts.spots,
    fields: [
      { name: 'times', label: say.times, unit: units.times, min: 2, max: 20, step: 1, default: 3 },
      { name: 'days', label: say.days, unit: units.days, min: 1, max: 60, step: 1, default: 30 },
      {
        name: 'againDays',
        label: say.againDays,
        unit: units.days,
        min: 1,
        max: 60,
        step: 1,
        default: 60,
      },
    ],
  },
  {
    id: 'retention',
    ...settingTexts.retention,
    fields: [
      {
        name: 'years',
        label: say.years,
        unit: units.years,
        min: 1,
        max: 30,
        step: 1,
        default: settings.retentionYears,
      },
    ],
  },
]

export type SettingValues = Readonly<Record<string, number>>

export function defaultsOf({ fields }: SettingDeclaration): SettingValues {
  return Object.fromEntries(fields.map((field) => [field.name, field.default]))
}

export function declarationOf(id: string): SettingDeclaration | null {
  return declaredSettings.find((one) => one.id === id) ?? null
}

const hair = 1e-9

/** Names of the fields whose value is missing, out of bounds or unknown; all of them when the sum is not right. */
export function faultsIn(
  { fields, sum }: SettingDeclaration,
  values: SettingValues,
): readonly string[] {
  const strange = Object.keys(values).filter((name) => !fields.some((one) => one.name === name))
  const bad = fields.filter(({ name, min, max, step }) => {
    const value = values[name] ?? Number.NaN
    const steps = value / step
    return !(value >= min && value <= max && Math.abs(steps - Math.round(steps)) < hair)
  })
  const faults = [...strange, ...bad.map(({ name }) => name)]
  if (faults.length > 0 || sum === undefined) return faults
  const total = fields.reduce((all, { name }) => all + (values[name] ?? 0), 0)
  return Math.abs(total - sum) < hair ? [] : fields.map(({ name }) => name)
}
