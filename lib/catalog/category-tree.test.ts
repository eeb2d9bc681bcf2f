import { expect, test } from 'vitest'
import { findSubtree, flattenTree } from './category-tree'

const tree = [
  { id: 1, parentId: null },
  { id: 2, parentId: null },
  { id: 3, parentId: 1 },
  { id: 4, parentId: 3 },
  { id: 5, parentId: 1 },
  { id: 6, parentId: 99 },
]

test('depth first, siblings in the given order; one whose parent is missing stands at the root', () => {
  expect(flattenTree(tree).map(({ id, depth, first, last }) => [id, depth, first, last])).toEqual([
    [1, 0, true, false],
    [3, 1, true, false],
    [4, 2, true, true],
    [5, 1, false, true],
    [2, 0, false, false],
    [6, 0, false, true],
  ])
})

test('a branch is the category and everything below it', () => {
  expect([...findSubtree(tree, 1)].sort()).toEqual([1, 3, 4, 5])
  expect([...findSubtree(tree, 2)]).toEqual([2])
  expect(findSubtree(tree, 42).size).toBe(0)
})

test('a circle in the data ends', () => {
  const circle = [
    { id: 1, parentId: 2 },
    { id: 2, parentId: 1 },
  ]
  expect([...findSubtree(circle, 1)].sort()).toEqual([1, 2])
})
