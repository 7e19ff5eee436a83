import { isByOlderRules, readEvidence } from '#app/dispatching/read-evidence.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { percent } from '#doors/format.ts'
import { fill, shortCategory } from '#doors/labels.ts'
import { stretches } from './highlight.tsx'
import { ruleTexts, whyTexts } from './texts.ts'

/** What the rules took the complaint for: the ranked categories and the words that counted. */
export function RulesThought({ ticket }: { readonly ticket: Ticket }) {
  const { classification, text } = ticket.opened
  if (classification === null) return <p>{whyTexts.noRanked}</p>
  const counted = stretches(text, readEvidence(ticket).category).filter((part) => part.counted)
  const said = [...new Set(counted.map((part) => part.text))].join('、')
  return (
    <>
      <p>{said === '' ? whyTexts.noWords : fill(whyTexts.wordsCounted, { words: said })}</p>
      <ol class="ranked" aria-label={whyTexts.ranked}>
        {classification.ranked.slice(0, 3).map(({ category, score }) => (
          <li>
            <span>{shortCategory(category)}</span>
            <meter min={0} max={1} value={score} aria-hidden="true"></meter>
            <small>{`${whyTexts.confidence} ${percent(score)}`}</small>
          </li>
        ))}
      </ol>
      {isByOlderRules(classification) ? <p class="soft">{ruleTexts.olderReading}</p> : null}
    </>
  )
}
