import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { everyMatch, read, root } from '#tests/support/papers.ts'

const readme = read('README.md')
const section = /^## 房间和箭头$([\s\S]*?)^## /m.exec(readme)?.[1] ?? ''
const [picture = '', inner = ''] = [...section.matchAll(/^```\n([\s\S]*?)^```$/gm)].map(
  ([, block = '']) => block,
)

function foldersOf(path: string): string[] {
  return readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
}

/** The rooms a big room is drawn with: the lines from its name to the next one's. */
function drawnIn(room: string): string[] {
  const lines = inner.split('\n')
  const first = lines.findIndex((line) => line.startsWith(`${room} `))
  const rest = lines.slice(first + 1)
  const next = rest.findIndex((line) => !line.startsWith(' '))
  const own = [lines[first]?.slice(room.length) ?? '', ...rest.slice(0, next)].join(' · ')
  return own
    .split('·')
    .map((part) => part.trim().split(' ')[0] ?? '')
    .filter((name) => name !== '')
    .sort()
}

describe('the picture of the house in the README', () => {
  it('shows every room of the source, and none that is not there', () => {
    const drawn = everyMatch(picture, /src\/([a-z]+)/g)
    expect(drawn.sort()).toEqual(foldersOf('src'))
  })

  it.each(['src/app', 'src/web', 'src/web/desk', 'src/cli'])(
    'shows every room in %s, and none that is not there',
    (room) => {
      expect(drawnIn(room)).toEqual(foldersOf(room))
    },
  )

  it('leaves no file of the desk, the command line or a use case between the rooms but what all of them need', () => {
    const filesOf = (path: string) =>
      readdirSync(join(root, path), { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => name)
        .sort()
    expect(filesOf('src/app')).toEqual(['ctx.ts', 'errors.ts', 'messages.ts', 'ports.ts'])
    expect(filesOf('src/web/desk')).toEqual(['pages.tsx'])
    expect(filesOf('src/cli')).toEqual(['dice.ts', 'lines.ts', 'setup.ts', 'texts.ts'])
  })
})
