import type { ImportProgress } from '#app/import/import-files.ts'
import { fill } from '#doors/labels.ts'
import { importTexts, outcomeLabels } from './texts.ts'

const say = importTexts
// Safe because these are the keys of the labels' literal.
const kinds = Object.keys(outcomeLabels) as (keyof typeof outcomeLabels)[]

/** How far an import has come, and what became of the rows. */
export function ImportResult({ progress }: { readonly progress: ImportProgress }) {
  const { file, outcomes } = progress
  const [done, total] = [outcomes.length, file.rows]
  const counted = kinds.map((kind) => ({
    kind,
    n: outcomes.filter(({ outcome }) => outcome === kind).length,
  }))
  const notIn = outcomes.some(({ outcome }) => outcome !== 'opened' && outcome !== 'known')
  return (
    <section class="card" aria-labelledby="result">
      <h2 id="result">{say.result}</h2>
      {done < total ? (
        <form method="post" action={`/desk/import/${file.id}/run`} id="go-on">
          <p role="status">{fill(say.running, { done, total })}</p>
          <p>
            <progress max={total} value={done} aria-label={say.result}></progress>
          </p>
          <button>{say.goOn}</button>
        </form>
      ) : null}
      <div class="tiles">
        {counted
          .filter(({ kind, n }) => n > 0 || kind === 'opened')
          .map(({ kind, n }) => (
            <div class="tile">
              <b>{String(n)}</b>
              {outcomeLabels[kind]}
            </div>
          ))}
      </div>
      {notIn && done === total ? (
        <>
          <p class="soft">{say.downloadHint}</p>
          <p class="actions">
            <a class="button" href={`/desk/import/${file.id}/rejected.xlsx`}>
              {say.download}
            </a>
            <a class="button plain" href={`/desk/import/${file.id}/rejected.csv`}>
              .csv
            </a>
          </p>
        </>
      ) : null}
      <Remove id={file.id} />
    </section>
  )
}

/** Forgets the file at once. */
export function Remove({ id }: { readonly id: string }) {
  return (
    <form method="post" action={`/desk/import/${id}/remove`}>
      <button class="quiet">{say.remove}</button>
    </form>
  )
}
