/** Settings of cleaned images. */
export type ImageSettings = {
  /** Pixels of one image with all its frames: more is no photo but a bomb. Phones make up to 50 million. */
  readonly maxPixels: number
  /** Longest edge kept, in pixels. */
  readonly longestEdge: number
  /** Of JPEG and WebP, of 100. */
  readonly quality: number
  /** Given up after so long. */
  readonly seconds: number
}

export const imageSettings: ImageSettings = {
  maxPixels: 64_000_000,
  longestEdge: 2560,
  quality: 85,
  seconds: 30,
}
