import { z } from 'zod'
import type { CitizenCommand } from '#app/tickets/act-as-citizen.ts'
import { trackExtra } from './track-texts.ts'

export const acts = [
  'supplement',
  'urge',
  'withdraw',
  'rate',
  'reopen',
  'answer-exclusion',
] as const
export type Act = (typeof acts)[number]

/** Of what is written in one field, in characters. */
export const longestText = 2000
const needed = z.string().trim().min(1).max(longestText)
const optional = z
  .string()
  .trim()
  .max(longestText)
  .optional()
  .transform((text) => (text === undefined || text === '' ? null : text))

/** What each form of the progress page says, as a command. */
const forms = {
  supplement: z.object({ text: needed }).transform(({ text }): CitizenCommand => ({
    type: 'supplement',
    text,
    attachments: [],
    place: null,
  })),
  urge: z.object({ urgeText: optional }).transform(({ urgeText }): CitizenCommand => ({
    type: 'urge',
    text: urgeText ?? trackExtra.urgeDefault,
  })),
  withdraw: z
    .object({ withdrawReason: optional })
    .transform(({ withdrawReason }): CitizenCommand => ({
      type: 'withdraw',
      reason: withdrawReason,
    })),
  'answer-exclusion': z
    .object({ exclusionText: needed })
    .transform(({ exclusionText }): CitizenCommand => ({
      type: 'answer-exclusion',
      text: exclusionText,
    })),
  reopen: z
    .object({ reopenReason: needed })
    .transform(({ reopenReason }): CitizenCommand => ({ type: 'reopen', reason: reopenReason })),
  rate: z
    .object({
      contacted: z.enum(['yes', 'no']),
      solved: z.enum(['solved', 'partly', 'unsolved']),
      satisfied: z.enum(['satisfied', 'basically', 'unsatisfied']),
      comment: optional,
    })
    .transform((form): CitizenCommand => ({
      ...form,
      type: 'rate',
      contacted: form.contacted === 'yes',
      via: 'web-chat',
    })),
} as const satisfies Record<Act, z.ZodType<CitizenCommand>>

/** A posted form → the command it stands for; null when something needed is missing or too long. */
export function readCommand(act: Act, form: unknown): CitizenCommand | null {
  return forms[act].safeParse(form).data ?? null
}
