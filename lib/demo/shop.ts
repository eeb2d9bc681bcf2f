import type { WeeklyHours } from '../routing/hours'

/**
 * A believable small shop to try everything on. Its numbers are from Ofcom's range for drama (07700 900000-900999),
 * which nobody can be given.
 */
export const demoStore = {
  storeName: 'Fern & Clay',
  currency: 'GBP',
  locale: 'en-GB',
  timeZone: 'Europe/London',
} as const

const [morning, afternoon] = [
  { from: 9 * 60, to: 13 * 60 },
  { from: 14 * 60, to: 18 * 60 },
]
const weekday = [morning, afternoon]
const saturday = [{ from: 10 * 60, to: 16 * 60 }]

/** Sam goes to lunch and has the Sunday off; Priya, who is always there, stands in. */
export const demoNumbers = {
  counter: { digits: '447700900100', label: 'Shop counter (demo)' },
  plants: { digits: '447700900142', label: 'Priya, plants (demo)' },
  pottery: { digits: '447700900177', label: 'Tom, pottery (demo)' },
  succulents: {
    digits: '447700900163',
    label: 'Sam, succulents (demo)',
    hours: [weekday, weekday, weekday, weekday, weekday, saturday, []] satisfies WeeklyHours,
  },
} as const

export const demoBackups = { succulents: 'plants' } as const

export type DemoNumber = keyof typeof demoNumbers

/**
 * `rule`: who answers. The rule of Plants covers what is below it, except for Succulents, which have a nearer one. Tools have
 * none: their orders go to the counter, the default.
 */
export const demoCategories = [
  { name: 'Plants', parent: null, rule: 'plants', covers: true },
  { name: 'Indoor plants', parent: 'Plants', rule: null },
  { name: 'Succulents', parent: 'Plants', rule: 'succulents' },
  { name: 'Pottery', parent: null, rule: null },
  { name: 'Mugs & cups', parent: 'Pottery', rule: 'pottery' },
  { name: 'Planters', parent: 'Pottery', rule: 'pottery' },
  { name: 'Tools', parent: null, rule: null },
] as const satisfies { name: string; parent: string | null; rule: DemoNumber | null; covers?: true }[]

export type DemoCategory = (typeof demoCategories)[number]['name']

type DemoVariation = { id: number; sku: string; variation: string; price: string; image: string }
type DemoProduct = {
  id: number
  sku: string
  name: string
  /** null: its variations have the prices. */
  price: string | null
  image: string
  /** In the product's own order: the first with a rule wins. */
  categories: DemoCategory[]
  variations?: DemoVariation[]
}

export const demoProducts: DemoProduct[] = [
  product(1001, 'FC-MON', 'Monstera deliciosa', '32', 'monstera', ['Indoor plants']),
  {
    ...product(1008, 'FC-MUG', 'Stoneware mug', null, 'mug-moss', ['Mugs & cups']),
    variations: [
      { id: 1031, sku: 'FC-MUG-MO', variation: 'Moss', price: '22', image: 'mug-moss' },
      { id: 1032, sku: 'FC-MUG-SA', variation: 'Sand', price: '22', image: 'mug-sand' },
      { id: 1033, sku: 'FC-MUG-IN', variation: 'Ink', price: '24.5', image: 'mug-ink' },
    ],
  },
  product(1007, 'FC-PRL', 'String of pearls', '14.5', 'string-of-pearls', ['Succulents']),
  product(1014, 'FC-MST', 'Brass plant mister', '19.5', 'mister', ['Tools']),
  // The same two categories in both orders: the first goes to Sam, the second to Tom.
  product(1012, 'FC-BWL', 'Echeveria in a glazed bowl', '29', 'echeveria-bowl', ['Succulents', 'Planters']),
  product(1013, 'FC-TRIO', 'Glazed bowl with three succulents', '42', 'succulent-trio', [
    'Planters',
    'Succulents',
  ]),
  product(1003, 'FC-PIL', 'Pilea peperomioides', '16', 'pilea', ['Indoor plants']),
  product(1009, 'FC-ESP', 'Espresso cups, a pair', '28', 'espresso-cups', ['Mugs & cups']),
  product(1002, 'FC-SNK', 'Snake plant', '24', 'snake-plant', ['Indoor plants']),
  product(1011, 'FC-HNG', 'Hanging planter', '26', 'hanging-planter', ['Planters']),
  product(1005, 'FC-ECH', 'Echeveria', '8.5', 'echeveria', ['Succulents']),
  {
    ...product(1010, 'FC-TER', 'Terracotta planter', null, 'planter', ['Planters']),
    variations: [
      { id: 1041, sku: 'FC-TER-S', variation: 'Small, 14 cm', price: '14', image: 'planter' },
      { id: 1042, sku: 'FC-TER-M', variation: 'Medium, 21 cm', price: '22', image: 'planter' },
      { id: 1043, sku: 'FC-TER-L', variation: 'Large, 30 cm', price: '36', image: 'planter' },
    ],
  },
  product(1004, 'FC-POT', 'Trailing pothos', '18', 'pothos', ['Indoor plants']),
  product(1006, 'FC-ALO', 'Aloe vera', '12', 'aloe', ['Succulents']),
  product(1015, 'FC-SNP', 'Pruning snips', '15', 'snips', ['Tools']),
  // In no category: the default number answers.
  product(1016, 'FC-GFT', 'Gift card', '25', 'gift-card', []),
]

function product(
  id: number,
  sku: string,
  name: string,
  price: string | null,
  image: string,
  categories: DemoCategory[],
): DemoProduct {
  return { id, sku, name, price, image, categories }
}
