import type { TicketPage } from '#app/tickets/read-desk.ts'
import type { SettledRow } from '#domain/settled.ts'
import { Pager } from '../components/pager.tsx'
import { TicketList } from '../components/ticket-list.tsx'
import { fill } from '#doors/labels.ts'
import { StaffPage } from '../layout.tsx'
import type { StaffSession } from '#doors/staff-auth.ts'
import { bureauExtra, bureauTexts } from './texts.ts'
import { keyLabel } from './names.ts'
import { periodFields } from './period.ts'
import { listFields } from './query.ts'
import type { ListAsked } from './query.ts'
import { SettledTable } from './settled-table.tsx'

type Settled = Extract<ListAsked, { readonly kind: 'settled' }>

type ListPageProps = {
  readonly staff: StaffSession
  readonly asked: ListAsked
  /** The tickets of this page as they are now. */
  readonly found: TicketPage
  /** Their call-backs in the period; null for lists of what is open now. */
  readonly settled: readonly SettledRow[] | null
  readonly now: number
}

/** The tickets a figure counts, each with the way to its whole story. */
export function ListPage({ staff, asked, found, settled, now }: ListPageProps) {
  const title = titleOf(asked)
  return (
    <StaffPage title={title} staff={staff} path="/bureau">
      <h1>{title}</h1>
      {asked.kind === 'settled' && <p>{bureauTexts.behindIntro}</p>}
      <p>
        <a class="touch" href={backPath(asked)}>
          {bureauExtra.backToRates}
        </a>
      </p>
      {settled === null ? (
        <TicketList rows={found.rows} now={now} empty={bureauExtra.nothing} />
      ) : (
        <SettledTable rows={settled} tickets={found.rows} caption={title} />
      )}
      <Pager
        page={found.page}
        pages={found.pages}
        total={found.total}
        path="/bureau/tickets"
        query={listFields(asked)}
      />
    </StaffPage>
  )
}

function titleOf(asked: ListAsked): string {
  return asked.kind === 'now'
    ? bureauExtra.lists[asked.list]
    : fill(bureauTexts.behind, { title: figureTitle(asked) })
}

/** The figure in words: whose, of when, which. */
function figureTitle({ period, figure, line }: Settled): string {
  const whose = line === null ? bureauTexts.whole : keyLabel(line.group, line.key)
  const when = fill(bureauExtra.periodOf, periodFields(period))
  return `${whose} ${when} ${bureauTexts.which[figure]}`
}

function backPath(asked: ListAsked): string {
  if (asked.kind === 'now') return '/bureau'
  const group = asked.line === null ? {} : { group: asked.line.group }
  return `/bureau?${new URLSearchParams({ ...periodFields(asked.period), ...group }).toString()}`
}
