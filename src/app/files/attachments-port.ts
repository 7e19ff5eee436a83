import type { Coordinates } from '#routing/types.ts'
import type { ImageType, MediaFault, MediaType } from '#domain/media.ts'
import type { Channel, TicketId } from '#domain/ticket/events.ts'

/** 'wanted': its bytes are still to be fetched; 'lost': they never will be. */
export type AttachmentState = 'wanted' | 'stored' | 'lost'

export type AttachmentRecord = {
  readonly id: string
  /** Who sent it. */
  readonly personId: string
  readonly state: AttachmentState
  /** null until it is stored. */
  readonly mediaType: MediaType | null
  /** Where it was taken, if it said so itself; null as well when its bytes are not here. */
  readonly location: Coordinates | null
  /** Why it is lost, in a word. */
  readonly reason: string | null
}

/** What was stored, to be read in parts: bytes [from, to), fewer at the end. */
export type StoredMedia = {
  readonly mediaType: MediaType
  readonly size: number
  readonly read: (from: number, to: number) => Promise<Uint8Array>
}

/** What a citizen sent, as it is stored: checked and cleaned before (clean-media.ts). */
export type NewMedia = {
  readonly id: string
  readonly personId: string
  readonly channel: Channel
  readonly mediaType: MediaType
  readonly bytes: Uint8Array
  readonly location: Coordinates | null
  /** UTC milliseconds. */
  readonly at: number
}

/**
 * Bytes of what citizens sent, sealed. The inbox notes what a message names as wanted, together with the
 * message; which tickets an attachment belongs to is known from their events.
 */
export type Attachments = {
  /** Stores it for good; the same id again changes nothing, and what was erased does not come back. */
  readonly put: (media: NewMedia) => Promise<void>
  /** null when unknown, still wanted or lost. */
  readonly open: (id: string) => Promise<StoredMedia | null>
  /** What is known of these ids; an unknown one has no record. */
  readonly records: (ids: readonly string[]) => Promise<readonly AttachmentRecord[]>
  /** Tickets whose events name it. */
  readonly tickets: (id: string) => Promise<readonly TicketId[]>
  /** Takes due downloads of a channel; one taken is not given again for `leaseMs`. A try counts when taken. */
  readonly take: (
    channel: Channel,
    due: { readonly now: number; readonly limit: number; readonly leaseMs: number },
  ) => Promise<readonly { readonly id: string; readonly personId: string }[]>
  /** A download that failed: tried again later, or given up for good. */
  readonly failed: (
    id: string,
    failure: { readonly reason: string; readonly retryable: boolean },
    now: number,
  ) => Promise<void>
  /** Those whose bytes still lie in the database, as before there were files: `put` moves them. */
  readonly unmoved: (limit: number) => Promise<readonly Omit<NewMedia, 'bytes' | 'mediaType'>[]>
  /** Removes files of what was erased, and files older than `before` that nothing refers to. */
  readonly sweep: (before: number) => Promise<Swept>
}

/** `strange`: files left where they are, since most of the folder is unknown to this database. */
export type Swept = { readonly removed: number; readonly strange: number }

/**
 * Makes an image anew from its pixels, upright and no larger than a screen needs: nothing else of the file is
 * kept. Another type may come out. Throws only when it cannot work now; a bad image is a fault.
 */
export type ImageCleaner = (image: {
  readonly mediaType: ImageType
  readonly bytes: Uint8Array
}) => Promise<
  | { readonly mediaType: ImageType; readonly bytes: Uint8Array }
  | { readonly fault: Extract<MediaFault, 'broken' | 'wrong-type' | 'too-many-pixels'> }
>

/** Writes down what is said in a recording; null when nothing can be made out. */
export type Transcriber = (recording: {
  readonly mediaType: MediaType
  readonly bytes: Uint8Array
}) => Promise<string | null>
