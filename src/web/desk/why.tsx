import type { Ticket } from '#domain/ticket/ticket.ts'
import type { ConsideredUnit, Routing } from '#routing/types.ts'
import { clauseLabel, clauseSentence, fill, unitLabel, unitList } from '../labels.ts'
import { deskPageTexts, deskTexts } from '../texts.ts'
import { RulesThought } from './complaint.tsx'
import { reasonText } from './reasons.ts'

function Considered({ considered }: { readonly considered: readonly ConsideredUnit[] }) {
  const head = deskPageTexts.consideredHead
  return (
    <details>
      <summary>{`${deskTexts.considered} (${String(considered.length)})`}</summary>
      <table class="cards">
        <thead>
          <tr>
            <th scope="col">{head.unit}</th>
            <th scope="col">{head.outcome}</th>
            <th scope="col">{head.reason}</th>
          </tr>
        </thead>
        <tbody>
          {considered.map(({ unit, outcome, reason }) => (
            <tr>
              <th scope="row">{unitLabel(unit)}</th>
              <td data-label={head.outcome}>{deskTexts.outcome[outcome]}</td>
              <td data-label={head.reason}>{reasonText(reason)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function Basis({ routing }: { readonly routing: Routing }) {
  const { clause, lead, primary, supporting, rule, rulesVersion } = routing
  return (
    <>
      <h3>{deskTexts.clauseBasis}</h3>
      <p>{fill(deskPageTexts.quote, { clause: clauseLabel(clause) })}</p>
      <blockquote>{clauseSentence(clause)}</blockquote>
      <dl class="facts">
        <dt>{deskTexts.lead}</dt>
        <dd>{unitList(lead)}</dd>
        <dt>{deskTexts.primary}</dt>
        <dd>{unitList(primary)}</dd>
        <dt>{deskTexts.supporting}</dt>
        <dd>{unitList(supporting)}</dd>
      </dl>
      <p class="soft">{fill(deskTexts.rule, { rule, version: rulesVersion })}</p>
      <Considered considered={routing.considered} />
    </>
  )
}

/** Why the ticket is where it is: the rules' or the desk's choice, the plan's sentence, who else was weighed. */
export function Why({ ticket }: { readonly ticket: Ticket }) {
  const { dispatch } = ticket
  return (
    <section class="card" aria-labelledby="why">
      <h2 id="why">{deskTexts.why}</h2>
      {dispatch === null ? (
        <p>{deskPageTexts.notYet}</p>
      ) : (
        <>
          <p>
            {`${ticket.handler === null ? deskPageTexts.handlerWas : deskPageTexts.handlerIs} `}
            <strong>{unitLabel(dispatch.handler)}</strong>
            {` ${deskTexts.decidedBy[dispatch.decidedBy]}`}
          </p>
          {dispatch.note === null ? null : (
            <p class="detail">{`${deskPageTexts.note} ${dispatch.note}`}</p>
          )}
          <Basis routing={dispatch.routing} />
        </>
      )}
      <h3>{deskTexts.whyCategory}</h3>
      <RulesThought ticket={ticket} />
    </section>
  )
}
