import type { MediaKind } from '#domain/media.ts'

type MediaProps = {
  readonly kind: MediaKind
  readonly path: string
  /** What it is, in words: for those who do not see it, and where it cannot be shown. */
  readonly alt: string
  /** Width of a picture or a player, in CSS pixels: known before it is loaded, so that nothing below it moves. */
  readonly width: number
}

/** A photo as a thumbnail whose whole is a tap away; a video or a recording with its player. */
export function Media({ kind, path, alt, width }: MediaProps) {
  switch (kind) {
    case 'image':
      return (
        <a href={path}>
          <img class="photo" src={path} alt={alt} width={width} height={width} loading="lazy" />
        </a>
      )
    case 'video':
      return (
        <video class="player" controls preload="metadata" width={width * 2} aria-label={alt}>
          <source src={path} />
          <a href={path}>{alt}</a>
        </video>
      )
    case 'audio':
      return (
        <audio class="player" controls preload="none" aria-label={alt}>
          <source src={path} />
          <a href={path}>{alt}</a>
        </audio>
      )
  }
}
