import { readable } from '#intents/readable.ts'
import type { Coordinates, FoundPlace, TownId } from '../types.ts'
import { addressWords } from './address-words.ts'
import { beyond, neighbourSeats } from './outside.ts'
import { addressesIn } from './address.ts'
import type { Stretch, Told } from './address.ts'
import { correctNames } from './correct.ts'
import { correctOneSlip } from './one-slip.ts'
import { kilometres } from './distance.ts'
import type { Mention, Mentions, OutsideMention } from './mentions.ts'
import { readMentions } from './mentions.ts'
import type { VillageOption } from './names.ts'
import { fold, scanNames } from './names.ts'
import { restAfter, spotAfter, spotApart } from './spot.ts'
import { towns as allTowns } from './towns.ts'

type Evidence = FoundPlace['evidence'][number]
type Candidate = FoundPlace['candidates'][number]

/**
 * The place a text speaks of. Several that fit come back as candidates with town null; a place outside the
 * district by its name. `within`: the township it is known to be in; names of others are then part of the address.
 * `road`: what one from a place to another is: at where it begins, or at either. Spans are UTF-16 offsets in the text
 * given. Never throws.
 */
export function findPlaces(
  text: string,
  within: TownId | null = null,
  road: 'begins' | 'either' = 'either',
): FoundPlace {
  const { text: plain, spanIn } = readable(text)
  const read = readTwice(fold(plain))
  const { folded } = read
  const known = within === null ? read.mentions : mentionsIn(within, read.mentions)
  const inside = road === 'begins' ? withoutEnds(folded, known.inside) : known.inside
  const mentions = { ...known, inside }
  const elsewhere = nearestOf(mentions.outside)
  const ours = mentions.district || mentions.inside.some(({ firm }) => firm)
  const found =
    elsewhere !== undefined && !ours ? outsideOf(elsewhere) : insideOf(plain, folded, mentions)
  const evidence = found.evidence.map(({ rule, span }) => ({ rule, span: spanIn(span) }))
  return { ...found, evidence }
}

/** The names that a township known leaves: its own and those of its villages. */
function mentionsIn(within: TownId, { inside, ...others }: Mentions): Mentions {
  const own = inside.flatMap((mention) => {
    if (mention.town !== null) return mention.town === within ? [mention] : []
    const options = mention.options.filter((option) => option.town === within)
    return options.length > 0 ? [{ ...mention, options }] : []
  })
  return { ...others, inside: own, outside: [], district: true }
}

type Read = { readonly folded: string; readonly mentions: Mentions }

/** As written; where no place is named, or a township without its village, with misspelt names put right. */
function readTwice(exact: string): Read {
  const written = read(exact)
  const { inside, outside } = written.mentions
  const [named] = inside
  if (outside.length > 0 || inside.length > 1) return written
  const corrected = named === undefined ? correctAll(exact) : correctWithin(exact, named)
  return corrected === exact ? written : read(corrected)
}

function correctAll(exact: string): string {
  const corrected = correctNames(exact)
  return corrected === exact ? correctOneSlip(exact) : corrected
}

/** The village's name, of those of the only township named. */
function correctWithin(exact: string, { town, end: from }: Mention): string {
  return town === null ? exact : correctOneSlip(exact, { town, from })
}

function read(folded: string): Read {
  return { folded, mentions: readMentions(folded, scanNames(folded)) }
}

/** Of a province and its county the county: the last of the names that follow at once on the first. */
function nearestOf(outside: readonly OutsideMention[]): OutsideMention | undefined {
  const gap = outside.findIndex((one, i) => i > 0 && one.start !== outside[i - 1]?.end)
  return outside.at(gap === -1 ? -1 : gap - 1)
}

function outsideOf({ name, start, end }: OutsideMention): FoundPlace {
  return { ...nowhere, outside: name, evidence: [{ rule: 'outside', span: [start, end] }] }
}

function insideOf(text: string, folded: string, mentions: Mentions): FoundPlace {
  const main = meantOf(mentions.inside)
  const towns = townsOf(main)
  const town = onlyOf(towns)
  const chosen = town === null ? null : villageIn(town, main)
  const meant = chosen?.mention ?? main.at(-1) ?? null
  const settled = chosen !== null ? chosen.village !== null : main.length < 2
  const addresses = addressesIn(folded, main.length > 0 ? main : mentions.waters)
  const near = findSpot({ folded, mentions }, meant, addresses)
  const spot = settled || meant === null ? near : withName(meant, near)
  return {
    ...nowhere,
    town,
    village: chosen?.village ?? null,
    spot: spot && text.slice(spot.start, spot.end),
    told: toldIn(text, addresses.length === 0 && spot !== null ? [spot] : addresses),
    candidates: towns.size > 1 ? candidatesOf(towns, main) : [],
    evidence: evidenceOf(mentions.inside, spot),
  }
}

/** The words said of the place, one stretch behind the other; null when none are. */
function toldIn(text: string, stretches: readonly Stretch[]): string | null {
  const told = stretches.map(({ start, end }) => text.slice(start, end).trim()).join('，')
  return told === '' ? null : told
}

/** How far seats may mislead: by this many kilometres the nearest must be nearer to be sure. */
const surety = { recorded: 2, estimated: 5 } as const
/** Beyond this many kilometres from every seat a pin is not in the district. */
const reachKm = 22

/**
 * The township a map pin falls to, by the nearest seat. Near a border: town null, the candidates nearest
 * first. Nearer to a neighbour's seat, or far from all: outside, by name. Never throws.
 */
