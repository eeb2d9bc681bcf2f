import { db } from '../../db'
import { formatNumber } from '../../whatsapp/number'
import { buildCategoryPaths } from '../category-paths'
import { listRules } from '../rules'
import { headings, pathKey, writeCell, writePath } from './cells'

/** Every rule of a live category as a file that can be edited and imported again. UTF-8 with a mark, for Excel. */
export async function exportRules(): Promise<string> {
  const [rules, shared] = await Promise.all([listRules(), findSharedPaths()])
  const rows = rules
    .filter(({ state }) => state !== 'category_archived')
    .map(({ path, category, number, coversSubcategories, pausedAt }) => [
      writePath({ path, id: shared.has(pathKey(path)) ? category.id : null }),
      // Without the +, which a spreadsheet would calculate; with its spaces, so that it stays a text.
      formatNumber(number.digits).replace(/^\+/, ''),
      number.label,
      coversSubcategories ? 'yes' : 'no',
      pausedAt ? 'yes' : 'no',
    ])
  const lines = [Object.values(headings), ...rows].map(cells => cells.map(writeCell).join(','))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

/** Paths that several live categories have: a file must name those by their ids, too. */
async function findSharedPaths(): Promise<Set<string>> {
  const categories = await db().category.findMany({
    select: { id: true, name: true, parentId: true, archivedAt: true },
  })
  const paths = buildCategoryPaths(categories)
  const seen = new Set<string>()
  const shared = new Set<string>()
  for (const { id, archivedAt } of categories) {
    const key = pathKey(paths.get(id) ?? [])
    if (archivedAt === null) (seen.has(key) ? shared : seen).add(key)
  }
  return shared
}
