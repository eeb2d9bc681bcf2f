import { expect, test } from 'vitest'
import { findBackupLoop } from './backup-loop'

/** 1 hands on to 2, 2 to 3, 3 to nobody; 7 and 8 to each other already. */
const numbers = [
  { id: 1, backupNumberId: 2 },
  { id: 2, backupNumberId: 3 },
  { id: 3, backupNumberId: null },
  { id: 7, backupNumberId: 8 },
  { id: 8, backupNumberId: 7 },
]

test.each([
  ['itself', 3, 3, [3, 3]],
  ['each other', 2, 1, [2, 1, 2]],
  ['over several', 3, 1, [3, 1, 2, 3]],
  ['none', 1, 3, null],
  ['taken away', 2, null, null],
  ['a circle that it only leads into', 3, 7, null],
  ['a new number', 4, 1, null],
  ['one that is gone', 3, 77, null],
])('%s', (_, id, backupNumberId, way) => {
  expect(findBackupLoop(numbers, { id, backupNumberId })).toEqual(way)
})
