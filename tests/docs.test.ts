import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { everyMatch, filesIn, headingsOf, read, root } from '#tests/support/papers.ts'

const decisionsFolder = 'docs/decisions'
const documents = [
  'README.md',
  'CHANGELOG.md',
  'src/web/DESIGN.md',
  'tests/conversations/README.md',
  ...filesIn('docs', /\.md$/),
]
const records = readdirSync(join(root, decisionsFolder)).filter((name) => name !== 'README.md')
/** What people read who use or keep the house; decisions may name what is no more. */
const guides = documents.filter((path) => !path.startsWith(decisionsFolder))
const told = guides.map(read).join('\n')
const source = ['src', 'db', 'routing', 'intents']
  .flatMap((folder) => filesIn(folder, /\.(?:tsx?|js)$/))
  .map(read)
  .join('\n')

/** Paths as documents write them: they begin with a room and may end with a slash. */
const pathPattern =
  /(?<![\w/.-])((?:src|intents|routing|db|tests|docs|\.ci)\/[\w./-]*[\w/]|[\w.-]+\.config\.(?:js|ts)|wrangler\.toml|\.prebuild-installrc|\.env\.example|\.prettierrc\.json)/g

/** A heading as links name it: small letters, words joined, marks left out. */
function anchorOf(heading: string): string {
  const plain = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase()
  return plain.replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, '').replaceAll(' ', '-')
}

function leadsSomewhere(from: string, link: string): boolean {
  const [file = '', anchor] = link.split('#')
  const target = file === '' ? from : join(dirname(from), file)
  if (!existsSync(join(root, target))) return false
  return anchor === undefined || headingsOf(read(target)).map(anchorOf).includes(anchor)
}

