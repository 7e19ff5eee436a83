import { rating } from './rating.ts'

/** Whether the problem is solved. */
export const solved = rating({
  kind: 'solved',
  step: 2,
  buttons: [
    ['solved', { solved: 'solved' }],
    ['partly', { solved: 'partly' }],
    ['unsolved', { solved: 'unsolved' }],
  ],
  yes: { solved: 'solved' },
  no: { solved: 'unsolved' },
})
