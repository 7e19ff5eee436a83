import { valuesIn } from '#app/import/import-files.ts'
import type { ImportView } from '#app/import/import-files.ts'
import { ticketCategories } from '#doors/labels.ts'
import { urgencyLabels } from '#doors/label-tables.ts'
import { importColumnLabels, importTexts } from './texts.ts'
import { importColumns } from './import-form.ts'
import { Select } from '#web/components/pieces.tsx'

const say = importTexts

type ViewProps = { readonly view: ImportView }

function Columns({ view: { file } }: ViewProps) {
  const options = file.header.filter((one) => one !== '').map((one) => ({ id: one, label: one }))
  return (
    <fieldset>
      <legend>{say.columns}</legend>
      <p class="soft">{say.columnsHint}</p>
      <div class="fields">
        {importColumns.map((name) => (
          <div class="field">
            <label for={`column-${name}`}>{importColumnLabels[name]}</label>
            <Select
              id={`column-${name}`}
              name={`column.${name}`}
              options={options}
              chosen={file.map?.columns[name] ?? ''}
              empty={say.noColumn}
            />
          </div>
        ))}
      </div>
    </fieldset>
  )
}

type ValuesProps = {
  readonly title: string
  readonly hint?: string
  readonly name: string
  readonly values: readonly string[]
  readonly options: readonly { readonly id: string; readonly label: string }[]
  readonly chosen: Readonly<Record<string, string>>
}

/** What the values of a column mean here. */
function Values({ title, hint, name, values, options, chosen }: ValuesProps) {
  if (values.length === 0) return null
  return (
    <fieldset>
      <legend>{title}</legend>
      {hint === undefined ? null : <p class="soft">{hint}</p>}
      <div class="fields">
        {values.map((value, index) => (
          <div class="field">
            <label for={`${name}-${String(index)}`}>{value}</label>
            <Select
              id={`${name}-${String(index)}`}
              name={`${name}:${value}`}
              options={options}
              chosen={chosen[value] ?? ''}
              empty={say.byWords}
            />
          </div>
        ))}
      </div>
    </fieldset>
  )
}

function Secrecy({ view: { file, rows } }: ViewProps) {
  const values = valuesIn(rows, file.map?.columns.secrecy)
  if (values.length === 0) return null
  return (
    <fieldset>
      <legend>{say.yes}</legend>
      <div class="actions">
        {values.map((value) => (
          <label class="option">
            <input
              type="checkbox"
              name="yes"
              value={value}
              checked={file.map?.yes.includes(value) ?? false}
            />
            {value}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

const urgencies = Object.entries(urgencyLabels).map(([id, label]) => ({ id, label }))

function SavedMaps({ view: { maps } }: ViewProps) {
  if (maps.length === 0) return null
  return (
    <div class="row">
      <div class="field">
        <label for="saved-map">{say.saved}</label>
        <Select
          id="saved-map"
          name="saved"
          options={maps.map(({ name }) => ({ id: name, label: name }))}
        />
      </div>
      <button class="plain" name="do" value="use">
        {say.use}
      </button>
    </div>
  )
}

/** How the columns are read, and what their values mean here: guessed, to be put right. */
export function Mapping({ view }: ViewProps) {
  const { file, rows } = view
  const { map } = file
  return (
    <form method="post" action={`/desk/import/${file.id}`} class="card">
      <SavedMaps view={view} />
      <Columns view={view} />
      <Values
        title={say.categories}
        hint={say.categoriesHint}
        name="category"
        values={valuesIn(rows, map?.columns.category)}
        options={ticketCategories}
        chosen={map?.categories ?? {}}
      />
      <Values
        title={say.urgencies}
        name="urgency"
        values={valuesIn(rows, map?.columns.urgency)}
        options={urgencies}
        chosen={map?.urgencies ?? {}}
      />
      <Secrecy view={view} />
      <div class="field">
        <label for="save-as">
          {say.saveAs}
          <span class="hint">{say.saveAsHint}</span>
        </label>
        <input id="save-as" name="saveAs" maxlength={40} autocomplete="off" />
      </div>
      <div class="actions">
        <button class="plain" name="do" value="check">
          {say.check}
        </button>
      </div>
    </form>
  )
}
