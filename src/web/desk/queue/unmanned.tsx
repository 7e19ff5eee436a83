import type { UnmannedUnit } from '#app/people/unmanned.ts'
import { fill, unitLabel } from '#doors/labels.ts'
import { queueTexts } from './texts.ts'

type UnmannedProps = {
  readonly units: readonly UnmannedUnit[]
  /** Whether accounts may be opened from here. */
  readonly opensAccounts: boolean
}

/** In alarm while a unit nobody signs in for has cases; a quiet line about the others. */
export function Unmanned({ units, opensAccounts }: UnmannedProps) {
  const waiting = units.filter(({ held }) => held > 0)
  const others = units.filter(({ held }) => held === 0)
  return (
    <>
      {waiting.length === 0 ? null : (
        <div class="notice bad" role="alert">
          <h2>{fill(queueTexts.unmanned, { n: waiting.length })}</h2>
          <ul>
            {waiting.map(({ unit, held, first }) => (
              <li>
                {fill(queueTexts.unmannedUnit, { unit: unitLabel(unit), n: held })}
                {first.map(({ number }) => (
                  <>
                    {' '}
                    <a class="number touch" href={`/desk/tickets/${number}`}>
                      {number}
                    </a>
                  </>
                ))}
              </li>
            ))}
          </ul>
          <p>{queueTexts.unmannedWhatNext}</p>
          {opensAccounts ? (
            <p>
              <a class="touch" href="/desk/accounts">
                {queueTexts.openAccount}
              </a>
            </p>
          ) : null}
        </div>
      )}
      {others.length === 0 ? null : (
        <details class="step">
          <summary>{fill(queueTexts.unmannedOthers, { n: others.length })}</summary>
          <p>{others.map(({ unit }) => unitLabel(unit)).join('、')}</p>
        </details>
      )}
    </>
  )
}
