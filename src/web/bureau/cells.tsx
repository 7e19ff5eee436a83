import type { Rate } from '#domain/rates.ts'
import { rateText } from '#doors/format.ts'
import { bureauExtra } from './texts.ts'

type CountProps = { readonly label: string; readonly count: number; readonly href: string }

/** A count that opens its list. */
export function Count({ label, count, href }: CountProps) {
  return (
    <td class="figure count" data-label={label}>
      <span>{count === 0 ? '0' : <a href={href}>{count}</a>}</span>
    </td>
  )
}

type PlainShareProps = { readonly label: string; readonly rate: Rate; readonly href: string }

/** A share and its count, which opens the list of those that make it. */
export function CountedShare({ label, rate, href }: PlainShareProps) {
  return (
    <td class="figure" data-label={label}>
      {rate === null ? (
        bureauExtra.noFigure
      ) : (
        <span>
          {rateText(rate.share)}{' '}
          <small>{rate.count === 0 ? '0' : <a href={href}>{rate.count}</a>}</small>
        </span>
      )}
    </td>
  )
}
