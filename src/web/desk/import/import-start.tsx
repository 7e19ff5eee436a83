import type { ImportFile, SavedMap } from '#app/import/import-files-port.ts'
import { mostMegabytes, mostRows } from '#doors/spreadsheet/bounds.ts'
import { dateTime } from '#doors/format.ts'
import { fill } from '#doors/labels.ts'
import { StaffPage } from '#web/layout.tsx'
import type { StaffSession } from '#doors/staff-auth.ts'
import { importTexts } from './texts.ts'
import { Notice, Select } from '#web/components/pieces.tsx'

const say = importTexts

type StartProps = {
  readonly staff: StaffSession
  readonly recent: readonly ImportFile[]
  readonly maps: readonly SavedMap[]
  readonly fault: string | null
}

function Upload() {
  return (
    <form method="post" action="/desk/import" enctype="multipart/form-data" class="card">
      <div class="field">
        <label for="import-file">
          {say.file}
          <span class="hint">{fill(say.fileHint, { max: mostMegabytes, rows: mostRows })}</span>
        </label>
        <input id="import-file" name="file" type="file" accept=".xlsx,.csv" required autofocus />
      </div>
      <div class="field">
        <label for="import-sheet">{say.sheet}</label>
        <input id="import-sheet" name="sheet" maxlength={60} autocomplete="off" />
      </div>
      <button>{say.upload}</button>
    </form>
  )
}

function Recent({ recent }: Pick<StartProps, 'recent'>) {
  if (recent.length === 0) return null
  return (
    <section aria-labelledby="recent">
      <h2 id="recent">{say.recent}</h2>
      <p class="soft">{say.recentHint}</p>
      <table class="cards">
        <thead>
          <tr>
            <th scope="col">{say.head.name}</th>
            <th scope="col">{say.head.at}</th>
            <th scope="col">{say.head.rows}</th>
          </tr>
        </thead>
        <tbody>
          {recent.map(({ id, name, at, rows }) => (
            <tr>
              <th scope="row">
                <a class="touch" href={`/desk/import/${id}`}>
                  {name}
                </a>
              </th>
              <td data-label={say.head.at}>{dateTime(at)}</td>
              <td data-label={say.head.rows}>{String(rows)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Export({ maps }: Pick<StartProps, 'maps'>) {
  return (
    <section aria-labelledby="export">
      <h2 id="export">{say.export}</h2>
      <form method="get" action="/desk/import/results" class="card">
        <p class="soft">{say.exportIntro}</p>
        <div class="row">
          <div class="field">
            <label for="export-map">{say.exportMap}</label>
            <Select
              id="export-map"
              name="map"
              options={maps.map(({ name }) => ({ id: name, label: name }))}
              empty={say.standard}
            />
          </div>
          <div class="field">
            <label for="export-from">{say.from}</label>
            <input id="export-from" name="from" type="date" />
          </div>
          <div class="field">
            <label for="export-to">{say.to}</label>
            <input id="export-to" name="to" type="date" />
          </div>
        </div>
        <div class="actions">
          <button name="as" value="xlsx">
            {say.exportXlsx}
          </button>
          <button class="plain" name="as" value="csv">
            {say.exportCsv}
          </button>
        </div>
      </form>
    </section>
  )
}

/** Where a spreadsheet is handed in, and results are taken home. */
export function ImportStart({ staff, recent, maps, fault }: StartProps) {
  return (
    <StaffPage title={say.title} staff={staff} path="/desk/import">
      <h1>{say.title}</h1>
      <p class="soft">{say.intro}</p>
      {fault === null ? null : <Notice kind="bad">{fault}</Notice>}
      <Upload />
      <Recent recent={recent} />
      <Export maps={maps} />
    </StaffPage>
  )
}