describe.each(documents)('%s', (path) => {
  const text = read(path)

  it('names only files that exist', () => {
    const named = everyMatch(text, pathPattern)
    expect(named.filter((name) => !existsSync(join(root, name)))).toEqual([])
  })

  it('links only to files that exist, and to headings they have', () => {
    const links = everyMatch(text, /\]\((?!https?:|mailto:)([^)\s]+)/g)
    expect(links.filter((link) => !leadsSomewhere(path, link))).toEqual([])
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

  it('are told of when they are for people', () => {
    const forPeople = Object.keys(packageFile.scripts).filter((name) => {
      const script = packageFile.scripts[name] ?? ''
      return script.includes('src/cli/')
    })
    const named = everyMatch(told, /npm run (?:-s )?([a-z][\w:-]*)/g)
    expect(named).toEqual(expect.arrayContaining(forPeople))
  })

  it('know every option that the documents give them', () => {
    const commands = [...told.matchAll(/npm run (?:-s )?([a-z][\w:-]*) -- ([^#`\n]*)/g)]
    expect(commands.length).toBeGreaterThan(0)
    const unknown = commands.flatMap(([, name = '', args = '']) =>
      everyMatch(args, /(?<![\w-])--([a-z][a-z-]*)/g)
        .filter((option) => !takes(name, option))
        .map((option) => `${name} --${option}`),
    )
    expect(unknown).toEqual([])
  })
})

/** Options of drizzle-kit, which is not ours. */
const ofOthers: Readonly<Record<string, readonly string[]>> = { 'db:generate': ['name'] }

/** Whether a script's own file, or the command it hands over to, reads an option of that name. */
function takes(name: string, option: string): boolean {
  if (ofOthers[name]?.includes(option) === true) return true
  // What is given to a script goes to the last of its commands.
  const file = everyMatch(packageFile.scripts[name] ?? '', /(\S+\.ts)/g).at(-1) ?? ''
  const files = [file, file.replace(/\.ts$/, '-command.ts')].filter((one) =>
    existsSync(join(root, one)),
  )
  return files.some((one) =>
    new RegExp(`^\\s*'?${option}'?: \\{|\\b${option}: \\{ type`, 'm').test(read(one)),
  )
}

describe('the environment', () => {
  // What the server reads: the names config.ts checks, and the one that only Workers ask for.
  const asked = [
    ...everyMatch(read('src/server/config.ts'), /^\s+([A-Z][A-Z_]+): /gm),
    ...everyMatch(read('src/server/worker.ts'), /env\['([A-Z_]+)'\]/g),
  ]
  const known = [...new Set(asked)].sort()
  const table = new Map(
    [...read('docs/operate.md').matchAll(/^\| `([A-Z][A-Z_]+)` +\| `?([^|`]*)`? *\|/gm)].map(
      ([, name = '', value = '']) => [name, value.trim()],
    ),
  )

  it('is told in full, and nothing else, by the table of docs/operate.md', () => {
    expect([...table.keys()].sort()).toEqual(known)
  })

  it('is in the example file in full, and nothing else', () => {
    const lines = everyMatch(read('.env.example'), /^#?([A-Z][A-Z_]+)=/gm)
    expect(lines.sort()).toEqual(known)
  })

  it('has the defaults that the table tells', () => {
    const defaults = [
      ...read('src/server/config.ts').matchAll(/^\s+([A-Z][A-Z_]+): .*\.default\('?([^')]+)'?\)/gm),
    ]
    expect(defaults.length).toBeGreaterThan(0)
    const given = defaults.map(([, name = '']) => [name, table.get(name)])
    expect(given).toEqual(defaults.map(([, name = '', value = '']) => [name, value]))
  })
})

describe('the names in the documents', () => {
  it('of variables are those of the environment', () => {
    const named = everyMatch(told, /\b((?:HUIYING|LINE|WECHAT|WECOM|WECHATY)_[A-Z][A-Z_]*[A-Z])\b/g)
    const known = read('.env.example')
    expect(named.filter((name) => !known.includes(name))).toEqual([])
  })

  it('of pages are routes there are', () => {
    const named = everyMatch(told, /`(\/(?:desk|bureau|track|chat)[\w/-]*)`/g)
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((path) => !source.includes(`'${path}'`))).toEqual([])
  })

  it('of lines in the log are lines it has', () => {
    const logged = everyMatch(source, /\.(?:info|warn|error)\(\s*'([a-z]+\.[a-z-]+)'/g)
    const subjects = new Set(logged.map((name) => name.split('.')[0]))
    const named = everyMatch(told, /`([a-z]+\.[a-z-]+)`/g).filter((name) =>
      subjects.has(name.split('.')[0] ?? ''),
    )
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter((name) => !logged.includes(name))).toEqual([])
  })

  it('of tables are those of the database', () => {
    const [stored = ''] = read('docs/data.md').split('\n## ').slice(1)
    const named = [...stored.matchAll(/表 ((?:`[a-z_]+`、?)+)/g)].flatMap(([, names = '']) =>
      everyMatch(names, /`([a-z_]+)`/g),
    )
    const schemas = `${read('db/schema.ts')}${read('db/search-schema.ts')}`
    const tables = everyMatch(schemas, /sqliteTable\(\s*'([a-z_]+)'/g)
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((name) => !tables.includes(name))).toEqual([])
  })
})

describe('the README', () => {
  it('is short enough to be read', () => {
    expect(Buffer.byteLength(read('README.md'))).toBeLessThanOrEqual(10 * 1024)
  })

  it('leads to every guide', () => {
    const page = read('README.md')
    const papers = filesIn('docs', /^[\w-]+\.md$/)
    expect(papers.length).toBeGreaterThan(5)
    expect(papers.filter((path) => !page.includes(`](${path}`))).toEqual([])
  })
})

describe('the licence', () => {
  it('is named alike everywhere', () => {
    const { license } = z.object({ license: z.string() }).parse(JSON.parse(read('package.json')))
    expect(license).toBe('Apache-2.0')
    expect(read('LICENSE')).toMatch(/Apache License\s+Version 2\.0/)
    expect(read('README.md')).toContain('](LICENSE)')
  })

  it('comes with a notice of every production dependency under another than the usual ones', () => {
    const notice = read('NOTICE')
    const usual = /^(?:MIT|MIT-0|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|Unlicense|BlueOak-1\.0\.0)$/
    const { packages } = lockFile.parse(JSON.parse(read('package-lock.json')))
    const others = Object.entries(packages).flatMap(([path, { license, dev, devOptional }]) => {
      if (!path.includes('node_modules/') || dev === true || devOptional === true) return []
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
      return license === undefined || usual.test(license) ? [] : [familyOf(name)]
    })
    expect(others).toContain('libheif-js')
    expect([...new Set(others)].filter((name) => !notice.includes(name))).toEqual([])
  })
})

const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      license: z.string().optional(),
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional(),
    }),
  ),
})

/** A package without the platform it is built for. */
function familyOf(name: string): string {
  return name.replace(/-(?:darwin|linux|linuxmusl|win32|android|freebsd|wasm32)\b.*$/, '')
}

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
