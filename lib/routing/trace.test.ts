import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { VisitClassifier } from '../clicks/visit'
import { answer, composeTarget } from '../redirect/answer'
import { parseTarget } from '../redirect/target'
import { randomLink, randomMoment, randomTable } from './random-table.fixture'
import type { RoutingTable } from './table'
import { hats, product, shoes, tableOf } from './table.fixture'
import { type CategoryStep, type Trace, traceTarget } from './trace'

const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const phone =
  'Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36'
const visits = new VisitClassifier()

function redirect(table: RoutingTable, url: string, now: number, agent = browser) {
  const header = (name: string) => (name === 'user-agent' ? agent : undefined)
  return answer({ method: 'GET', url, header, address: '203.0.113.5' }, { table, visits, now })
}

const stepsOf = ({ items }: Trace): CategoryStep[] => items.flatMap(item => item.steps)

test('the tester and the redirect never disagree', () => {
  // Several links and moments on one table: what the redirect keeps for a table must not outlive its moment.
  const asked = fc.array(fc.tuple(randomLink, randomMoment), { minLength: 4, maxLength: 12 })
  const property = fc.property(randomTable, asked, (table, taps) => {
    for (const [url, now] of [
      ...taps,
      ...taps.map(([link], at): [string, number] => [link, taps.at(at - 1)?.[1] ?? 0]),
    ]) {
      const target = parseTarget(url)
      const { decision } = traceTarget(table, target, now)
      const { status, headers, click } = redirect(table, url, now)
      const { number, ...facts } = decision
      expect(click).toMatchObject({ ...facts, numberId: number?.id ?? null, number: number?.digits ?? null })
      expect(status).toBe(number ? 302 : 503)
      expect(headers.Location).toBe(number ? composeTarget(table, target, number.digits).url : undefined)
    }
  })
  fc.assert(property, { numRuns: 300 })
})

test('the device changes nothing but what is kept of it, as the tester says', () => {
  const property = fc.property(randomTable, randomLink, randomMoment, (table, url, now) => {
    const [onComputer, onPhone] = [redirect(table, url, now), redirect(table, url, now, phone)]
    expect(onPhone.headers).toEqual(onComputer.headers)
    expect([onComputer, onPhone].map(({ click }) => click?.deviceType)).toEqual(['desktop', 'mobile'])
  })
  fc.assert(property, { numRuns: 100 })
})

test('the steps tell how it came about', () => {
  const property = fc.property(randomTable, randomLink, randomMoment, (table, url, now) => {
    const trace = traceTarget(table, parseTarget(url), now)
    const { decision, hops } = trace
    const outcomes = stepsOf(trace).map(step => step.outcome)
    // Nothing with a rule comes before the one that decides; everything with a rule behind it lost.
    const decider = stepsOf(trace).find(step => step.outcome === 'decides')
    expect(decider?.rule?.id ?? null).toBe(decision.ruleId)
    expect(outcomes.join(' ')).toMatch(
      decider ? /^(no_rule )*decides( (lost|no_rule))*$/ : /^((^| )no_rule)*$/,
    )
    // Everybody but the last one asked was away; the last one is who takes it, or nobody was there.
    const states = hops.map(hop => hop.state)
    expect(states.slice(0, -1)).not.toContain('open')
    const last = hops.at(-1)
    if (last?.state === 'open') expect(decision.number).toBe(last.number)
    else expect(decision.via ?? 'anyway').toContain('anyway')
    expect(new Set(hops.map(hop => hop.number.id)).size).toBe(hops.length)
  })
  fc.assert(property, { numRuns: 500 })
})

test('a cart with the rules that lost', () => {
  const table = tableOf([
    product(1, { categoryIds: [30, 10, 20] }),
    product(2, { categoryIds: [20] }),
    product(3),
  ])
  const trace = traceTarget(table, parseTarget('/go/cart?items=3:1,99:1,1:2,2:1'), 0)
  expect(trace).toMatchObject({
    decision: { number: shoes, ruleId: 100, productId: 1, via: 'mixed:200' },
    items: [
      { productId: 3, known: true, steps: [] },
      { productId: 99, known: false, steps: [] },
      {
        productId: 1,
        steps: [
          { categoryId: 30, rule: null, outcome: 'no_rule' },
          { categoryId: 10, rule: { id: 100 }, outcome: 'decides' },
          { categoryId: 20, rule: { id: 200, number: hats }, outcome: 'lost' },
        ],
      },
      { productId: 2, steps: [{ categoryId: 20, outcome: 'lost' }] },
    ],
    hops: [{ number: shoes, role: 'first', state: 'open' }],
  })
})
