import type { Child } from 'hono/jsx'
import type { ImportProgress, ImportView } from '#app/import/import-files.ts'
import type { CheckedRow } from '#app/import/import-orders.ts'
import type { SourceReport } from '#app/intake/open-by-source.ts'
import { mask } from '#intents/personal/index.ts'
import { HeadRow } from '#web/components/head-row.tsx'
import { dateTime } from '#doors/format.ts'
import { fill, placeLabel, shortCategory } from '#doors/labels.ts'
import { StaffPage } from '#web/layout.tsx'
import { faultsInWords } from './rejected-rows.ts'
import type { StaffSession } from '#doors/staff-auth.ts'
import { importTexts } from './texts.ts'
import { Mapping } from './import-mapping.tsx'
import { ImportResult, Remove } from './import-result.tsx'
import { Notice } from '#web/components/pieces.tsx'

const say = importTexts
const shownRows = 5
const shownFaults = 50

type ViewProps = { readonly view: ImportView }

type Good = { readonly row: CheckedRow['row']; readonly report: SourceReport }

function GoodRows({ good }: { readonly good: readonly Good[] }) {
  const head = say.goodHead
  return (
    <>
      <h3>{say.good}</h3>
      <table class="cards">
        <HeadRow labels={head} />
        <tbody>
          {good.slice(0, shownRows).map(({ row, report }) => (
            <tr>
              <td data-label={head.line}>{String(row.line)}</td>
              <td data-label={head.number}>{report.sourceNumber}</td>
              <td data-label={head.at}>{dateTime(report.receivedAt)}</td>
              <td data-label={head.place}>{placeLabel(report.place)}</td>
              <td data-label={head.category}>
                {report.category === null ? say.byWords : shortCategory(report.category)}
              </td>
              <td data-label={head.text}>
                <span class="excerpt">{mask(report.text)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

type Bad = { readonly line: number; readonly number: string; readonly reason: string }

function BadRows({ bad }: { readonly bad: readonly Bad[] }) {
  if (bad.length === 0) return null
  const head = say.badHead
  return (
    <>
      <h3>{say.bad}</h3>
      <table class="cards">
        <HeadRow labels={head} />
        <tbody>
          {bad.slice(0, shownFaults).map(({ line, number, reason }) => (
            <tr>
              <td data-label={head.line}>{String(line)}</td>
              <td data-label={head.number}>{number}</td>
              <td data-label={head.reason}>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {bad.length > shownFaults ? (
        <p class="soft">{fill(say.badMore, { n: shownFaults })}</p>
      ) : null}
    </>
  )
}

function Preview({ view }: ViewProps) {
  const { file, checked } = view
  if (file.map === null) return <Notice>{say.mustMap}</Notice>
  const column = file.map.columns.sourceNumber
  const good = checked.flatMap(({ row, read }) =>
    'channel' in read ? [{ row, report: read }] : [],
  )
  const bad = checked.flatMap(({ row, read }) =>
    'channel' in read
      ? []
      : [{ line: row.line, number: row.cells[column] ?? '', reason: faultsInWords(read) }],
  )
  return (
    <section class="card" aria-labelledby="preview">
      <h2 id="preview">{say.preview}</h2>
      <p>
        <strong>
          {fill(say.counts, { total: checked.length, good: good.length, bad: bad.length })}
        </strong>
      </p>
      <BadRows bad={bad} />
      {good.length === 0 ? null : <GoodRows good={good} />}
      <div class="actions">
        {good.length === 0 ? null : (
          <form method="post" action={`/desk/import/${file.id}/run`}>
            <button>{fill(say.confirm, { n: good.length })}</button>
          </form>
        )}
        {bad.length === 0 ? null : (
          <a class="button plain" href={`/desk/import/${file.id}/rejected.xlsx`}>
            {say.download}
          </a>
        )}
        <Remove id={file.id} />
      </div>
    </section>
  )
}

type PageProps = {
  readonly staff: StaffSession
  readonly title: string
  readonly scripts?: readonly string[]
  readonly children?: Child
}

function ImportFrame({ staff, title, scripts = [], children }: PageProps) {
  return (
    <StaffPage title={say.title} staff={staff} path="/desk/import" scripts={scripts}>
      <h1>{title}</h1>
      {children}
      <p>
        <a class="touch" href="/desk/import">
          {say.again}
        </a>
      </p>
    </StaffPage>
  )
}

type CheckProps = ViewProps & {
  readonly staff: StaffSession
  /** What has just been done. */
  readonly told: Child
}

/** A spreadsheet before it is imported: every row that would not come in, and how its columns are read. */
export function ImportCheck({ staff, view, told }: CheckProps) {
  return (
    <ImportFrame staff={staff} title={view.file.name}>
      {told}
      <Preview view={view} />
      <Mapping view={view} />
    </ImportFrame>
  )
}

type DoneProps = { readonly staff: StaffSession; readonly progress: ImportProgress }

/** A spreadsheet that is being imported or has been. */
export function ImportDone({ staff, progress }: DoneProps) {
  const { file, outcomes } = progress
  const scripts = outcomes.length < file.rows ? ['import.js'] : []
  return (
    <ImportFrame staff={staff} title={file.name} scripts={scripts}>
      <ImportResult progress={progress} />
    </ImportFrame>
  )
}
