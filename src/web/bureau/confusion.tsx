import type { ConfusionTable } from '#domain/corrections.ts'
import { fill, shortCategory } from '#doors/labels.ts'
import { HeadRow } from '../components/head-row.tsx'
import { evaluationTexts } from './evaluation-texts.ts'

const say = evaluationTexts.dispatch

/** The confusion matrix by month: only the cells where somebody made another category of what was read. */
export function Confusion({ table }: { readonly table: ConfusionTable }) {
  return (
    <section aria-labelledby="confusion">
      <h2 id="confusion">{say.confusion}</h2>
      <p class="soft">{say.confusionIntro}</p>
      {table.months.length === 0 ? <p class="card">{say.noReadings}</p> : <Table table={table} />}
    </section>
  )
}

function Table({ table: { months, read, right, wrong } }: { readonly table: ConfusionTable }) {
  const { confusionHead: head } = say
  return (
    <table class="cards">
      <HeadRow labels={[head.read, head.meant, ...months]} figuresFrom={2} />
      <tbody>
        <tr>
          <th scope="row">{say.readRight}</th>
          <td data-label={head.meant}>{evaluationTexts.none}</td>
          {months.map((month, at) => (
            <td class="figure" data-label={month}>
              {fill(say.ofRead, { count: right[at] ?? 0, of: read[at] ?? 0 })}
            </td>
          ))}
        </tr>
        {wrong.map((cell) => (
          <tr>
            <th scope="row">{shortCategory(cell.read)}</th>
            <td data-label={head.meant}>{shortCategory(cell.meant)}</td>
            {months.map((month, at) => (
              <td class="figure" data-label={month}>
                {cell.counts[at] ?? 0}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
