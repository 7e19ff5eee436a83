import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate'

/** A model as its file keeps it: JSON, deflated, in base64. A third shorter, which a Worker has to carry. */
export type FoldedModel = { readonly folded: string }

/** Folds a model for its file. */
export function foldModel(model: object): FoldedModel {
  const bytes = deflateSync(strToU8(JSON.stringify(model)), { level: 9 })
  return { folded: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) }
}

/** The model of a file; its form is the one that `npm run train` wrote. */
export function unfoldModel({ folded }: FoldedModel): unknown {
  const binary = atob(folded)
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i)
  return JSON.parse(strFromU8(inflateSync(bytes)))
}
