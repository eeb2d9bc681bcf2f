import { formatNumber } from '../../whatsapp/number'
import { listRules } from '../rules'
import { headings, writeCell, writePath } from './cells'

/** Every rule of a live category as a file that can be edited and imported again. UTF-8 with a mark, for Excel. */
export async function exportRules(): Promise<string> {
  const rules = await listRules()
  const rows = rules
    .filter(({ state }) => state !== 'category_archived')
    .map(({ path, number, coversSubcategories, pausedAt }) => [
      writePath(path),
      // Without the +, which a spreadsheet would calculate; with its spaces, so that it stays a text.
      formatNumber(number.digits).replace(/^\+/, ''),
      number.label,
      coversSubcategories ? 'yes' : 'no',
      pausedAt ? 'yes' : 'no',
    ])
  const lines = [Object.values(headings), ...rows].map(cells => cells.map(writeCell).join(','))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}
