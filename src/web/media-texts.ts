import { maxFiles, megabyte } from '#domain/media.ts'
import type { MediaFault, MediaLimits } from '#domain/media.ts'
import { fill } from './labels.ts'
import { mediaTexts } from './texts.ts'

/** What a browser offers to choose; what a file is, its content says later. */
export const acceptedTypes = 'image/*,video/*,audio/*'

/** Sentences on what may be sent, with the limits in force. */
export function limitTexts(limits: MediaLimits): {
  readonly label: string
  readonly refused: (name: MediaFault | 'flood') => string
} {
  const slots = {
    n: maxFiles,
    image: limits.image / megabyte,
    video: limits.video / megabyte,
    audio: limits.audio / megabyte,
  }
  return {
    label: fill(mediaTexts.label, slots),
    refused: (name) => fill(mediaTexts.refused[name], slots),
  }
}
