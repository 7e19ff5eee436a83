import { expect, it } from 'vitest'
import { makeTrackLimit } from '#app/tools/track-limit.ts'

const number = 'MY20261123-00001-5'

it('One address with a hundred and ten wrong codes shuts nobody else out', () => {
  const mayTry = makeTrackLimit()
  const tries = Array.from({ length: 110 }, () => mayTry('203.0.113.7', number, 0))
  expect(tries.filter((one) => one !== null)).toHaveLength(20)
  for (let n = 0; n < 100; n += 1) {
    const tried = mayTry('198.51.100.1', number, 0)
    expect(tried).not.toBeNull()
    tried?.right()
  }
})

it('Many addresses with wrong codes leave whoever has not been wrong one try each', () => {
  const mayTry = makeTrackLimit()
  for (let n = 0; n < 40; n += 1) {
    for (let tries = 0; tries < 20; tries += 1) mayTry(`203.0.113.${String(n)}`, number, 0)
  }
  const citizen = mayTry('198.51.100.1', number, 0)
  citizen?.right()
  expect(citizen).not.toBeNull()
  expect(mayTry('198.51.100.2', number, 0)).not.toBeNull()
  expect(mayTry('198.51.100.2', number, 0)).toBeNull()
})

it('Wrong codes at once are counted before any of them is looked at', () => {
  const mayTry = makeTrackLimit()
  const all = Array.from({ length: 500 }, () => mayTry('203.0.113.7', number, 0))
  expect(all.filter((one) => one !== null)).toHaveLength(20)
})

it('Right codes are slowed by address alone, never for the number', () => {
  const mayTry = makeTrackLimit()
  for (let n = 0; n < 300; n += 1) {
    const tried = mayTry(`198.51.100.${String(n % 100)}`, number, 0)
    expect(tried).not.toBeNull()
    tried?.right()
  }
})

it('Calls from an address that is unknown count as one address', () => {
  const mayTry = makeTrackLimit()
  const all = Array.from({ length: 30 }, () => mayTry(null, number, 0))
  expect(all.filter((one) => one !== null)).toHaveLength(20)
})
