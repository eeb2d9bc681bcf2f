import { expect, test } from 'vitest'
import { buildCategoryPaths } from './category-paths'

test('names from the root down', () => {
  const paths = buildCategoryPaths([
    { id: 3, name: 'T-shirts', parentId: 2 },
    { id: 2, name: 'Clothing', parentId: 1 },
    { id: 1, name: 'All', parentId: null },
  ])
  expect(paths.get(3)).toEqual(['All', 'Clothing', 'T-shirts'])
  expect(paths.get(1)).toEqual(['All'])
})

test('a missing parent or a loop ends the path', () => {
  const paths = buildCategoryPaths([
    { id: 1, name: 'Orphan', parentId: 99 },
    { id: 2, name: 'Hen', parentId: 3 },
    { id: 3, name: 'Egg', parentId: 2 },
  ])
  expect(paths.get(1)).toEqual(['Orphan'])
  expect(paths.get(2)).toEqual(['Egg', 'Hen'])
})
