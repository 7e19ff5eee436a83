import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openApi } from './api-world.ts'

type Operation = {
  readonly summary?: string
  readonly operationId?: string
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
  readonly responses?: Readonly<Record<string, { readonly description?: string }>>
  readonly security?: readonly unknown[]
}
type Document = {
  readonly openapi: string
  readonly info: { readonly title: string; readonly version: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

const methods = ['get', 'post', 'put', 'patch', 'delete']
const prefix = '/api/v1'

async function read() {
  const { app, anybody } = await openApi()
  const { status, body } = await anybody.get('/openapi.json')
  expect(status).toBe(200)
  const document = body as Document // safe because each test looks at what it relies on
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  )
  return { app, document, operations }
}

describe('The OpenAPI document', () => {
  it('is OpenAPI 3.1 with a title, a version and the bearer scheme', async () => {
    const { document } = await read()
    expect(document.openapi).toMatch(/^3\.1\./)
    expect(document.info.title).not.toBe('')
    expect(document.components['securitySchemes']).toHaveProperty('bearer')
  })

  it('says of every operation what it is for and what it answers', async () => {
    const { operations } = await read()
    expect(operations.length).toBeGreaterThan(10)
    for (const { path, method, operation } of operations) {
      expect(methods, path).toContain(method)
      expect(operation.summary, path).toMatch(/\p{Script=Han}/u)
      const responses = Object.values(operation.responses ?? {})
      expect(responses.length, path).toBeGreaterThan(0)
      expect(responses.every((response) => response.description !== undefined)).toBe(true)
    }
  })

  it('declares every parameter that stands in a path', async () => {
    const { operations } = await read()
    for (const { path, operation } of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
      const declared = (operation.parameters ?? []).filter((one) => one.in === 'path')
      expect(declared.map((one) => one.name).sort(), path).toEqual(named.sort())
    }
  })

  it('refers to nothing that is not in it', async () => {
    const { document } = await read()
    const references = JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)
    for (const [reference, kind = '', name = ''] of references) {
      expect(document.components[kind]?.[name], reference).toBeDefined()
    }
  })

  it('describes every route the app serves, and no other', async () => {
    const { app, operations } = await read()
    const served = app.routes
      .filter(
        ({ method, path }) => path.startsWith(prefix) && methods.includes(method.toLowerCase()),
      )
      .map(({ method, path }) => `${method.toLowerCase()} ${path.slice(prefix.length)}`)
      .filter((route) => route !== 'get /openapi.json')
    const described = operations.map(
      ({ method, path }) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
    )
    expect([...new Set(served)].sort()).toEqual(described.sort())
  })

  it('asks for a token exactly where the app does', async () => {
    const { app, operations } = await read()
    for (const { path, method, operation } of operations) {
      const url = `${prefix}${path.replace(/\{\w+\}/g, 'x')}`
      const { status } = await app.request(url, { method: method.toUpperCase() })
      expect(status === 401, path).toBe((operation.security ?? []).length > 0)
    }
  })
})

it('The OpenAPI document passes the recommended rules of a linter that others use', async () => {
  const { document, operations } = await read()
  const ids = operations.map(({ operation }) => operation.operationId)
  expect(new Set(ids).size).toBe(operations.length)
  const folder = mkdtempSync(join(tmpdir(), 'huiying-openapi-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  const path = join(folder, 'openapi.json')
  writeFileSync(path, JSON.stringify(document))
  const packageFile = createRequire(import.meta.url).resolve('@redocly/cli/package.json')
  const command = join(dirname(packageFile), 'bin', 'cli.js')
  const found = execFileSync(
    process.execPath,
    [command, 'lint', path, '--extends', 'recommended', '--format', 'json'],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    },
  )
  // Safe because the linter's JSON says so.
  const report = JSON.parse(found) as { readonly totals: object }
  expect(report.totals).toEqual({ errors: 0, warnings: 0, ignored: 0 })
})
