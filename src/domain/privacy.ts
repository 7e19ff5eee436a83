/**
 * Patterns of personal data in free text, starred to the same length (offsets stay right); the first and last
 * characters that `keep` leaves stay readable.
 */
const masks: readonly { readonly find: RegExp; readonly keep: (found: string) => string }[] = [
  { find: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, keep: (text) => stars(text, 0, 0) },
  // Identity and bank card numbers, and mobile numbers written without a gap between them.
  { find: /(?<!\d)\d{15,}[\dXx]?(?!\d)/g, keep: (text) => stars(text, 4, 2) },
  { find: /(?<!\d)\d{6}[- ]\d{8}[- ]?\d{3}[\dXx](?!\d)/g, keep: (text) => stars(text, 4, 2) },
  {
    find: /(?<!\d)\d{4}(?:[- ]\d{4}){3}(?:[- ]\d{1,4})?(?!\d)/g,
    keep: (text) => stars(text, 4, 2),
  },
  {
    find: /(?<!\d)(?:\+?(?:00)?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g,
    keep: (text) => stars(text, 3, 2),
  },
  // Landlines with an area code, with or without brackets.
  { find: /(?<!\d)0\d{2,3}[)\uff09]?[- ]?\d{7,8}(?!\d)/g, keep: (text) => stars(text, 4, 2) },
  // Local landlines; a date written as 20261123 is none, nor the day in a ticket's number.
  {
    find: /(?<![\dA-Za-z])(?!20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?:[2-8]\d{7}|[5-8]\d{3} \d{4})(?!\d)/g,
    keep: (text) => stars(text, 2, 2),
  },
  // Number plates: province, letter, five or six signs; the last may be a character (trailer, coach, police).
  {
    find: /[\u4eac\u6d25\u5180\u664b\u8499\u8fbd\u5409\u9ed1\u6caa\u82cf\u6d59\u7696\u95fd\u8d63\u9c81\u8c6b\u9102\u6e58\u7ca4\u6842\u743c\u6e1d\u5ddd\u8d35\u4e91\u85cf\u9655\u7518\u9752\u5b81\u65b0][A-Z][-\u00b7\u2022. ]?(?:[A-Z0-9]{5,6}|[A-Z0-9]{4}[\u6302\u5b66\u8b66\u6e2f\u6fb3\u4f7f\u9886\u8bd5\u8d85])(?![A-Z0-9])/gi,
    keep: (text) => stars(text, 2, 1),
  },
]

/** Text a unit may read: phones, identity and card numbers, plates and e-mail addresses are starred out. */
export function mask(text: string): string {
  return masks.reduce((masked, { find, keep }) => masked.replace(find, keep), narrowDigits(text))
}

/** What tells who speaks: a name after "my name is", "reported by" and the like, and where in the house they live. */
const ownWords: readonly RegExp[] = [
  /(?<=(?:\u6211\u53eb|\u672c\u4eba\u53eb|\u6211\u7684\u540d\u5b57|\u6211\u540d\u5b57|\u672c\u4eba\u59d3\u540d|\u59d3\u540d|\u8054\u7cfb\u4eba|\u53cd\u6620\u4eba|\u4e3e\u62a5\u4eba|\u6295\u8bc9\u4eba)(?:\u662f|\u4e3a|\u53eb)?[:\uff1a ]?)[\u4e00-\u9fff]{2,3}(?=[\uff0c\u3002\u3001\uff1b\uff01,.;\s\d*\uff0a]|$)/gu,
  /(?<=(?:\u6211\u662f|\u672c\u4eba))[\u4e00-\u9fff]{2,3}(?=[\uff0c\u3002\u3001\uff1b\uff01,.;\s]|$)/gu,
  /(?<=(?:\u6211\u5bb6|\u6211\u4f4f|\u6211\u4eec\u5bb6|\u672c\u4eba\u4f4f|\u5bb6\u4f4f)[^\uff0c\u3002\uff1b,.;\n]{0,16}?)\d[\d\u53f7\u697c\u680b\u5355\u5143\u5ba4\u95e8\u5c42\u6237-]*/gu,
]

/** Words of somebody who wants to stay secret as a unit may read them: masked, and what tells who speaks starred too. */
export function maskSelf(text: string): string {
  return ownWords.reduce(
    (masked, pattern) => masked.replace(pattern, (found) => stars(found, 0, 0)),
    mask(text),
  )
}

/** Full-width digits as ASCII ones, so that no number hides in them. */
function narrowDigits(text: string): string {
  return text.replace(/[\uff10-\uff19]/g, (digit) =>
    String.fromCharCode(digit.charCodeAt(0) - 0xff10 + 0x30),
  )
}

function stars(text: string, head: number, tail: number): string {
  const middle = '＊'.repeat(Math.max(0, text.length - head - tail))
  return text.slice(0, head) + middle + text.slice(text.length - tail)
}
