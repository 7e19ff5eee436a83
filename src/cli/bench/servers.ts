import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'

export type Server = {
  readonly url: string
  /** What it has written to disk since its start, bytes; 0 where the system does not tell. */
  readonly written: () => number
  readonly stop: () => Promise<void>
}

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))

export type Program = {
  readonly file: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Where its profile of processor time goes; left out: none is made. */
  readonly profile?: string | undefined
}

/** Starts a program that prints where it listens. */
export async function startServer({ file, args = [], env, profile }: Program): Promise<Server> {
  const profiling = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]
  const child = spawn(process.execPath, [...profiling, '--import', 'tsx', here(file), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await firstUrl(child)
  return {
    url,
    written: () => writtenBy(child),
    stop: async () => {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

function firstUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    child.once('exit', () => {
      reject(new Error(`the server ended before it listened: ${printed}`))
    })
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? []
      if (url !== undefined) resolve(url)
    })
  })
}

function writtenBy({ pid }: ChildProcess): number {
  try {
    const told = readFileSync(`/proc/${String(pid)}/io`, 'utf8')
    return Number(/^write_bytes: (\d+)$/m.exec(told)?.[1] ?? 0)
  } catch {
    return 0
  }
}

/** LINE on this machine: takes everything at once, and counts the calls. */
export async function startLine(): Promise<{
  readonly url: string
  readonly calls: () => number
  readonly close: () => void
}> {
  let calls = 0
  const server = createServer((call, answer) => {
    call.resume()
    call.once('end', () => {
      calls += 1
      answer.setHeader('content-type', 'application/json')
      answer.end('{"sentMessages":[]}')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // Safe because it listens on a port.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${String(port)}`,
    calls: () => calls,
    close: () => server.close(),
  }
}
