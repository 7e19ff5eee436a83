/** Chinese characters in a row, or letters and digits in a row. */
const runs = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu
const han = /^\p{Script=Han}/u

/** Ends of a number are found from four characters on. */
const shortestEnd = 4
const longestNumber = 40

function runsOf(text: string): readonly string[] {
  return text.normalize('NFKC').toLowerCase().match(runs) ?? []
}

/** 油烟味 → 油烟 烟味 味: every two neighbours, and the last alone. */
function pairs(run: string): readonly string[] {
  const characters = [...run]
  return characters.map((one, at) => one + (characters[at + 1] ?? ''))
}

const tokensOf = (run: string): readonly string[] => (han.test(run) ? pairs(run) : [run])

function endsOf(run: string): readonly string[] {
  if (han.test(run) || !/\d/.test(run) || run.length > longestNumber) return []
  const ends = Math.max(0, run.length - shortestEnd)
  return Array.from({ length: ends }, (_, at) => run.slice(at + 1))
}

/** A text as it is stored to be searched: tokens with blanks between; ends of numbers behind all the rest. */
export function storedTokens(text: string): string {
  const all = runsOf(text)
  return [...all.flatMap(tokensOf), ...all.flatMap(endsOf)].join(' ')
}

/**
 * What is looked for, in FTS5's language: what stands together is found together, of words with blanks between each. The
 * last may go on. null: there is nothing to look for.
 */
export function searchQuery(search: string): string | null {
  const parts = search
    .split(/\s+/u)
    .map((part) => phraseOf(runsOf(part)))
    .filter((phrase) => phrase !== null)
  return parts.length === 0 ? null : parts.join(' ')
}

function phraseOf(found: readonly string[]): string | null {
  const last = found.at(-1)
  if (last === undefined) return null
  const before = found.slice(0, -1).flatMap(tokensOf)
  const ending = han.test(last) && [...last].length > 1 ? pairs(last).slice(0, -1) : [last]
  const goesOn = !han.test(last) || [...last].length === 1
  return `"${[...before, ...ending].join(' ')}"${goesOn ? '*' : ''}`
}
