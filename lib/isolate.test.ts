import { expect, test } from 'vitest'
import { isolate } from './isolate'

test.each(['', 'Blue mug', 'Caneca azul é', '💎 Ring', '+971 50 123 4567', '青い'])(
  '%j stays as it is',
  name => {
    expect(isolate(name)).toBe(name)
  },
)

test.each(['خاتم فضة', 'כוס', 'Ring خاتم'])('%j is kept apart from what follows', name => {
  expect(isolate(name)).toBe(`\u2068${name}\u2069`)
})
