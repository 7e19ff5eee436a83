import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/** The browser to test with: CHROMIUM names it, else the first known name on PATH; null when there is none. */
export function findChromium(env: NodeJS.ProcessEnv): string | null {
  const given = env['CHROMIUM']
  if (given !== undefined && given !== '') return given
  const folders = (env['PATH'] ?? '').split(delimiter)
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return paths.find(isProgram) ?? null
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
