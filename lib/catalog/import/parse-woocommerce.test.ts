import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type ParsedFile, type ParseOptions, parseWooCommerce } from './parse-woocommerce'

const now = new Date('2026-06-15T12:00:00Z')
const sample = readFileSync(new URL('./fixtures/woocommerce-sample-products.csv', import.meta.url))

async function parse(file: string | Uint8Array, options: Partial<ParseOptions> = {}): Promise<ParsedFile> {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file
  const parsed = await parseWooCommerce(bytes, { currency: 'USD', now, ...options })
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed
}

const header = 'ID,Type,SKU,Name,Published,Sale price,Regular price,Categories,Images,Parent'

test('the sample export reads without a single refusal', async () => {
  const { rows, refused, notes, assumptions } = await parse(sample)
  expect({ refused, notes, assumptions }).toEqual({ refused: [], notes: [], assumptions: [] })
  expect(rows).toHaveLength(24)
  expect(rows.find(row => row.id === 745)).toMatchObject({
    line: 5,
    kind: 'product',
    sku: 'cc-beanie',
    name: 'Beanie',
    price: '18',
    categories: [['Clothing', 'Accessories']],
    imageUrl: 'https://classiccommerce.cc/wp-content/downloads/sample-data-images/beanie.png',
  })
  expect(rows.find(row => row.id === 758)).toMatchObject({
    kind: 'variation',
    parent: { sku: 'cc-hoodie' },
    attributes: 'Red, No',
    categories: [],
  })
})

test.each([
  [
    'Brazil',
    'ID,Tipo,SKU,Nome,Publicado,Preço promocional,Preço,Categorias,Imagens,Ascendente',
    'Valores do atributo 1',
  ],
  [
    'Portugal',
    'ID,Tipo,REF,Nome,Publicado,Preço promocional,Preço normal,Categorias,Imagens,Pai',
    'Atributo 1 valor(es)',
  ],
  [
    'Spain',
    'ID,Tipo,SKU,Nombre,Publicado,Precio rebajado,Precio normal,Categorías,Imágenes,Superior',
    'Valor(es) del atributo 1',
  ],
  [
    'France',
    'ID,Type,UGS,Nom,Publié,Tarif promo,Tarif régulier,Catégories,Images,Parent',
    'Valeur(s) de l’attribut 1 ',
  ],
  [
    'Germany',
    'ID,Typ,Artikelnummer,Name,Veröffentlicht,Angebotspreis,Regulärer Preis,Kategorien,Bilder,Übergeordnetes Produkt',
    'Attribut 1 Wert(e)',
  ],
  [
    'Italy',
    'ID,Tipo,COD,Nome,Pubblicato,Prezzo in offerta,Prezzo di listino,Categorie,Immagine,Genitore',
    'Attributo 1 valuta(e)',
  ],
  [
    'the Netherlands',
    'ID,Type,Artikelnummer,Naam,Gepubliceerd,Actieprijs,Reguliere prijs,Categorieën,Afbeeldingen,Hoofd',
    'Waarde eigenschap 1',
  ],
])('headers of %s', async (_, names, attribute) => {
  const { rows, columns } = await parse(
    `${names},${attribute}\n7,variable,P,Shoe,1,,,"A > B",https://x.test/1.jpg,,"Red, Blue"\n8,variation,V,Shoe - Red,1,5,9,,,id:7,Red\n`,
  )
  expect(Object.values(columns.fields).every(column => column.by === 'name')).toBe(true)
  expect(rows[0]).toMatchObject({
    id: 7,
    kind: 'product',
    sku: 'P',
    categories: [['A', 'B']],
    imageUrl: 'https://x.test/1.jpg',
  })
  expect(rows[1]).toMatchObject({
    id: 8,
    kind: 'variation',
    parent: { id: 7 },
    price: '5',
    attributes: 'Red',
  })
})

test('a language we don’t know: the columns are found by their place, and the merchant is told', async () => {
  const names = Array.from({ length: 40 }, (_, index) => `sloupec ${index}`)
  const row = (values: Record<number, string>) => names.map((_, index) => values[index] ?? '').join(',')
  const lines = [
    row({
      0: '5',
      1: 'simple',
      2: 'S5',
      3: 'Bota',
      4: '1',
      24: '8',
      25: '10',
      26: 'Obuv > Boty',
      29: 'https://x.test/5.jpg',
    }),
    row({
      0: '6',
      1: 'variation',
      2: 'S6',
      3: 'Bota - 42',
      4: '1',
      25: '10',
      29: 'https://x.test/6.jpg',
      32: 'id:5',
    }),
  ]
  const { rows, assumptions } = await parse([names.join(','), ...lines].join('\n'))
  expect(rows[0]).toMatchObject({
    id: 5,
    sku: 'S5',
    name: 'Bota',
    price: '8',
    categories: [['Obuv', 'Boty']],
  })
  expect(rows[1]).toMatchObject({ id: 6, kind: 'variation', parent: { id: 5 } })
  expect(assumptions[0]?.message).toContain('sloupec 26')
})

