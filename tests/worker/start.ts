import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Miniflare } from 'miniflare'

const root = fileURLToPath(new URL('../..', import.meta.url))
const wrangler = join(root, 'node_modules/wrangler/bin/wrangler.js')

/** A worker that runs, as it would be deployed. */
export type RunningWorker = {
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>
  /** The minute's cron, once. */
  readonly ring: () => Promise<void>
  /** Size of the bundle in bytes. */
  readonly size: number
  readonly stop: () => Promise<void>
}

/** What wrangler.toml says under a key. */
function setting(name: string): string {
  const file = readFileSync(join(root, 'wrangler.toml'), 'utf8')
  const found = new RegExp(`^${name} = "([^"]+)"`, 'm').exec(file)?.[1]
  if (found === undefined) throw new Error(`wrangler.toml has no ${name}`)
  return found
}

function runWrangler(...given: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, CI: '1', WRANGLER_SEND_METRICS: 'false' }
    const started = spawn(process.execPath, [wrangler, ...given], { cwd: root, env })
    let said = ''
    const listen = (data: Buffer) => (said += data.toString())
    started.stdout.on('data', listen)
    started.stderr.on('data', listen)
    started.once('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(said))
    })
  })
}

/** Bundles with wrangler, migrates a local D1 with wrangler, runs both in workerd with these settings. */
export async function startWorker(
  bindings: Readonly<Record<string, string>>,
): Promise<RunningWorker> {
  const folder = mkdtempSync(join(tmpdir(), 'huiying-worker-'))
  const state = join(folder, 'state')
  await Promise.all([
    runWrangler('deploy', '--dry-run', '--outdir', join(folder, 'bundle')),
    runWrangler('d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', state),
  ])
  const script = join(folder, 'bundle', 'worker.js')
  const miniflare = new Miniflare({
    name: 'huiying',
    modulesRoot: join(folder, 'bundle'),
    modules: [{ type: 'ESModule', path: script }],
    compatibilityDate: setting('compatibility_date'),
    compatibilityFlags: ['nodejs_compat'],
    d1Databases: { DB: setting('database_id') },
    d1Persist: join(state, 'v3/d1'),
    r2Buckets: ['FILES'],
    r2Persist: join(state, 'v3/r2'),
    images: { binding: 'IMAGES' },
    assets: {
      directory: join(root, setting('directory')),
      binding: 'ASSETS',
      routerConfig: { has_user_worker: true, invoke_user_worker_ahead_of_assets: true },
    },
    bindings,
  })
  const address = await miniflare.ready
  return {
    fetch: (path, init) => fetch(new URL(path, address), init),
    ring: async () => {
      const worker = await miniflare.getWorker()
      await worker.scheduled({ cron: '* * * * *' })
    },
    size: readFileSync(script).length,
    stop: async () => {
      await miniflare.dispose()
      rmSync(folder, { recursive: true })
    },
  }
}
