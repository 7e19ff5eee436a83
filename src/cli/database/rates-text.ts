import type { RecomputedRates } from '#app/evaluation/audit-rates.ts'
import { unitLabel } from '#app/tools/converse-tools.ts'
import type { DispatchRow } from '#domain/dispatch-accuracy.ts'
import type { Asked, ParticipationRow } from '#domain/participation.ts'
import type { Rate, RateRow } from '#domain/rates.ts'
import type { RateGroup } from '#domain/tally.ts'
import { settings } from '#domain/ticket/settings.ts'
import { categories } from '#intents/categories/index.ts'
import { units } from '#routing/units.ts'
import { auditTexts } from './texts-audit.ts'
import { fillText } from '#cli/texts.ts'

/** The rates as a table for people: tabs between cells. */
export function ratesInWords(month: string, group: RateGroup, found: RecomputedRates): string {
  const { table, agrees, tickets } = found
  return [
    fillText(auditTexts.ratesTitle, { period: month, tickets }),
    auditTexts.ratesHead,
    line(auditTexts.ratesTotal, table.total),
    ...table.rows.map((row) => line(labelOf(group, row.key ?? ''), row)),
    agrees ? auditTexts.ratesAgree : auditTexts.ratesDiffer,
  ].join('\n')
}

/** How first dispatches went, as a table for people. */
export function dispatchInWords(rows: readonly DispatchRow[]): string {
  const cells = rows.map(({ rule, unit, dispatched, accuracy, returned, upheld }) =>
    [
      rule,
      unitLabel(unit),
      dispatched,
      accuracy?.count ?? 0,
      percent(accuracy?.share ?? null),
      returned?.count ?? 0,
      percent(returned?.share ?? null),
      upheld,
    ].join('\t'),
  )
  return [auditTexts.dispatchHead, ...cells].join('\n')
}

/** What each unit did beside its own tickets, as a table for people. */
export function unitsInWords(rows: readonly ParticipationRow[]): string {
  const asked = ({ asked: n, inTime, late, open }: Asked) => [n, inTime, late, open]
  const cells = rows.map(({ unit, whistles, parts, supervisions, returned, upheld }) =>
    [
      unitLabel(unit),
      ...asked(whistles),
      whistles.absent,
      ...asked(parts),
      ...asked(supervisions),
      returned,
      upheld,
    ].join('\t'),
  )
  return [auditTexts.unitsHead, ...cells].join('\n')
}

/** A share from 0 to 1 in per cent, to two places; a dash for none. */
export function percent(share: number | null): string {
  return share === null ? '-' : `${(share * 100).toFixed(2)}%`
}

function line(label: string, row: RateRow): string {
  const share = (rate: Rate): string => percent(rate?.share ?? null)
  const small = row.small ? fillText(auditTexts.ratesSmall, { count: settings.smallSample }) : ''
  return [
    label,
    `${String(row.valid)}${small}`,
    share(row.contacted),
    share(row.solved),
    share(row.satisfied),
    percent(row.composite),
    row.unreachable,
    row.anonymous,
    row.excluded,
    row.falseCallbacks,
  ].join('\t')
}

function labelOf(group: RateGroup, key: string): string {
  if (group === 'clause') return key
  const unit = units.find(({ id }) => id === key)
  const category = categories.find(({ id }) => id === key)
  return (group === 'category' ? category?.label : unit?.label) ?? (key === '' ? '-' : key)
}
