import { parseArgs } from 'node:util'
import { membersOf } from '#routing/cells.ts'
import { measureLabels } from '#routing/labels.ts'
import { figures } from '#routing/plan/figures.ts'
import { unitGroups } from '#routing/plan/groups.ts'
import { plan, plans, planYear } from '#routing/plan/index.ts'
import type { Measure, PlanTask, UnitRef } from '#routing/plan/types.ts'
import type { Annex } from '#routing/types.ts'
import { units } from '#routing/units.ts'
import { cliTexts, fillText } from '#cli/texts.ts'

const labels = new Map<string, string>([...units, ...unitGroups].map((one) => [one.id, one.label]))

/**
 * Prints a plan: all tasks, one (air-21) or one measure (air-21.5), for people or with --json; the newest plan
 * unless --year says another. Exit 2 when there is none such.
 */
function main(args: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false }, year: { type: 'string' } },
    allowPositionals: true,
  })
  const [wanted] = positionals
  const year = values.year === undefined ? planYear : Number(values.year)
  const tasks = select(year, wanted)
  if (tasks.length === 0) {
    const annexes = plan.map(({ annex, title }) => `${annex} ${title}`).join('，')
    console.error(fillText(cliTexts.planUsage, { annexes, years: Object.keys(plans).join('、') }))
    return 2
  }
  const printed = tasks.map(taskByName)
  if (values.json) {
    const whole = wanted === undefined ? { ...registry(), figures } : {}
    console.log(JSON.stringify({ year, tasks: printed, ...whole }, null, 2))
  } else console.log(printed.map(wanted === undefined ? inBrief : inFull).join('\n'))
  return 0
}

type Task = PlanTask & {
  readonly id: string
  readonly annex: Annex
  readonly attachment: number
  readonly title: string
}

function select(year: number, wanted: string | undefined): readonly Task[] {
  const all = (plans[year] ?? []).flatMap(({ annex, attachment, title, tasks }) =>
    tasks.map((task) => ({
      id: `${annex}-${String(task.task)}`,
      annex,
      attachment,
      title,
      ...task,
    })),
  )
  if (wanted === undefined) return all
  const [id, measure] = wanted.split('.')
  const found = all.filter((one) => one.id === id)
  if (measure === undefined) return found
  return found.flatMap((one) => {
    const measures = one.measures.filter(({ id }) => id === wanted)
    return measures.length === 0 ? [] : [{ ...one, measures }]
  })
}

/** Units by their official names, as the other tools print them. */
function taskByName(task: Task) {
  return { ...task, measures: task.measures.map(measureByName) }
}

function measureByName({ lead, primary, supporting, ...measure }: Measure) {
  const cells = { lead: names(lead), primary: names(primary), supporting: names(supporting) }
  return { ...measure, ...cells }
}

/** Every unit with its aliases, and who is meant by the plan's groups; null: the place or the plan's readers decide. */
function registry() {
  return {
    units,
    groups: unitGroups.map(({ label, members, aliases, id }) => ({
      label,
      aliases,
      members: members === 'all-towns' || members === 'rural-towns' ? names(membersOf(id)) : null,
    })),
  }
}

type NamedTask = ReturnType<typeof taskByName>

function inBrief({ id, name, measures }: NamedTask): string {
  return `${id}\t${name}\t${String(measures.length)}`
}

function inFull({ id, title, section, name, measures }: NamedTask): string {
  return [`${id}  ${title} / ${section} / ${name}`, ...measures.map(measureInFull)].join('\n\n')
}

function measureInFull(measure: NamedTask['measures'][number]): string {
  const { id, text, deadline, lead, primary, supporting } = measure
  const heads = measureLabels
  const list = (units: readonly string[]) => (units.length === 0 ? '——' : units.join('、'))
  return [
    `${id}  ${heads.deadline} ${deadline ?? '——'}`,
    ...text.split('\n').map((line) => `  ${line}`),
    `  ${heads.lead} ${list(lead)}`,
    `  ${heads.primary} ${list(primary)}`,
    `  ${heads.supporting} ${list(supporting)}`,
  ].join('\n')
}

function names(refs: readonly UnitRef[]): readonly string[] {
  return refs.map((ref) => labels.get(ref) ?? ref)
}

process.exitCode = main(process.argv.slice(2))
