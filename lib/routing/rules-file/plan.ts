import { buildCategoryPaths } from '../category-paths'
import { type NamedCategory, pathKey, writePath } from './cells'
import type { BadLine, RuleLine } from './parse'

/** What the shop has now. `rules`: those that are not archived. */
export type Standing = {
  categories: { id: number; name: string; parentId: number | null; archived: boolean }[]
  numbers: { id: number; digits: string; label: string }[]
  rules: {
    id: number
    categoryId: number
    digits: string
    coversSubcategories: boolean
    paused: boolean
  }[]
}

/** A rule as the file wants it. `changes`: what becomes of one that is there, in words. */
export type PlannedRule = {
  line: number
  /** Null: a new one. */
  ruleId: number | null
  categoryId: number
  path: string[]
  digits: string
  coversSubcategories: boolean
  paused: boolean
  changes: string[]
}

export type RulesPlan = {
  adds: PlannedRule[]
  changes: PlannedRule[]
  unchanged: number
  /** Every number of the file with the label it gets; `from` null: a new number, else the label that it has. */
  numbers: { digits: string; label: string; from: string | null }[]
  bad: BadLine[]
}

/** Compares a file's lines with what is there. Rules that the file does not name are left alone. */
export function planRules(
  { lines, bad }: { lines: RuleLine[]; bad: BadLine[] },
  standing: Standing,
): RulesPlan {
  const plan: RulesPlan = { adds: [], changes: [], unchanged: 0, numbers: [], bad: [...bad] }
  const findCategory = categoryFinder(standing.categories)
  const rules = new Map(standing.rules.map(rule => [rule.categoryId, rule]))
  const firstLines = new Map<number, number>()
  const labels = labelBook(standing.numbers)
  for (const line of lines) {
    const refuse = (reason: string) =>
      plan.bad.push({ line: line.line, text: `${writePath(line)}, ${line.digits}`, reason })
    const category = findCategory(line)
    if (typeof category === 'string') refuse(category)
    else if (firstLines.has(category.id))
      refuse(`Line ${firstLines.get(category.id)} names this category, too.`)
    else {
      firstLines.set(category.id, line.line)
      const clash = labels.note(line)
      if (clash) refuse(clash)
      else place(plan, line, { ...category, rule: rules.get(category.id) })
    }
  }
  plan.numbers = labels.list()
  plan.bad.sort((a, b) => a.line - b.line)
  return plan
}

type Found = { id: number; path: string[]; rule: Standing['rules'][number] | undefined }

function place(plan: RulesPlan, line: RuleLine, { id, path, rule }: Found): void {
  const wanted = {
    digits: line.digits,
    coversSubcategories: line.coversSubcategories ?? rule?.coversSubcategories ?? false,
    paused: line.paused ?? rule?.paused ?? false,
  }
  const planned = { line: line.line, ruleId: rule?.id ?? null, categoryId: id, path, ...wanted }
  if (!rule) plan.adds.push({ ...planned, changes: [] })
  else {
    const changes = compare(rule, wanted)
    if (changes.length > 0) plan.changes.push({ ...planned, changes })
    else plan.unchanged++
  }
}

type Wanted = Pick<PlannedRule, 'digits' | 'coversSubcategories' | 'paused'>

function compare(now: Wanted, wanted: Wanted): string[] {
  const changes: string[] = []
  if (now.digits !== wanted.digits) changes.push('number')
  if (now.coversSubcategories !== wanted.coversSubcategories)
    changes.push(wanted.coversSubcategories ? 'covers subcategories' : 'no longer covers subcategories')
  if (now.paused !== wanted.paused) changes.push(wanted.paused ? 'paused' : 'resumed')
  return changes
}

/**
 * By the whole path, with an id where several have it; a single name also where only one category in the shop is called
 * that. An id that no category of this path has is taken for a part of the name.
 */
function categoryFinder(categories: Standing['categories']) {
  const paths = buildCategoryPaths(categories)
  const byPath = group(categories, ({ id }) => pathKey(paths.get(id) ?? []))
  const live = categories.filter(({ archived }) => !archived)
  const byName = group(live, ({ name }) => pathKey([name]))
  return ({ path: named, id }: NamedCategory): { id: number; path: string[] } | string => {
    const byId = byPath.get(pathKey(named))?.filter(category => category.id === id) ?? []
    const path = id === null || byId.length > 0 ? named : endWith(named, ` #${id}`)
    const all = byId.length > 0 ? byId : (byPath.get(pathKey(path)) ?? [])
    const exact = all.filter(({ archived }) => !archived)
    const matches = exact.length === 0 && path.length === 1 ? (byName.get(pathKey(path)) ?? []) : exact
    const [category, another] = matches
    if (category && !another) return { id: category.id, path: paths.get(category.id) ?? path }
    if (another && exact.length > 1)
      return `Several categories have this path. Write the id behind it, as in “${writePath({ path, id: another.id })}”.`
    if (another) return 'Several categories are called that. Write the whole path, as in “Clothing > Shoes”.'
    return all.length > 0 ? 'This category is archived.' : 'There is no such category.'
  }
}

function endWith(path: string[], end: string): string[] {
  return path.map((name, index) => (index === path.length - 1 ? `${name}${end}` : name))
}

/** Map.groupBy, which Node 20 does not have. */
function group<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const known = groups.get(key)
    if (known) known.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/** Which label each number of the file gets: the file's, where it names one, and only one. */
function labelBook(numbers: Standing['numbers']) {
  const known = new Map(numbers.map(({ digits, label }) => [digits, label]))
  const given = new Map<string, { label: string; line: number }>()
  return {
    /** Null, or why this line does not agree with one before it. */
    note({ digits, label, line }: RuleLine): string | null {
      const before = given.get(digits)
      if (!before || before.label === '') given.set(digits, { label, line })
      else if (label !== '' && label !== before.label)
        return `Line ${before.line} calls this number “${before.label}”.`
      return null
    },
    list: () =>
      [...given].map(([digits, { label }]) => {
        const from = known.get(digits) ?? null
        return { digits, label: label || (from ?? ''), from }
      }),
  }
}
