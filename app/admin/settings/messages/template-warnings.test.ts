import { expect, test } from 'vitest'
import { defaultTemplates } from '@/lib/whatsapp/templates'
import { templateWarnings } from './template-warnings'

test.each([
  ['product', defaultTemplates.product, []],
  ['cart', '{items} for {nobody}', ['{nobody} is not filled in on this page.']],
  ['cart', 'Total: {total}', ['Without {items} nobody can see what was ordered.']],
  ['floating', 'Hi 👋', ['Emoji often reach WhatsApp on a computer as �. Plain words always arrive.']],
  ['floating', 'Call me: 5 * 3 #1', []],
] as const)('%s %j', (pageType, template, warnings) => {
  expect(templateWarnings(template, pageType)).toEqual(warnings)
})
