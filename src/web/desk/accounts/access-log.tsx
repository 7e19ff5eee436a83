import { Hono } from 'hono'
import { HeadRow } from '#web/components/head-row.tsx'
import type { StaffEnv, WebDeps } from '#doors/deps.ts'
import { dateTime } from '#doors/format.ts'
import { fill } from '#doors/labels.ts'
import { StaffPage } from '#web/layout.tsx'
import { requireRole } from '#web/session.ts'
import type { Account, StaffSession } from '#doors/staff-auth.ts'
import { accessTexts } from './texts.ts'
import { roleLabels } from '#doors/label-tables.ts'

const most = 500
const say = accessTexts

type Entry = {
  readonly at: number
  readonly who: string
  readonly what: string
  /** The ticket whose words were read; null when it was a person. */
  readonly number: string | null
  readonly reason: string
}

const kinds: Readonly<Record<string, string>> = {
  person: say.person,
  original: say.original,
  photo: say.photo,
}

function Line({ entry }: { readonly entry: Entry }) {
  const { head } = say
  return (
    <tr>
      <th scope="row">
        <span class="number">{dateTime(entry.at)}</span>
      </th>
      <td data-label={head.by}>{entry.who}</td>
      <td data-label={head.what}>
        <span>
          {entry.what}
          {entry.number === null ? null : (
            <>
              {' '}
              <a class="number" href={`/desk/tickets/${entry.number}`}>
                {entry.number}
              </a>
            </>
          )}
        </span>
      </td>
      <td data-label={head.reason}>{entry.reason}</td>
    </tr>
  )
}

type AccessLogProps = { readonly staff: StaffSession; readonly entries: readonly Entry[] }

function AccessLogPage({ staff, entries }: AccessLogProps) {
  return (
    <StaffPage title={say.title} staff={staff} path="/desk/access-log">
      <h1>{say.title}</h1>
      <p class="soft">{`${say.intro} ${fill(say.most, { n: most })}`}</p>
      {entries.length === 0 ? (
        <p class="card">{say.empty}</p>
      ) : (
        <table class="cards">
          <HeadRow labels={say.head} />
          <tbody>
            {entries.map((entry) => (
              <Line entry={entry} />
            ))}
          </tbody>
        </table>
      )}
    </StaffPage>
  )
}

function nameOf(accounts: readonly Account[], id: string): string {
  const account = accounts.find((one) => one.id === id)
  return account === undefined ? say.gone : `${account.name} ${roleLabels[account.role]}`
}

/** The administrator sees who read personal data, when and why; never the data. */
export function accessLogPages({ auth }: WebDeps): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()
  app.get('/desk/access-log', requireRole('administrator'), async (c) => {
    const { people, readers } = c.get('ctx')
    const [log, accounts] = await Promise.all([people.accessLog(most), auth.accounts()])
    const read = log.map((row) => ({ ...row, ...partsOf(row.what) }))
    const ids = [...new Set(read.map(({ id }) => id))]
    const { rows } = await readers.list({ ids, sort: 'newest', limit: most, offset: 0 })
    const numbers = new Map(rows.map(({ id, number }) => [id, number]))
    const entries = read.map(({ at, by, kind, id, reason }) => ({
      at,
      who: nameOf(accounts, by),
      what: kinds[kind] ?? say.other,
      number: numbers.get(id) ?? null,
      reason,
    }))
    return c.html(<AccessLogPage staff={c.get('staff')} entries={entries} />)
  })
  return app
}

/** original:<ticket>, person:<person> → kind and id. */
function partsOf(what: string): { readonly kind: string; readonly id: string } {
  const at = what.indexOf(':')
  return { kind: what.slice(0, at), id: what.slice(at + 1) }
}
