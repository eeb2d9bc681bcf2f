import { type FoundProduct, searchProducts } from '../../catalog/search-products'
import { composeTarget } from '../../redirect/answer'
import { parseProductId } from '../../redirect/items'
import { parseTarget, type Target } from '../../redirect/target'
import type { RoutingTable } from '../table'
import { traceTarget } from '../trace'
import { parseAsked, productLink } from './asked'
import { explainHops, explainItems, type ItemExplanation, type NumberStep } from './explain'
import { findProductByPage } from './find-by-page'
import { readNames } from './names'

/** A route as the redirect would take it. `link` is the path and query that were tested. */
export type TestedRoute = {
  link: string
  /** Where the link was found, if not by its own path: what the text was understood as. */
  host: string | null
  target: Target
  decision: ReturnType<typeof traceTarget>['decision']
  items: ItemExplanation[]
  numbers: NumberStep[]
  /** Null: there is no number, so shoppers see a page that says so. */
  message: { url: string; text: string } | null
}

export type TestResult =
  | { kind: 'nothing' }
  | { kind: 'not_found'; what: 'page' | 'words' }
  | { kind: 'tested'; route: TestedRoute; alsoFound: FoundProduct[] }

/**
 * Where an order would go at `now` (Unix milliseconds), by the redirect's own functions, and why. `text` is whatever was
 * put into the tester (see `parseAsked`). Nothing is recorded.
 */
export async function testRoute(options: {
  text: string
  table: RoutingTable
  now: number
}): Promise<TestResult> {
  const { text, table, now } = options
  const found = await findLink(text, table)
  if ('kind' in found) return found
  const { link, host, alsoFound } = found
  const target = parseTarget(link)
  const { decision, items, hops } = traceTarget(table, target, now)
  const names = await readNames()
  return {
    kind: 'tested',
    alsoFound,
    route: {
      link,
      host,
      target,
      decision,
      items: explainItems({ items, target, table, names }),
      numbers: explainHops({ hops, names, now }),
      message: decision.number && composeTarget(table, target, decision.number.digits),
    },
  }
}

type FoundLink = { link: string; host: string | null; alsoFound: FoundProduct[] }

async function findLink(
  text: string,
  table: RoutingTable,
): Promise<FoundLink | Exclude<TestResult, { kind: 'tested' }>> {
  const asked = parseAsked(text)
  switch (asked.kind) {
    case 'nothing':
      return asked
    case 'link':
      return { link: asked.link, host: asked.host, alsoFound: [] }
    case 'page': {
      const product = findProductByPage(table, asked.page)
      if (!product) return { kind: 'not_found', what: 'page' }
      return { link: productLink(product.id), host: asked.page.host, alsoFound: [] }
    }
    case 'words':
      return findByWords(asked.words)
  }
}

/** The best match is tested, the others are offered. An id that no product has is a link that shoppers may press, too. */
async function findByWords(words: string): Promise<FoundLink | Exclude<TestResult, { kind: 'tested' }>> {
  const [first, ...alsoFound] = await searchProducts({ text: words, limit: 7 })
  const id = first?.id ?? parseProductId(words)
  if (id === null) return { kind: 'not_found', what: 'words' }
  return { link: productLink(id), host: null, alsoFound }
}
