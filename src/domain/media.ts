/** What is kept beside words, by kind: each type is told by the file's own content, never by its name. */
export const mediaTypes = {
  image: ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/heic'],
  video: ['video/mp4', 'video/quicktime', 'video/webm'],
  audio: [
    'audio/mp4',
    'audio/aac',
    'audio/mpeg',
    'audio/amr',
    'audio/ogg',
    'audio/wav',
    'audio/silk',
  ],
} as const

export type MediaKind = keyof typeof mediaTypes
export type MediaType = (typeof mediaTypes)[MediaKind][number]
export type ImageType = (typeof mediaTypes)['image'][number]

const mediaKinds = ['image', 'video', 'audio'] as const satisfies readonly MediaKind[]

export function kindOf(type: MediaType): MediaKind {
  return (
    mediaKinds.find((kind) => (mediaTypes[kind] as readonly string[]).includes(type)) ?? 'image'
  )
}

export function isImage(type: MediaType): type is ImageType {
  return kindOf(type) === 'image'
}

/** Largest file of each kind, in bytes. */
export type MediaLimits = Readonly<Record<MediaKind, number>>

export const megabyte = 1024 * 1024

/** Settings: what a phone makes in a minute or two. */
export const defaultLimits: MediaLimits = {
  image: 10 * megabyte,
  video: 50 * megabyte,
  audio: 10 * megabyte,
}

/** Files taken in one message. */
export const maxFiles = 3

/** The most that any file may have, in bytes. */
export function largest(limits: MediaLimits): number {
  return Math.max(...mediaKinds.map((kind) => limits[kind]))
}

/**
 * Why a file is not taken: none chosen, too many at once, too long for its kind, a type that is not kept, one
 * that cannot be read as what it says it is, or more pixels than anybody needs.
 */
export type MediaFault =
  'no-file' | 'too-many' | 'too-large' | 'wrong-type' | 'broken' | 'too-many-pixels'