test('an unknown parent column is found behind the categories, also where no product has a picture', async () => {
  const names = Array.from({ length: 36 }, (_, index) => `sloupec ${index}`)
  Object.assign(names, { 0: 'ID', 1: 'Type', 3: 'Name', 26: 'Categories' })
  const row = (values: Record<number, string>) => names.map((_, index) => values[index] ?? '').join(',')
  const { rows } = await parse(
    [
      names.join(','),
      row({ 0: '5', 1: 'variable', 3: 'Bota', 26: 'Boty' }),
      row({ 0: '6', 1: 'variation', 32: 'id:5' }),
    ].join('\n'),
  )
  expect(rows[1]).toMatchObject({ id: 6, kind: 'variation', parent: { id: 5 } })
})

test('the merchant’s columns are above what was found', async () => {
  const { rows } = await parse('ID,Name,My groups\n1,Boot,Shoes\n', { columns: { categories: 2 } })
  expect(rows[0]?.categories).toEqual([['Shoes']])
})

const table = `${header}\r\n1,simple,A,"Café, ""gros""",1,,"2,50",Thé,,\r\n`
test.each([
  ['a byte-order mark', Buffer.from(`\ufeff${table}`)],
  ['UTF-16 with a mark', Buffer.from(`\ufeff${table}`, 'utf16le')],
  ['UTF-16 without a mark', Buffer.from(table, 'utf16le')],
  ['Windows-1252', Buffer.from(table, 'latin1')],
  ['old Mac line ends', Buffer.from(table.replaceAll('\r\n', '\r'))],
  ['semicolons', Buffer.from(table.replaceAll(',', ';').replace('Café;', 'Café,').replace('2;50', '2,50'))],
  ['tabs', Buffer.from(table.replaceAll(',', '\t').replace('Café\t', 'Café,').replace('2\t50', '2,50'))],
  [
    'Excel’s sep line',
    Buffer.from(`sep=;\n${table.replaceAll(',', ';').replace('Café;', 'Café,').replace('2;50', '2,50')}`),
  ],
])('%s', async (_, bytes) => {
  const { rows } = await parse(bytes)
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ id: 1, name: 'Café, "gros"', price: '2.5', categories: [['Thé']] })
})

test('a file that is not UTF-8 says so', async () => {
  const { assumptions } = await parse(Buffer.from(table, 'latin1'))
  expect(assumptions[0]).toMatchObject({ tone: 'amber', message: expect.stringContaining('Windows-1252') })
})

test('Windows-1252 keeps what Latin-1 has no place for', async () => {
  // "Größe „L“ – 5 € d’été" as Excel saves it.
  const name = Buffer.from('4772f6df6520844c93209620352080206492e974e9', 'hex')
  const { rows } = await parse(Buffer.concat([Buffer.from('ID,Name\n1,'), name]))
  expect(rows[0]?.name).toBe('Größe „L“ – 5 € d’été')
})

test('one damaged letter does not turn the whole file into Windows-1252', async () => {
  const file = Buffer.concat([Buffer.from('ID,Name\n1,Café\n2,Ação\n3,Pão '), Buffer.from([0xc3, 0x0a])])
  const { rows, assumptions } = await parse(file)
  expect(rows.map(row => row.name)).toEqual(['Café', 'Ação', 'Pão \ufffd'])
  expect(assumptions[0]?.message).toContain('damaged')
})

test.each([
  ['', 'It has no ID.'],
  ['abc', 'Its ID “abc” is not a whole number.'],
  ['1.2E+05', 'Its ID “1.2E+05” is not a whole number.'],
  ['-4', 'Its ID “-4” is not a whole number.'],
  ['0', 'Its ID 0 is out of range.'],
  ['9007199254740992', 'Its ID 9007199254740992 is out of range.'],
])('ID %j is refused with its line', async (id, message) => {
  const { rows, refused } = await parse(
    `${header}\n1,simple,A,"Two\nlines",1,,1,,,\n${id},simple,B,Bad,1,,1,,,\n2,simple,C,Good,1,,1,,,\n`,
  )
  expect(rows.map(row => row.id)).toEqual([1, 2])
  expect(refused).toEqual([{ line: 4, id: null, name: 'Bad', message }])
})

