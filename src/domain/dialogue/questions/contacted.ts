import { rating } from './rating.ts'

/** Whether the unit has been in touch. */
export const contacted = rating({
  kind: 'contacted',
  step: 1,
  buttons: [
    ['yes', { contacted: true }],
    ['no', { contacted: false }],
  ],
  yes: { contacted: true },
  no: { contacted: false },
})
