import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** A file's text, by its path from the root. */
export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

/** Files of a folder and the folders in it whose names end so, by their paths from the root. */
export function filesIn(folder: string, ending: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name))
}

export function everyMatch(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, found = '']) => found))]
}

export function headingsOf(markdown: string): string[] {
  const withoutCode = markdown.replace(/^```[\s\S]*?^```/gm, '')
  return [...withoutCode.matchAll(/^#{1,6} +(.+)$/gm)].map(([, heading = '']) => heading.trim())
}

/** Rows of all tables, each as its cells; code marks left out. */
export function rowsOf(markdown: string): string[][] {
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    )
}

/** What stands between a heading that begins so and the next one of the same rank or higher. */
export function sectionOf(markdown: string, heading: string): string {
  const lines = markdown.split('\n')
  const from = lines.findIndex((line) => line.replace(/^#+ /, '').startsWith(heading))
  if (from < 0) throw new Error(`no heading ${heading}`)
  const rank = /^#+/.exec(lines[from] ?? '')?.[0].length ?? 1
  const rest = lines.slice(from + 1)
  const to = rest.findIndex((line) => new RegExp(`^#{1,${String(rank)}} `).test(line))
  return rest.slice(0, to < 0 ? undefined : to).join('\n')
}
