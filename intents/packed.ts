/**
 * How the models' weights are kept as text: one sign for each. Small weights, which are most, keep their steps of
 * 1/127 of the largest; larger ones are kept more coarsely, to a twenty-fifth. It loses nothing that the figures
 * show and is a quarter shorter than base64 of whole bytes, which a Worker has to carry.
 */

/** What prints, without quotes and the backslash, which JSON or a bundler would write with two. */
const signs = Array.from({ length: 95 }, (_, k) => String.fromCharCode(32 + k)).filter(
  (sign) => !'"\'`\\'.includes(sign),
)
const half = (signs.length - 1) / 2
/** From the most negative up: more of them near zero. */
const levels = signs.map((_, code) => {
  const step = Math.abs(code - half)
  return Math.sign(code - half) * Math.max(step, Math.round(127 * (step / half) ** 1.7))
})
const levelOf = new Map(signs.map((sign, code) => [sign.charCodeAt(0), levels[code] ?? 0]))

function nearest(weight: number): string {
  const off = levels.map((level) => Math.abs(level - weight))
  return signs[off.indexOf(Math.min(...off))] ?? ''
}

/** Weights in units of `scale`, a sign for each. */
export type PackedWeights = { readonly scale: number; readonly weights: string }

/** Weights of any size, in some unit → text. */
export function packWeights(weights: Float32Array | Int8Array, unit: number): PackedWeights {
  let largest = 0
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight))
  const scale = largest === 0 ? 1 : largest / 127
  const signOf = Array.from({ length: 255 }, (_, at) => nearest(at - 127))
  const text = Array.from(weights, (weight) => signOf[Math.round(weight / scale) + 127])
  return { scale: scale * unit, weights: text.join('') }
}

/** The weights of a text, from -127 to 127. Throws on a sign that no weight is written with. */
export function unpackWeights(text: string): Int8Array {
  const weights = new Int8Array(text.length)
  for (let i = 0; i < text.length; i += 1) {
    const level = levelOf.get(text.charCodeAt(i))
    if (level === undefined) throw new Error('A model holds what nobody wrote: run npm run train')
    weights[i] = level
  }
  return weights
}
