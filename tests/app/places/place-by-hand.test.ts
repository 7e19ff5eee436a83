import { describe, expect, it } from 'vitest'
import { placeByHand } from '#app/places/place-by-hand.ts'

const town = '110118002'

describe('A village that staff typed', () => {
  it.each([
    ['果园西里', null, '果园西里', null],
    ['果园西里', '南门', '果园西里', '南门'],
    ['王芳家', '东墙外', null, '王芳家 东墙外'],
    ['果园西里7号楼3单元502', null, '果园西里', '7号楼3单元502'],
    [null, '东墙外', null, '东墙外'],
  ])('%s with the spot %s is village %s and spot %s', (village, spot, name, rest) => {
    expect(placeByHand({ town, village, spot })).toEqual({ town, village: name, spot: rest })
  })
})
