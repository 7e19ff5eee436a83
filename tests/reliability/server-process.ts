import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The real server in a process of its own. */
export type ServerProcess = {
  readonly url: string
  readonly pid: number
  /** Everything it printed so far. */
  readonly printed: () => string
  readonly signal: (name: NodeJS.Signals) => void
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>
}

/** Starts `src/server/node.ts` with nothing but this environment; resolves when it serves. */
export async function startProcess(
  environment: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  // Not the `tsx` command: it would start the server as a child of its own, which SIGKILL does not reach.
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/server/node.ts'], {
    cwd: root,
    env: { PATH: process.env['PATH'], HUIYING_HOST: '127.0.0.1', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed: string[] = []
  child.stderr.on('data', (chunk: Buffer) => printed.push(chunk.toString()))
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('exit', (code, signal) => {
      resolve(code ?? signal)
    })
  })
  const url = await servingAt(child, printed, ended)
  return {
    url,
    pid: child.pid ?? 0,
    printed: () => printed.join(''),
    signal: (name) => child.kill(name),
    ended,
  }
}

async function servingAt(
  child: ChildProcess,
  printed: string[],
  ended: Promise<unknown>,
): Promise<string> {
  const found = new Promise<string>((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      printed.push(chunk.toString())
      const url = /(http:\/\/[^/\s]+)\/api\/v1/.exec(printed.join(''))?.[1]
      if (url !== undefined) resolve(url)
    })
  })
  const died = ended.then((how) => {
    throw new Error(`ended with ${String(how)} before it served:\n${printed.join('')}`)
  })
  return Promise.race([found, died])
}
