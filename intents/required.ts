/** Words of which at least one stands in every match. */
export type AnyOf = readonly string[]

type Read = { readonly groups: readonly AnyOf[]; readonly next: number }

/**
 * What must stand in a text for a regular expression to match it: of each list at least one word. Reads
 * the subset our data is written in and is cautious: what it does not understand requires nothing. It
 * lets one pass over the text rule out nearly every pattern before any is tried.
 */
export function requiredWords(source: string): readonly AnyOf[] {
  return readAlternatives(source, 0).groups
}

/** Alternatives up to the closing parenthesis or the end. */
function readAlternatives(source: string, from: number): Read {
  const alternatives: (readonly AnyOf[])[] = []
  let at = from
  for (;;) {
    const { groups, next } = readSequence(source, at)
    alternatives.push(groups)
    at = next
    if (source[at] !== '|') break
    at += 1
  }
  const [only, ...others] = alternatives
  if (only !== undefined && others.length === 0) return { groups: only, next: at }
  const best = alternatives.map(mostSelective)
  return {
    groups: best.some((group) => group === null) ? [] : [best.flatMap((g) => g ?? [])],
    next: at,
  }
}

function mostSelective(groups: readonly AnyOf[]): AnyOf | null {
  const weight = (group: AnyOf) =>
    Math.min(...group.map((word) => word.length)) - group.length / 100
  return groups.reduce<AnyOf | null>(
    (best, group) => (best === null || weight(group) > weight(best) ? group : best),
    null,
  )
}

function readSequence(source: string, from: number): Read {
  const groups: AnyOf[] = []
  let run = ''
  let at = from
  const endRun = () => {
    if (run !== '') groups.push([run])
    run = ''
  }
  while (at < source.length && source[at] !== '|' && source[at] !== ')') {
    const atom = readAtom(source, at)
    const quantifier = readQuantifier(source, atom.next)
    at = quantifier.next
    const plain = atom.literal !== null && quantifier.kind === 'once'
    if (plain) run += atom.literal ?? ''
    else {
      endRun()
      if (quantifier.kind !== 'optional') groups.push(...atom.groups)
    }
  }
  endRun()
  return { groups, next: at }
}

type Atom = Read & { readonly literal: string | null }

function readAtom(source: string, at: number): Atom {
  const one = source[at] ?? ''
  if (one === '(') return readGroup(source, at)
  if (one === '[') return { literal: null, groups: [], next: endOfClass(source, at) }
  if (one === '\\') return readEscape(source, at)
  if ('.^$'.includes(one)) return { literal: null, groups: [], next: at + 1 }
  return { literal: one, groups: [[one]], next: at + 1 }
}

function readEscape(source: string, at: number): Atom {
  const escaped = source[at + 1] ?? ''
  const letter = /[a-z0-9]/i.test(escaped)
  return letter
    ? { literal: null, groups: [], next: at + 2 }
    : { literal: escaped, groups: [[escaped]], next: at + 2 }
}

function readGroup(source: string, at: number): Atom {
  const looks = /^\(\?(?:=|!|<=|<!)/.exec(source.slice(at))
  const opening = looks?.[0] ?? (source.startsWith('(?:', at) ? '(?:' : '(')
  const inner = readAlternatives(source, at + opening.length)
  return { literal: null, groups: looks === null ? inner.groups : [], next: inner.next + 1 }
}

function endOfClass(source: string, at: number): number {
  let end = at + 1
  while (end < source.length && source[end] !== ']') end += source[end] === '\\' ? 2 : 1
  return end + 1
}

type Quantifier = { readonly kind: 'once' | 'repeated' | 'optional'; readonly next: number }

function readQuantifier(source: string, at: number): Quantifier {
  const found = /^(?:[?*+]|\{(\d*)[^}]*\})\??/.exec(source.slice(at, at + 12))
  if (found === null) return { kind: 'once', next: at }
  const next = at + found[0].length
  const optional = /^[?*]/.test(found[0]) || found[1] === '0' || found[1] === ''
  return { kind: optional ? 'optional' : 'repeated', next }
}
