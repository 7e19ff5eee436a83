import { describe, expect, it } from 'vitest'
import { categories } from '#intents/categories/index.ts'
import { limits } from '#routing/limits.ts'
import type { Standing } from '#domain/ticket/declare.ts'
import { exclusionGrounds, returnReasons } from '#domain/ticket/events.ts'
import { roles } from '#domain/roles.ts'
import { settings } from '#domain/ticket/settings.ts'
import { statuses } from '#domain/ticket/status.ts'
import { steps } from '#domain/ticket/steps/index.ts'
import { everyMatch, filesIn, headingsOf, read, rowsOf, sectionOf } from '#tests/support/papers.ts'

/** The rulebook as people read it, beside the rules as the house follows them. */
const mechanism = read('docs/mechanism.md')
const conversation = read('docs/conversation.md')

function idsOf(heading: string): string[] {
  const [, , ...rows] = rowsOf(sectionOf(mechanism, heading))
  return rows.map(([id = '']) => id)
}

describe('what comments cite', () => {
  /** Comments of a file, each on one line. */
  const commentsIn = (path: string) =>
    everyMatch(read(path), /(\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$)/gm).map((comment) =>
      comment.replace(/\s*\n\s*\*?\s*/g, ' '),
    )
  const files = ['intents', 'routing', 'src', 'db', 'tests'].flatMap((folder) =>
    filesIn(folder, /\.tsx?$/),
  )
  const comments = files.flatMap((path) => commentsIn(path).map((text) => ({ path, text })))
  const cite = (pattern: RegExp) =>
    comments.flatMap(({ path, text }) =>
      everyMatch(text, pattern).map((name) => ({ path, name: name.trim() })),
    )

  it('of the rulebook stands in it as a heading', () => {
    const names = new Set(
      headingsOf(mechanism).flatMap((heading) => everyMatch(heading, /\((.+)\)$/g)),
    )
    const cited = [
      ...cite(/\b[Rr]ulebook(?:,|'s) "([^"]+)"/g),
      ...cite(/\b[Rr]ulebook, ([A-Z][\w -]*)/g),
    ]
    expect(cited.length).toBeGreaterThan(20)
    expect(cited.filter(({ name }) => !names.has(name))).toEqual([])
  })

  it('of how the bot talks stands there as a rule', () => {
    const numbers = new Set(
      headingsOf(conversation).flatMap((heading) => everyMatch(heading, /^(\d+)\. /g)),
    )
    const cited = cite(/\brule (\d+)\b/g)
    expect(cited.length).toBeGreaterThan(5)
    expect(cited.filter(({ name }) => !numbers.has(name))).toEqual([])
  })
})

describe('the rulebook', () => {
  it('tells every status', () => {
    expect(idsOf('工单的一生').slice(0, statuses.length)).toEqual(statuses)
  })

  it('tells every role', () => {
    const told = rowsOf(sectionOf(mechanism, '人和单位')).slice(2)
    expect(told.map(([, id]) => id).sort()).toEqual([...roles].sort())
  })

  it('tells every step, and who may take it', () => {
    const rows = rowsOf(sectionOf(mechanism, '谁能做哪一步')).slice(2)
    expect(rows.map(([command]) => command).sort()).toEqual(
      steps.map(({ command }) => command).sort(),
    )
    const unsaid = steps.flatMap(({ command, by }) => {
      const who = rows.find(([id]) => id === command)?.at(-1) ?? ''
      return by
        .filter((standing) => !standingWords[standing].some((word) => who.includes(word)))
        .map((standing) => `${command}: ${standing}`)
    })
    expect(unsaid).toEqual([])
  })

  it('tells how long every clock runs', () => {
    const rows = rowsOf(sectionOf(mechanism, '时限')).slice(2)
    const told = limits.map(({ clock, minutes, setting }) => {
      const { urgent, fast, general, complex } = minutes
      const long = [urgent, fast, general, complex].map((many) => inWords(many * minute))
      return [clock, ...long, setting ? '设定' : '报道']
    })
    const found = told.map(([clock]) => rows.find(([id]) => id === clock) ?? [])
    expect(found.map(([id, , ...rest]) => [id, ...rest])).toEqual(told)
  })

  it('tells why a ticket may be given back, and left out of the rates', () => {
    expect(idsOf('退单')).toEqual(returnReasons)
    expect(idsOf('剔除')).toEqual(exclusionGrounds)
  })

  it('tells every setting and its value, and no other', () => {
    const told = rowsOf(sectionOf(mechanism, '全部设定')).slice(2)
    expect(told.map(([name, value]) => [name, value])).toEqual(
      leavesOf(settings).map(([name, value]) => [name, valueInWords(name, value)]),
    )
  })
})

describe('where a category ends', () => {
  it('is told of every category', () => {
    const named = everyMatch(read('docs/categories.md'), /`([a-z-]+)`/g)
    expect(categories.map(({ id }) => id).filter((id) => !named.includes(id))).toEqual([])
  })
})

const standingWords: Readonly<Record<Standing, readonly string[]>> = {
  'its-citizen': ['市民'],
  handler: ['主办'],
  participant: ['协办'],
  'called-unit': ['被叫的单位'],
  whistler: ['吹哨的镇街'],
  conferee: ['会商单位'],
  dispatcher: ['派单员'],
  operator: ['坐席'],
  inspector: ['督办人'],
  administrator: ['管理员'],
  system: ['系统'],
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** A length of time as the tables write it: days from two on, or where hours would be clumsy. */
function inWords(ms: number): string {
  if (ms % day === 0 && ms > day) return `${String(ms / day)} 天`
  return ms % hour === 0 ? `${String(ms / hour)} 小时` : `${String(ms / minute)} 分钟`
}

function leavesOf(node: object, path = ''): [string, unknown][] {
  return Object.entries(node).flatMap(([name, value]: [string, unknown]): [string, unknown][] => {
    const here = path === '' ? name : `${path}.${name}`
    const inner = typeof value === 'object' && value !== null && !Array.isArray(value)
    return inner ? leavesOf(value, here) : [[here, value]]
  })
}

function valueInWords(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((one) => valueInWords(name, one)).join('、')
  if (!/Ms\b/.test(name)) return String(value)
  return value === day ? '1 天' : inWords(Number(value))
}
