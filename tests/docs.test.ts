import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const root = fileURLToPath(new URL('..', import.meta.url))
const decisionsFolder = 'docs/decisions'

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

/** Markdown files of a folder and the folders in it, by their paths from the root. */
function markdownIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name))
}

const documents = ['README.md', 'CHANGELOG.md', 'src/web/DESIGN.md', ...markdownIn('docs')]
const records = readdirSync(join(root, decisionsFolder)).filter((name) => name !== 'README.md')

function everyMatch(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, found = '']) => found))]
}

/** Paths as documents write them: they begin with a room and may end with a slash. */
const pathPattern =
  /(?<![\w/.-])((?:src|intents|routing|db|tests|docs|\.ci)\/[\w./-]*[\w/]|[\w.-]+\.config\.(?:js|ts)|wrangler\.toml|\.prebuild-installrc|\.env\.example|\.prettierrc\.json)/g

describe.each(documents)('%s', (path) => {
  const text = read(path)

  it('names only files that exist', () => {
    const named = everyMatch(text, pathPattern)
    expect(named.filter((name) => !existsSync(join(root, name)))).toEqual([])
  })

  it('links only to files that exist', () => {
    const links = everyMatch(text, /\]\((?!https?:|#|mailto:)([^)#\s]+)/g)
    expect(links.filter((link) => !existsSync(join(root, dirname(path), link)))).toEqual([])
  })

  it('names only scripts that package.json has', () => {
    const { scripts } = packageFile
    const named = everyMatch(text, /npm run (?:-s )?([a-z][\w:-]*)/g)
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([])
  })
})

const packageFile = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json')))

describe('the scripts of package.json', () => {
  it('run only files that exist', () => {
    const run = Object.values(packageFile.scripts).flatMap((script) =>
      everyMatch(script, /\btsx (?:watch )?(\S+\.ts)/g),
    )
    expect(run.length).toBeGreaterThan(0)
    expect(run.filter((file) => !existsSync(join(root, file)))).toEqual([])
  })

  it('are in the README when they are for people', () => {
    const forPeople = Object.keys(packageFile.scripts).filter((name) => {
      const script = packageFile.scripts[name] ?? ''
      return script.includes('src/cli/')
    })
    const told = everyMatch(read('README.md'), /npm run (?:-s )?([a-z][\w:-]*)/g)
    expect(told).toEqual(expect.arrayContaining(forPeople))
  })
})

describe('the environment', () => {
  // What the server reads: the names config.ts checks, and the one that only Workers ask for.
  const asked = [
    ...everyMatch(read('src/server/config.ts'), /^\s+([A-Z][A-Z_]+): /gm),
    ...everyMatch(read('src/server/worker.ts'), /env\['([A-Z_]+)'\]/g),
  ]
  const known = [...new Set(asked)].sort()
  const table = new Map(
    [...read('README.md').matchAll(/^\| `([A-Z][A-Z_]+)` +\| `?([^|`]*)`? *\|/gm)].map(
      ([, name = '', value = '']) => [name, value.trim()],
    ),
  )

  it('is told in full, and nothing else, by the table of the README', () => {
    expect([...table.keys()].sort()).toEqual(known)
  })

  it('is in the example file in full, and nothing else', () => {
    const lines = everyMatch(read('.env.example'), /^#?([A-Z][A-Z_]+)=/gm)
    expect(lines.sort()).toEqual(known)
  })

  it('has the defaults that the README tells', () => {
    const defaults = [
      ...read('src/server/config.ts').matchAll(/^\s+([A-Z][A-Z_]+): .*\.default\('?([^')]+)'?\)/gm),
    ]
    expect(defaults.length).toBeGreaterThan(0)
    const told = defaults.map(([, name = '']) => [name, table.get(name)])
    expect(told).toEqual(defaults.map(([, name = '', value = '']) => [name, value]))
  })
})

describe('decision records', () => {
  it('are numbered from one without gaps, each number once', () => {
    const numbers = records.map((name) => Number(/^(\d{4})-[a-z0-9-]+\.md$/.exec(name)?.[1]))
    expect(numbers.sort((a, b) => a - b)).toEqual(records.map((_, index) => index + 1))
  })

  it.each(records)('%s stands in the list', (name) => {
    expect(read(join(decisionsFolder, 'README.md'))).toContain(`](${name})`)
  })

  it.each(records)('%s carries its number and says context, decision and consequences', (name) => {
    const text = read(join(decisionsFolder, name))
    expect(text).toMatch(new RegExp(`^# ${name.slice(0, 4)}: `))
    const headings = everyMatch(text, /^## (\w+)/gm)
    expect(headings).toEqual(['Context', 'Decision', 'Consequences'])
  })

  it.each(records)('%s fits a page', (name) => {
    expect(read(join(decisionsFolder, name)).split('\n').length).toBeLessThanOrEqual(41)
  })
})
