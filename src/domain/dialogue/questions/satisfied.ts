import { rating } from './rating.ts'

/** How the citizen found it. A bare yes or no says nothing of three grades: it is asked again. */
export const satisfied = rating({
  kind: 'satisfied',
  step: 3,
  buttons: [
    ['satisfied', { satisfied: 'satisfied' }],
    ['basically', { satisfied: 'basically' }],
    ['unsatisfied', { satisfied: 'unsatisfied' }],
  ],
})
