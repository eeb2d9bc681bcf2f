import { expect, test } from 'vitest'
import { type TreeNode, type TreeQuery, visibleNodes, withBelow } from './visible-nodes'

function node(id: number, parent: TreeNode | null, name: string, facts: Partial<TreeNode> = {}): TreeNode {
  return {
    id,
    parentId: parent?.id ?? null,
    path: [...(parent?.path ?? []), name],
    depth: (parent?.depth ?? -1) + 1,
    products: 0,
    rule: null,
    why: 'default',
    coveredBy: null,
    number: null,
    ...facts,
  }
}

const women = node(1, null, 'Women')
const womenShoes = node(2, women, 'Shoes', { why: 'own' })
const womenBoots = node(3, womenShoes, 'Ankle boots', { why: 'covered' })
const men = node(4, null, 'Men')
const menShoes = node(5, men, 'Shoes')
const hats = node(6, men, 'Hats', {
  why: 'own',
  number: { label: 'Ána', formatted: '', isDemo: false, away: null },
})
const tree = [women, womenShoes, womenBoots, men, menShoes, hats]

function shown(query: Partial<TreeQuery>, closed: number[] = []): string[] {
  return visibleNodes(tree, { q: '', why: '', ...query }, new Set(closed)).map(
    ({ node, found, open }) => `${node.id}${found ? '' : '~'}${open === null ? '' : open ? 'v' : '>'}`,
  )
}

test.each<[Partial<TreeQuery>, number[], string[]]>([
  [{}, [], ['1v', '2v', '3', '4v', '5', '6']],
  [{}, [1], ['1>', '4v', '5', '6']],
  [{}, [2, 4], ['1v', '2>', '4>']],
  [{ q: 'shoes' }, [1], ['1~', '2', '4~', '5']],
  [{ q: 'SHOES men' }, [], ['1~', '2', '4~', '5']],
  [{ q: 'shoes wom' }, [], ['1~', '2']],
  [{ q: 'boots women' }, [], ['1~', '2~', '3']],
  [{ q: 'ana' }, [], ['4~', '6']],
  [{ q: 'nothing' }, [], []],
  [{ why: 'covered' }, [], ['1~', '2~', '3']],
  [{ why: 'own', q: 'hats' }, [], ['4~', '6']],
])('%j with %j closed', (query, closed, rows) => {
  expect(shown(query, closed)).toEqual(rows)
})

test('a category with everything below it', () => {
  expect([...withBelow(tree, new Set([1, 5]))].sort()).toEqual([1, 2, 3, 5])
})