export function resolvePin(coordinates: Coordinates): FoundPlace {
  const near = allTowns
    .flatMap(({ id, lat, lon, estimated }) =>
      lat === null ? [] : [{ id, estimated, km: kilometres(coordinates, { lat, lon }) }],
    )
    .sort((a, b) => a.km - b.km)
  const [first] = near
  const closer = Math.min(first?.km ?? reachKm, reachKm)
  const neighbour = neighbourSeats.find((seat) => kilometres(coordinates, seat) < closer)
  if (neighbour !== undefined) return { ...nowhere, outside: neighbour.name }
  if (first === undefined || !(first.km <= reachKm)) return { ...nowhere, outside: beyond }
  const candidates = near.filter(({ km, estimated }) => {
    const sure = estimated || first.estimated ? surety.estimated : surety.recorded
    return km - first.km < sure
  })
  if (candidates.length === 1) return { ...nowhere, town: first.id }
  return { ...nowhere, candidates: candidates.map(({ id }) => ({ town: id, village: null })) }
}

const nowhere: FoundPlace = {
  town: null,
  village: null,
  spot: null,
  told: null,
  candidates: [],
  outside: null,
  evidence: [],
}

/** Where it happens; where the speaker lives only when nothing else is named. */
function meantOf(inside: readonly Mention[]): readonly Mention[] {
  const happening = inside.filter((mention) => !mention.home)
  return happening.length > 0 ? happening : inside
}

const roadBegins = new RegExp(`(?:${addressWords.from.join('|')})$`, 'u')
const roadLeads = new RegExp(`^(?:[镇村乡]|地区)?(?:${addressWords.to.join('|')})$`, 'u')
const roadIs = new RegExp(`^[^，。；]{0,4}(?:${addressWords.roads.join('|')})`, 'u')

/** Of a road from one place to another (从不老屯到高岭的路上) the place where it begins: it is one road. */
function withoutEnds(folded: string, mentions: readonly Mention[]): readonly Mention[] {
  return mentions.filter((mention, i) => {
    const before = mentions[i - 1]
    if (before === undefined || !roadLeads.test(folded.slice(before.end, mention.start)))
      return true
    const begins = roadBegins.test(folded.slice(0, before.start))
    return !begins && !roadIs.test(folded.slice(mention.end))
  })
}

/** The townships all mentions agree on; those of all of them when they do not. */
function townsOf(mentions: readonly Mention[]): ReadonlySet<TownId> {
  let common: ReadonlySet<TownId> | null = null
  const all = new Set<TownId>()
  let agreed = true
  for (const mention of mentions) {
    const own = new Set(
      mention.town === null ? mention.options.map((option) => option.town) : [mention.town],
    )
    for (const town of own) all.add(town)
    const shared: ReadonlySet<TownId> =
      common === null ? own : new Set([...common].filter((town) => own.has(town)))
    if (shared.size === 0) agreed = false
    else common = shared
  }
  return agreed && common !== null ? common : all
}

function inTown(town: TownId, mention: Mention): readonly VillageOption[] {
  return mention.options.filter((option) => option.town === town && option.village !== null)
}

/** The first village named in the township, a real village before a landmark's; null when it may be several. */
function villageIn(
  town: TownId,
  mentions: readonly Mention[],
): { readonly village: string | null; readonly mention: Mention } | null {
  const named = mentions.filter((mention) => inTown(town, mention).length > 0)
  const mention =
    named.find((one) => inTown(town, one).every((option) => option.kind !== 'landmark')) ?? named[0]
  if (mention === undefined) return null
  const names = new Set(inTown(town, mention).map((option) => option.village))
  return { village: onlyOf(names), mention }
}

function onlyOf<T>(values: ReadonlySet<T>): T | null {
  const [only] = values
  return values.size === 1 ? (only ?? null) : null
}

function candidatesOf(
  towns: ReadonlySet<TownId>,
  mentions: readonly Mention[],
): readonly Candidate[] {
  return [...towns].map((town) => ({ town, village: villageIn(town, mentions)?.village ?? null }))
}

function findSpot(
  { folded, mentions }: Read,
  main: Mention | null,
  addresses: readonly Told[],
): Stretch | null {
  const [first] = addresses
  if (main === null && first !== undefined) return first
  if (main !== null) {
    const after = restAfter(folded, main, addresses) ?? spotAfter(folded, main.nameEnd, main.end)
    if (after !== null) return after
  }
  const [water] = mentions.waters
  if (water !== undefined) {
    return { start: water.start, end: spotAfter(folded, water.end, water.end)?.end ?? water.end }
  }
  const more = addresses.find(({ names }) => names.length === 0)
  return more ?? spotApart(folded, main?.end ?? 0)
}

/** A name that names no one village is part of the address: of 长安小区旁边 nothing is left out. */
function withName({ start, end, town, nameEnd }: Mention, spot: Stretch | null): Stretch | null {
  const follows = spot !== null && spot.start >= nameEnd && spot.start <= end + 1
  if (follows) return { start, end: spot.end }
  return spot === null && town === null ? { start, end } : spot
}

function evidenceOf(inside: readonly Mention[], spot: Stretch | null): readonly Evidence[] {
  const places = inside.map((mention): Evidence => {
    const landmark = mention.options.some((option) => option.kind === 'landmark')
    const rule = mention.town !== null ? 'town' : landmark ? 'landmark' : 'village'
    return { rule, span: [mention.start, mention.end] }
  })
  return spot === null ? places : [...places, { rule: 'spot', span: [spot.start, spot.end] }]
}
