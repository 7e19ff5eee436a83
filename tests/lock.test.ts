import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

type Locked = {
  readonly resolved?: string
  readonly dev?: boolean
  readonly devOptional?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

// Safe because npm writes it in this form.
const { packages } = JSON.parse(
  readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'),
) as { readonly packages: Readonly<Record<string, Locked>> }

const names = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')))

it('The lock file holds the packages of every platform, so that npm ci works on each', () => {
  const optional = Object.values(packages).flatMap((one) =>
    Object.keys(one.optionalDependencies ?? {}),
  )
  expect(optional.length).toBeGreaterThan(50)
  expect(optional.filter((name) => !names.has(name))).toEqual([])
})

it('The lock file names no address packages came from: each machine uses its own registry', () => {
  expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([])
})

it('What runs the house carries nothing of the bot that most do not have', () => {
  const inProduction = Object.entries(packages)
    .filter(([, { dev, devOptional }]) => dev !== true && devOptional !== true)
    .map(([path]) => path.replace(/^.*node_modules\//, ''))
  expect(inProduction.length).toBeGreaterThan(30)
  const ofBot = /^(?:wechaty|memory-card|flash-store|leveldown|level|request|wechat4u|@chatie\/)/
  expect(inProduction.filter((name) => ofBot.test(name))).toEqual([])
})
