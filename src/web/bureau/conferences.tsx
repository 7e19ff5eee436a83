import type { ConferenceOutcome } from '#domain/conference-outcomes.ts'
import { HeadRow } from '../components/head-row.tsx'
import { dateTime } from '#doors/format.ts'
import { clauseLabel, fill, placeLabel, shortCategory, unitLabel, unitList } from '#doors/labels.ts'
import { evaluationTexts } from './evaluation-texts.ts'
import { Rule } from './rule.tsx'

const say = evaluationTexts.dispatch

/** What conferences decided, each beside the rule that had named another unit. */
export function Conferences({ found }: { readonly found: readonly ConferenceOutcome[] }) {
  const { conferenceHead: head } = say
  return (
    <section aria-labelledby="conferences">
      <h2 id="conferences">{say.conferences}</h2>
      <p class="soft">{say.conferencesIntro}</p>
      {found.length === 0 ? (
        <p class="card">{say.noConferences}</p>
      ) : (
        <table class="cards">
          <HeadRow labels={head} />
          <tbody>
            {found.map((one) => (
              <Line one={one} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Line({ one }: { readonly one: ConferenceOutcome }) {
  const { conferenceHead: head } = say
  const place = placeLabel({ town: one.town, village: null, spot: null })
  return (
    <tr>
      <th scope="row">
        <a class="number" href={`/desk/tickets/${encodeURIComponent(one.number)}`}>
          {one.number}
        </a>
      </th>
      <td data-label={head.what}>{`${shortCategory(one.category)}，${place}`}</td>
      <td data-label={head.rule}>
        <span>
          <Rule rule={one.rule} />
        </span>
      </td>
      <td data-label={head.units}>{unitList(one.units)}</td>
      <td data-label={head.decided}>
        <span>
          {fill(say.decided, { time: dateTime(one.at), unit: unitLabel(one.handler) })}
          <br />
          <small>
            {clauseLabel(one.clause)}
            {one.from === null ? '' : `，${fill(say.from, { unit: unitLabel(one.from) })}`}
            {one.note === null ? '' : `：${one.note}`}
          </small>
        </span>
      </td>
    </tr>
  )
}
