import { understand } from '#intents/understand.ts'
import { findPlaces } from '#routing/places/find.ts'
import { route } from '#routing/route.ts'
import type { Place } from '#routing/types.ts'
import { mask } from '#intents/personal/index.ts'
import type { TicketCommand } from '#domain/ticket/steps/index.ts'
import type { Story } from './season-stories.ts'

/** Who complains; without a person nobody can be asked back. */
export type Voice = {
  readonly personId: string | null
  /** null for callers. */
  readonly dialogueId: string | null
}

type Given = { readonly number: string; readonly caseId: string; readonly voice: Voice }

const nowhere: Place = { town: null, village: null, spot: null, told: null, coordinates: null }

/**
 * Opens a story's ticket by the rules: its words are understood and routed. Where the rules are unsure or the
 * place stays unknown it waits at the desk. What the words leave open otherwise, the citizen was asked.
 */
export function openingOf(story: Story, { number, caseId, voice }: Given): TicketCommand {
  const { at, channel, course, text } = story
  const understanding = understand(text)
  const { classification, urgency, when, secrecy } = understanding
  const unsure = course === 'unsure' || course === 'referred' || classification.abstain
  const category = unsure ? null : story.category
  const place = placeOf(story)
  const routed =
    category === null ? null : route({ category, place, text: mask(text), urgency, at })
  const routing = routed !== null && 'handler' in routed ? routed : null
  return {
    type: 'open',
    opened: {
      number,
      caseId,
      kind: channel === 'alarm' ? 'alarm' : 'complaint',
      channel,
      sourceNumber: null,
      citizenId: voice.personId,
      dialogueId: voice.dialogueId,
      text: mask(text),
      category,
      classification,
      secondary: [],
      urgency,
      place,
      when,
      attachments: [],
      secrecy,
      receivedAt: at,
    },
    routing,
    queueReason: routing !== null ? null : category === null ? 'unsure' : 'place-missing',
    note: null,
  }
}

function placeOf({ course, place, text }: Story): Place {
  if (course === 'placeless') return nowhere
  const { town, village, spot, told } = findPlaces(text)
  return town === null ? place : { town, village, spot, told, coordinates: null }
}