test('a second row with the same ID and a row without a name are refused', async () => {
  const { rows, refused } = await parse(
    `${header}\n1,simple,A,One,1,,,,,\n1,simple,B,Two,1,,,,,\n2,simple,C,,1,,,,,\n`,
  )
  expect(rows).toHaveLength(1)
  expect(refused.map(note => [note.line, note.message])).toEqual([
    [3, 'Its ID 1 is already used on line 2.'],
    [4, 'It has no name.'],
  ])
})

test('rows that are too short, too long or blank do not disturb their neighbours', async () => {
  const { rows } = await parse(
    `${header}\n1,simple,A,One\n\n,,,,,,,,,\n2,simple,B,Two,1,,3,X,,,extra,cells\n`,
  )
  expect(rows.map(row => [row.id, row.line, row.price])).toEqual([
    [1, 2, null],
    [2, 5, '3'],
  ])
})

test('a quotation mark that is never closed keeps what came before it', async () => {
  const { rows, refused } = await parse(
    `${header}\n1,simple,A,One,1,,,,,\n2,simple,B,"Two,1,,,,,\n3,simple,C,Three,1,,,,,\n`,
  )
  expect(rows.map(row => row.id)).toEqual([1])
  expect(refused).toEqual([{ line: 3, id: null, name: '', message: expect.stringContaining('never closed') }])
})

test.each([
  ['8', '10', '', '', '8'],
  ['', '10', '', '', '10'],
  ['12', '10', '', '', '10'],
  ['8', '', '', '', '8'],
  ['8', '10', '2026-06-01', '2026-06-15', '8'],
  ['8', '10', '', '2026-06-13', '10'],
  ['8', '10', '2026-07-01', '', '10'],
  ['0', '10', '', '', '0'],
])('sale %j of %j from %j until %j costs %s', async (sale, regular, from, until, price) => {
  const { rows } = await parse(
    `ID,Name,Date sale price starts,Date sale price ends,Sale price,Regular price\n1,A,${from},${until},${sale},${regular}\n`,
  )
  expect(rows[0]?.price).toBe(price)
})

test('“Uncategorized” in any language is no category; the same one twice counts once', async () => {
  const { rows } = await parse(
    'ID,Name,Categories\n1,A,Uncategorized\n2,B,"Sem categoria, Shoes, shoes"\n3,C,"Toys &amp; Games > 5 &gt; 3"\n',
  )
  expect(rows.map(row => row.categories)).toEqual([[], [['Shoes']], [['Toys & Games', '5 > 3']]])
})

test('columns the file does not have leave the stored values alone', async () => {
  const { rows, assumptions } = await parse('ID,Name\n1,A\n')
  expect(rows[0]).toMatchObject({
    price: undefined,
    sku: undefined,
    categories: undefined,
    imageUrl: undefined,
  })
  expect(assumptions).toHaveLength(3)
})

test.each([
  ['simple, downloadable, virtual', 'product'],
  ['variation, virtual', 'variation'],
  ['grouped', 'product'],
  ['external', 'product'],
  ['subscription', 'product'],
])('type %j is a %s', async (type, kind) => {
  const { rows } = await parse(`ID,Type,Name,Parent\n1,"${type}",A,id:9\n`)
  expect(rows[0]?.kind).toBe(kind)
})

const pdf = '%PDF-1.7'
test.each([
  ['nothing', Buffer.alloc(0), 'empty'],
  ['a spreadsheet', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), 'spreadsheet'],
  ['a web page', Buffer.from('  <!DOCTYPE html><html>'), 'web page'],
  ['binary data', Buffer.from([1, 2, 0, 3, 4, 200, 0, 9]), 'binary'],
  ['a PDF', Buffer.from(pdf), 'PDF'],
  ['only a header', Buffer.from(`${header}\n`), 'no products'],
  ['blank lines', Buffer.from('\n\n  \n'), 'no table'],
  ['another table', Buffer.from('first,last\nAna,Silva\n'), 'None of the columns'],
  ['no ID column', Buffer.from('Type,Name\nsimple,A\n'), 'The ID column was not found'],
  ['a Shopify export', Buffer.from('Handle,Title,Vendor,Variant Price\na,A,V,1\n'), 'Shopify'],
])('%s is refused in one sentence', async (_, bytes, words) => {
  const parsed = await parseWooCommerce(bytes, { currency: 'USD', now })
  expect(parsed).toMatchObject({ ok: false, message: expect.stringContaining(words) })
})
