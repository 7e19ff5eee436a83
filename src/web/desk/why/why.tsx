import { replayRouting } from '#app/dispatching/replay-routing.ts'
import type { Replayed } from '#app/dispatching/replay-routing.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import type { ConsideredUnit, Routing } from '#routing/types.ts'
import { clauseLabel, clauseSentence, fill, unitLabel, unitList } from '#doors/labels.ts'
import { ruleTexts, whyTexts } from './texts.ts'
import { RulesThought } from './rules-thought.tsx'
import { reasonText } from './reasons.ts'
import { ruleInWords } from './rule-words.ts'

function Considered({ considered }: { readonly considered: readonly ConsideredUnit[] }) {
  const head = whyTexts.consideredHead
  return (
    <details>
      <summary>{`${whyTexts.considered} (${String(considered.length)})`}</summary>
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
              <td class="short" data-label={head.outcome}>
                {whyTexts.outcome[outcome]}
              </td>
              <td data-label={head.reason}>{reasonText(reason)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function Basis({ routing }: { readonly routing: Routing }) {
  const { clause, lead, primary, supporting } = routing
  return (
    <>
      <h3>{whyTexts.clauseBasis}</h3>
      <p>{fill(whyTexts.quote, { clause: clauseLabel(clause), year: clause.plan })}</p>
      <blockquote>{clauseSentence(clause)}</blockquote>
      <dl class="facts">
        <dt>{whyTexts.lead}</dt>
        <dd>{unitList(lead)}</dd>
        <dt>{whyTexts.primary}</dt>
        <dd>{unitList(primary)}</dd>
        <dt>{whyTexts.supporting}</dt>
        <dd>{unitList(supporting)}</dd>
        <dt>{whyTexts.rule}</dt>
        <dd>{ruleInWords(routing.rule)}</dd>
      </dl>
      <Considered considered={routing.considered} />
    </>
  )
}

/** What the rules say today of what they decided then, plainly. */
function Replay({ replayed }: { readonly replayed: Replayed }) {
  const { verdict, now, agrees } = replayed
  if (verdict !== 'other-rules') {
    const text = verdict === 'same' ? ruleTexts.same : ruleTexts.differs
    return <p class={verdict === 'same' ? 'soft' : 'notice warn'}>{text}</p>
  }
  if (agrees) return <p class="soft">{ruleTexts.changedAgrees}</p>
  if ('missing' in now) return <p class="notice">{ruleTexts.changedNeedsTown}</p>
  const slots = { unit: unitLabel(now.handler), clause: clauseLabel(now.clause) }
  return <p class="notice">{fill(ruleTexts.changedOther, slots)}</p>
}

/** Why the ticket is where it is: the rules' or the desk's choice, the plan's sentence, who else was weighed. */
export function Why({ ticket }: { readonly ticket: Ticket }) {
  const { dispatch } = ticket
  return (
    <section class="card" aria-labelledby="why">
      <h2 id="why">{whyTexts.why}</h2>
      {dispatch === null ? (
        <p>{whyTexts.notYet}</p>
      ) : (
        <>
          <p>
            {`${ticket.handler === null ? whyTexts.handlerWas : whyTexts.handlerIs} `}
            <strong>{unitLabel(dispatch.handler)}</strong>
            {` ${whyTexts.decidedBy[dispatch.decidedBy]}`}
          </p>
          {dispatch.note === null ? null : (
            <p class="detail">{`${whyTexts.note} ${dispatch.note}`}</p>
          )}
          <Basis routing={dispatch.routing} />
          <Replay replayed={replayRouting(dispatch.routing, ticket.opened.text)} />
        </>
      )}
      <h3>{whyTexts.whyCategory}</h3>
      <RulesThought ticket={ticket} />
    </section>
  )
}
