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
}

export type SqlGroup = 'handler' | 'town' | 'category' | 'clause'

/**
 * The three rates of [from, to), UTC milliseconds, in SQL over the events table alone: a second calculation that
 * shares no code with the mechanism's, to hold the first against. Weights are the rulebook's defaults, written
 * out. The first line is the district's.
 */
export async function ratesInSql(
  { db }: Database,
  { from, to }: { readonly from: number; readonly to: number },
  group: SqlGroup,
): Promise<readonly SqlRates[]> {
  const key = sql.identifier(group)
  const counted = sql`
    count(*) filter (where outcome = 'rated') as valid,
    avg(contacted) filter (where outcome = 'rated') as contacted,
    avg(solved = 'solved') filter (where outcome = 'rated') as solved,
    avg(satisfied in ('satisfied', 'basically')) filter (where outcome = 'rated') as satisfied,
    count(*) filter (where outcome = 'unreachable') as unreachable,
    count(*) filter (where outcome = 'anonymous') as anonymous,
    count(*) filter (where outcome = 'excluded') as excluded`
  const rows = await db.all<Omit<SqlRates, 'composite'>>(sql`
    with ${settled(from, to)}
    select null as key, ${counted} from latest
    union all
    select coalesce(${key}, '') as key, ${counted} from latest group by coalesce(${key}, '')`)
  return rows.map((row) => ({ ...row, composite: compositeOf(row) }))
}

function compositeOf({ contacted, solved, satisfied }: Omit<SqlRates, 'composite'>): number | null {
  if (contacted === null || solved === null || satisfied === null) return null
  return 0.1 * contacted + 0.45 * solved + 0.45 * satisfied
}

/**
 * `latest`: the last call-back settled in the period of each ticket that counts, with the unit that had it then,
 * its category, township and clause at that time.
 */
function settled(from: number, to: number) {
  return sql`
    answers as (
      select ticketId, seq, at, type,
        json_extract(data, '$.contacted') as contacted,
        json_extract(data, '$.solved') as solved,
        json_extract(data, '$.satisfied') as satisfied,
        json_extract(data, '$.reason') as reason
      from events
      where at >= ${from} and at < ${to} and (type = 'rated' or (type = 'closed'
        and json_extract(data, '$.reason') in ('unreachable', 'anonymous')))
        and ticketId not in (
          select ticketId from events where type in ('withdrawn', 'merged', 'referred'))
    ),
    numbered as (
      select *, row_number() over (partition by ticketId order by at desc, seq desc) as back
      from answers
    ),
    newest as (
      select ticketId, max(seq) as seq from events where type in
        ('exclusion-proposed', 'exclusion-approved', 'exclusion-refused') group by ticketId
    ),
    excluded as (
      select events.ticketId from events join newest using (ticketId, seq)
      where events.type = 'exclusion-approved'
    ),
    latest as (
      select numbered.*,
        case when ticketId in (select ticketId from excluded) then 'excluded'
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
          and e.seq < numbered.seq and e.type in ('dispatched', 'redispatched')
          order by e.seq desc limit 1) as clause
      from numbered where back = 1
    )`
}
