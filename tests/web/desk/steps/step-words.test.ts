import { describe, expect, it } from 'vitest'
import type { Fields, Kind } from '#domain/ticket/kinds.ts'
import { events, steps } from '#domain/ticket/steps/index.ts'
import { stepWords } from '#domain/ticket/steps/words.ts'
import { choiceLabels } from '#web/desk/steps/choice-labels.ts'
import { commandLabels, fieldLabel, wordsOf } from '#web/desk/steps/step-words.ts'

const chinese = /\p{Script=Han}/u
const told = Object.values(stepWords).flatMap((row) => Object.keys(row.events))

/** What a path like `deadlines.solve` leads to; undefined where nothing is declared. */
function kindAt(fields: Fields, path: string): Kind | undefined {
  const [head = '', ...rest] = path.split('.')
  const kind = fields[head]
  return rest.length === 0 ? kind : kindAt(kind?.fields ?? {}, rest.join('.'))
}

/** Every kind in these fields, however deep. */
function kindsIn(fields: Fields): readonly Kind[] {
  return Object.values(fields).flatMap((kind) => [
    kind,
    ...kindsIn(kind.fields ?? {}),
    ...(kind.items === undefined ? [] : kindsIn({ items: kind.items })),
  ])
}

describe('the words of steps', () => {
  it('name every event that is declared, each once, and none besides', () => {
    expect([...told].sort()).toEqual(events.map(({ type }) => type).sort())
  })

  it.each(events.map(({ type, fields }) => [type, fields as Fields] as const))(
    'say of %s only what it holds, and all that staff wrote in it',
    (type, fields) => {
      const { lines, label, says = {} } = wordsOf(type)
      expect(label).toMatch(chinese)
      const slots = lines.flatMap((line) =>
        [...line.matchAll(/\{([\w.]+)\}/gu)].map(([, at]) => at),
      )
      for (const path of [...slots, ...Object.keys(says)]) {
        expect(kindAt(fields, path ?? ''), path).toBeDefined()
      }
      const written = Object.entries(fields).filter(([, { holds }]) => holds === 'staff')
      for (const [name] of written) expect(slots, name).toContain(name)
    },
  )

  it.each(steps.map(({ command, asks }) => [command, asks as Fields | null] as const))(
    'put the form of %s in Chinese, field by field',
    (command, asks) => {
      expect(commandLabels[command]).toMatch(chinese)
      for (const name of Object.keys(asks ?? {})) {
        expect(fieldLabel(command, name), name).toMatch(chinese)
      }
    },
  )

  it('name every value of every closed list', () => {
    const all = [...steps.map(({ input }) => input as Fields), ...events.map((one) => one.fields)]
    const lists = all.flatMap(kindsIn).filter(({ list }) => list !== undefined)
    expect(lists.length).toBeGreaterThan(10)
    for (const { list, options = [] } of lists) {
      for (const option of options) {
        expect(list && choiceLabels[list][option], `${list ?? ''} ${option}`).toMatch(/\S/u)
      }
    }
  })
})
