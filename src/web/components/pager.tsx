import { fill } from '#doors/labels.ts'
import { componentTexts } from './texts.ts'
import { words } from '#doors/words.ts'

type PagerProps = {
  readonly page: number
  readonly pages: number
  readonly total: number
  /** The address of the list with its filters; `page` is added. */
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
}

/** Which page this is, and the ways to its neighbours. */
export function Pager({ page, pages, total, path, query = {} }: PagerProps) {
  const href = (to: number): string =>
    `${path}?${new URLSearchParams({ ...query, page: String(to) }).toString()}`
  return (
    <nav class="pager" aria-label={componentTexts.paging}>
      {page > 1 && (
        <a class="button plain" rel="prev" href={href(page - 1)}>
          {words.previous}
        </a>
      )}
      <span>{fill(words.page, { page, pages, total })}</span>
      {page < pages && (
        <a class="button plain" rel="next" href={href(page + 1)}>
          {words.next}
        </a>
      )}
    </nav>
  )
}
