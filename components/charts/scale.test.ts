import { describe, expect, it } from 'vitest'
import { buildScale } from './scale'

describe('scale', () => {
  it.each([
    [0, [0, 1, 2]],
    [1, [0, 1, 2]],
    [3, [0, 1, 2, 3]],
    [4, [0, 2, 4]],
    [7, [0, 5, 10]],
    [74, [0, 25, 50, 75]],
    [100, [0, 50, 100]],
    [48_210, [0, 20_000, 40_000, 60_000]],
  ])('up to %i puts ticks at %j', (largest, ticks) => {
    expect(buildScale(largest)).toEqual({ max: ticks.at(-1), ticks })
  })
})
