import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { ReadingChoices } from '@/lib/catalog/import/choices'
import { type ColumnMap, type ImportField, importFields } from '@/lib/catalog/import/columns'
import type { PriceStyle } from '@/lib/catalog/import/price-style'

const labels: Record<ImportField, string> = {
  id: 'ID',
  type: 'Type',
  sku: 'SKU',
  name: 'Name',
  published: 'Published',
  saleFrom: 'Sale starts',
  saleUntil: 'Sale ends',
  salePrice: 'Sale price',
  regularPrice: 'Regular price',
  categories: 'Categories',
  images: 'Images',
  parent: 'Parent',
  externalUrl: 'External URL',
  url: 'Product page',
}

type ColumnsFormProps = {
  header: string[]
  columns: ColumnMap
  choices: ReadingChoices
  style: PriceStyle | null
  open?: boolean
}

/** Which column is which and how prices are written, to be corrected; a plain form whose answer is a new preview. */
export function ColumnsForm({ header, columns, choices, style, open = false }: ColumnsFormProps) {
  const options = [
    { value: 'none', label: 'Not in this file' },
    ...header.map((name, index) => ({ value: String(index), label: name || `Column ${index + 1}` })),
  ]
  return (
    <Card>
      <details open={open}>
        <summary className="cursor-pointer font-semibold">How the file is read</summary>
        <form className="mt-4">
          <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
            {importFields.map(field => (
              <Field key={field} label={labels[field]}>
                <Select
                  name={`column.${field}`}
                  defaultValue={String(columns.fields[field]?.index ?? 'none')}
                  options={options}
                />
              </Field>
            ))}
            <Field label="Decimal mark of prices">
              <Select
                name="decimal"
                defaultValue={choices.decimalMark ?? ''}
                options={[
                  {
                    value: '',
                    label: describeMark(style),
                  },
                  { value: '.', label: 'Point: 1,234.56' },
                  { value: ',', label: 'Comma: 1.234,56' },
                ]}
              />
            </Field>
          </div>
          <Button type="submit" className="mt-5">
            Read the file again
          </Button>
        </form>
      </details>
    </Card>
  )
}

function describeMark(style: PriceStyle | null): string {
  if (!style || style.by === 'chosen') return 'Find out'
  const mark = style.mark === ',' ? 'comma' : 'point'
  return style.by === 'certain' || style.by === 'plain' ? `Found out: ${mark}` : `Assumed: ${mark}`
}
