import { defaultLimits } from '#domain/media.ts'
import type { MediaLimits } from '#domain/media.ts'
import type { ImageCleaner, Transcriber } from './attachments-port.ts'

/** What takes files needs: limits, a cleaner, and somebody who writes down what is said. */
export type MediaTools = {
  readonly limits: MediaLimits
  readonly cleanImage: ImageCleaner
  /** null: recordings are evidence only. */
  readonly transcribe: Transcriber | null
}

/** For programs that take no files: every image is refused. */
export const noMedia: MediaTools = {
  limits: defaultLimits,
  cleanImage: () => Promise.resolve({ fault: 'wrong-type' }),
  transcribe: null,
}
