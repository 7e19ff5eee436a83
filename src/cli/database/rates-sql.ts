import { sql } from 'drizzle-orm'
import type { Database } from '#db/database.ts'

/** One line of the rates as SQL counts it; shares are 0 to 1, null where nothing is valid. */
export type SqlRates = {
  readonly key: string | null
  readonly valid: number
  readonly contacted: number | null
  readonly solved: number | null
  readonly satisfied: number | null
  readonly composite: number | null
  readonly unreachable: number
  readonly anonymous: number
  readonly excluded: number
  readonly falseCallbacks: number
}

/** By what this calculation splits them. */
export const sqlGroups = ['handler', 'town', 'category', 'clause'] as const

export type SqlAsked = {
  /** [from, to), UTC milliseconds. */
  readonly period: { readonly from: number; readonly to: number }
  readonly group: (typeof sqlGroups)[number]
  /** The office's settings: what answers and rates weigh. */
  readonly using: {
    readonly weights: {
      readonly contacted: number
      readonly solved: number
      readonly satisfied: number
    }
    readonly partlySolved: number
    readonly basicallySatisfied: number
  }
}

/**
 * The three rates of a period in SQL over the events table alone: a second calculation that shares no code with
 * the mechanism's, to hold the first against. The first line is the district's.
 */
export async function ratesInSql(
  { db }: Database,
  { period: { from, to }, group, using }: SqlAsked,
): Promise<readonly SqlRates[]> {
  const key = sql.identifier(group)
  const { weights, partlySolved, basicallySatisfied } = using
  const counted = sql`
    count(*) filter (where back = 1 and outcome = 'rated') as valid,
    avg(contacted) filter (where back = 1 and outcome = 'rated') as contacted,
    avg(case solved when 'solved' then 1 when 'partly' then ${partlySolved} else 0 end)
      filter (where back = 1 and outcome = 'rated') as solved,
    avg(case satisfied when 'satisfied' then 1 when 'basically' then ${basicallySatisfied} else 0 end)
      filter (where back = 1 and outcome = 'rated') as satisfied,
    count(*) filter (where back = 1 and outcome = 'unreachable') as unreachable,
    count(*) filter (where back = 1 and outcome = 'anonymous') as anonymous,
    count(*) filter (where back = 1 and outcome = 'excluded') as excluded,
    count(*) filter (where outcome = 'false-callback') as falseCallbacks`
  const rows = await db.all<Omit<SqlRates, 'composite'>>(sql`
    with ${uncounted}, ${excluded}, ${struck}, ${settled(from, to)}
    select null as key, ${counted} from placed
    union all
    select coalesce(${key}, '') as key, ${counted} from placed
      where back = 1 or outcome = 'false-callback' group by coalesce(${key}, '')`)
  return rows.map((row) => ({ ...row, composite: compositeOf(row, weights) }))
}

function compositeOf(
  { contacted, solved, satisfied }: Omit<SqlRates, 'composite'>,
  weights: SqlAsked['using']['weights'],
): number | null {
  if (contacted === null || solved === null || satisfied === null) return null
  return weights.contacted * contacted + weights.solved * solved + weights.satisfied * satisfied
}

/** What ended without a call-back in the end, and alarms. */
const uncounted = sql`
  ended as (
    select ticketId, max(seq) as seq from events
    where type in ('withdrawn', 'merged', 'referred', 'unmerged') group by ticketId
  ),
  uncounted as (
    select events.ticketId from events join ended using (ticketId, seq)
    where events.type <> 'unmerged'
    union
    select ticketId from events where type = 'opened' and json_extract(data, '$.kind') = 'alarm'
  )`

const excluded = sql`
  newest as (
    select ticketId, max(seq) as seq from events where type in
      ('exclusion-proposed', 'exclusion-approved', 'exclusion-refused') group by ticketId
  ),
  excluded as (
    select events.ticketId from events join newest using (ticketId, seq)
    where events.type = 'exclusion-approved'
  )`

/** Verdicts of operators that the citizen overruled (`isFalse` 0), or that were found to be false (1). */
const struck = sql`
  struck as (
    select later.ticketId, later.type = 'false-callback-marked' as isFalse,
      (select max(seq) from events e where e.ticketId = later.ticketId
        and e.type = 'rated' and e.seq < later.seq) as seq
    from events later
    where later.type = 'false-callback-marked'
      or (later.type = 'rated' and json_extract(later.data, '$.overrules') = 1)
  )`

/**
 * `placed`: the call-backs settled in the period of each ticket that counts, the last one with `back` 1, with the
 * unit that had it then, its category, township and clause at that time.
 */
function settled(from: number, to: number) {
  return sql`
    answers as (
      select ticketId, seq, at, type,
        json_extract(data, '$.contacted') as contacted,
        json_extract(data, '$.solved') as solved,
        json_extract(data, '$.satisfied') as satisfied,
        json_extract(data, '$.reason') as reason,
        (select isFalse from struck s where s.ticketId = events.ticketId and s.seq = events.seq)
          as isFalse
      from events
      where at >= ${from} and at < ${to} and (type = 'rated' or (type = 'closed'
        and json_extract(data, '$.reason') in ('unreachable', 'anonymous')))
        and ticketId not in (select ticketId from uncounted)
    ),
    numbered as (
      select *, row_number() over (partition by ticketId order by seq desc) as back
      from answers where isFalse is null or isFalse = 1
    ),
    placed as (
      select numbered.*,
        case when isFalse = 1 then 'false-callback'
          when ticketId in (select ticketId from excluded) then 'excluded'
          when type = 'rated' then 'rated' else reason end as outcome,
        (select json_extract(data, '$.handler') from events e where e.ticketId = numbered.ticketId
          and e.seq < numbered.seq and e.type in ('dispatched', 'redispatched', 'return-upheld')
          order by e.seq desc limit 1) as handler,
        (select json_extract(data, '$.category') from events e where e.ticketId = numbered.ticketId
          and e.seq < numbered.seq and e.type in ('opened', 'classified')
          order by e.seq desc limit 1) as category,
        (select json_extract(data, '$.place.town') from events e where e.ticketId = numbered.ticketId
          and e.seq < numbered.seq and (e.type in ('opened', 'placed')
            or (e.type = 'supplemented' and json_extract(data, '$.place') is not null))
          order by e.seq desc limit 1) as town,
        (select json_extract(data, '$.routing.clause.annex') || '-'
            || json_extract(data, '$.routing.clause.task')
          from events e where e.ticketId = numbered.ticketId
          and e.seq < numbered.seq and e.type in ('dispatched', 'redispatched', 'classified', 'placed')
          and json_extract(data, '$.routing') is not null
          order by e.seq desc limit 1) as clause
      from numbered
    )`
}
