/** Patterns of personal data in free text; the first group, when there is one, stays readable. */
const masks: readonly { readonly find: RegExp; readonly keep: (found: string) => string }[] = [
  { find: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, keep: () => '＊＊＊@＊＊＊' },
  // 18-digit identity numbers, bank cards.
  { find: /(?<!\d)\d{15,19}[\dXx]?(?!\d)/g, keep: (text) => stars(text, 4, 2) },
  {
    find: /(?<![\d-])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g,
    keep: (text) => stars(text, 3, 2),
  },
  { find: /(?<!\d)0\d{2,3}[- ]\d{7,8}(?!\d)/g, keep: (text) => stars(text, 4, 2) },
  { find: /(?<![\dA-Za-z-])[2-8]\d{7}(?![\d-])/g, keep: (text) => stars(text, 2, 2) },
  {
    find: /[\u4eac\u6d25\u5180\u664b\u8499\u8fbd\u5409\u9ed1\u6caa\u82cf\u6d59\u7696\u95fd\u8d63\u9c81\u8c6b\u9102\u6e58\u7ca4\u6842\u743c\u6e1d\u5ddd\u8d35\u4e91\u85cf\u9655\u7518\u9752\u5b81\u65b0][A-Z][\u00b7. ]?[A-Z0-9]{5,6}(?![A-Z0-9])/gi,
    keep: (text) => stars(text, 2, 1),
  },
]

/** Text a unit may read: phones, identity and card numbers, plates and e-mail addresses are starred out. */
export function mask(text: string): string {
  return masks.reduce((masked, { find, keep }) => masked.replace(find, keep), text)
}

function stars(text: string, head: number, tail: number): string {
  const middle = '＊'.repeat(Math.max(0, text.length - head - tail))
  return text.slice(0, head) + middle + text.slice(text.length - tail)
}
