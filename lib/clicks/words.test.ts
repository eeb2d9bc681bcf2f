import { describe, expect, it } from 'vitest'
import { DeviceType, KindReason, PageType, RouteReason, VisitorKind } from '../generated/prisma/enums'
import { deviceLabel, kindLabel, kindSentence, pageTypeLabel, reasonSentence } from './words'

const sentence = expect.stringMatching(/^[A-Z][^_]+[^.]$/)
const cart = { pageType: 'cart', categoryName: null, number: '5511988887777' } as const

describe('words', () => {
  it('has a distinct label for every enum member', () => {
    const labels = [
      ...Object.values(PageType).map(pageTypeLabel),
      ...Object.values(DeviceType).map(deviceLabel),
      ...Object.values(VisitorKind).map(kindLabel),
      ...Object.values(KindReason).map(kindSentence),
    ]
    expect(labels).toEqual(labels.map(() => sentence))
    expect(new Set(labels).size).toBe(labels.length)
    expect(kindSentence(null)).toBeNull()
  })

  it.each(Object.values(PageType))('explains every reason on %s', pageType => {
    const sentences = Object.values(RouteReason).map(reason => reasonSentence({ ...cart, reason, pageType }))
    expect(sentences).toEqual(sentences.map(() => sentence))
    expect(new Set(sentences).size).toBe(sentences.length)
  })

  it('names the category of the rule, and survives one without a name', () => {
    expect(reasonSentence({ ...cart, reason: 'rule', categoryName: 'Shoes' })).toBe('Rule for Shoes')
    expect(reasonSentence({ ...cart, reason: 'rule' })).toBe('Rule for its category')
  })

  it('tells a product from a cart, and a missing default number from a used one', () => {
    const product = { ...cart, pageType: 'product', reason: 'no_rule' } as const
    expect(reasonSentence(product)).toBe('No rule for its categories, so the default number')
    expect(reasonSentence({ ...cart, reason: 'no_rule' })).toBe('No rule for any item, so the default number')
    expect(reasonSentence({ ...product, number: null })).toBe(
      'No rule for its categories, and no default number was set',
    )
  })
})
