import { mask } from '#domain/privacy.ts'

/**
 * What tells who somebody is or where they live, in words that staff may read and the public may not: names
 * after "my name is", "contact" and the like, names before a title, staircases and flats. Starred.
 */
const personal: readonly RegExp[] = [
  /(?<=(?:\u6211\u53eb|\u672c\u4eba\u53eb|\u540d\u53eb|\u59d3\u540d|\u8054\u7cfb\u4eba|\u53cd\u6620\u4eba|\u4e3e\u62a5\u4eba|\u6295\u8bc9\u4eba)(?:\u662f|\u4e3a)?[:\uff1a ]?)[\u4e00-\u9fff]{2,3}/g,
  /(?<=(?:\u6211\u662f|\u672c\u4eba))[\u4e00-\u9fff]{2,3}(?=[\uff0c\u3002\u3001,. ]|$)/g,
  /[\u4e00-\u9fff]{1,2}(?=\u5148\u751f|\u5973\u58eb|\u5c0f\u59d0)/g,
  /\d{1,2}\u5355\u5143(?:\d{1,4}\u5ba4?)?/g,
  /\d{2,4}(?:\u53f7?\u5ba4|\u6237)/g,
]

/** Masked words as the public may read them. Idempotent. */
export function publicWords(text: string): string {
  return personal.reduce(
    (words, pattern) => words.replace(pattern, (found) => '＊'.repeat(found.length)),
    mask(text),
  )
}
