import { currentSettings } from '@/app/current-settings'
import { type Coverage, readCoverage } from '@/lib/routing/coverage'
import { AmbiguousRow } from './ambiguous-row'
import { CategoryRow } from './category-row'
import { MixedRow } from './mixed-row'
import { NumberRow } from './number-row'
import { ProductRow } from './product-row'
import { RuleRow } from './rule-row'
import { Section } from './section'
import { Tiles } from './tiles'

const thirtyDays = 30 * 24 * 60 * 60 * 1000
/** Of what can be thousands the worst are listed; the figures tell how many there are. */
const most = 50

/** Every list with what mends it, worst first. */
export async function Report() {
  const [coverage, { locale }] = await Promise.all([
    readCoverage({ since: new Date(Date.now() - thirtyDays), limit: most }),
    currentSettings(),
  ])
  return (
    <div className="space-y-6">
      <Tiles coverage={coverage} locale={locale} />
      <Uncovered coverage={coverage} locale={locale} />
      <Section
        id="ambiguous"
        title="Products that rules with different numbers claim"
        description="The first of a product’s categories with a rule decides. Put the categories in another order to change that."
        total={coverage.ambiguous.total}
        locale={locale}
        rows={coverage.ambiguous.first.map(product => (
          <AmbiguousRow key={product.id} product={product} locale={locale} />
        ))}
      />
      <MixedCarts coverage={coverage} locale={locale} />
      <IdleRules coverage={coverage} locale={locale} />
      <Section
        id="numbers"
        title="Numbers used nowhere"
        description="No rule sends to them, they stand in for nobody, and none is the default."
        total={coverage.unusedNumbers.length}
        locale={locale}
        rows={coverage.unusedNumbers.map(number => <NumberRow key={number.id} number={number} />)}
      />
    </div>
  )
}

type PartProps = { coverage: Coverage; locale: string }

function Uncovered({ coverage: { categories, products }, locale }: PartProps) {
  return (
    <>
      <Section
        id="categories"
        title="Categories without a rule"
        description="Their orders go to the default number, unless another category of the product has a rule."
        total={categories.length}
        locale={locale}
        action={{ href: '/admin/routing/tree?why=default', label: 'Assign many at once' }}
        rows={categories
          .slice(0, most)
          .map(category => <CategoryRow key={category.id} category={category} locale={locale} />)}
      />
      <Section
        id="products"
        title="Products that no rule reaches"
        description="None of their categories has a rule, so every order of theirs goes to the default number. A rule for a category mends all of its products."
        total={products.total}
        locale={locale}
        rows={products.first.map(product => (
          <ProductRow key={product.id} product={product} locale={locale} />
        ))}
      />
    </>
  )
}

function MixedCarts({ coverage: { mixedCarts }, locale }: PartProps) {
  const { total, pairs } = mixedCarts
  const others = total - pairs.reduce((sum, { carts }) => sum + carts, 0)
  return (
    <Section
      id="mixed"
      title="Carts that mixed numbers"
      description="They held items whose rules send to different numbers. The first item with a rule decided, so its number was asked about things of another. One number for both categories mends it."
      total={total}
      locale={locale}
      action={{ href: '/admin/analytics?page=cart', label: 'See the carts' }}
      rows={pairs.map(pair => (
        <MixedRow key={`${pair.first.id} ${pair.second.id}`} pair={pair} locale={locale} />
      ))}
      rest={
        others > 0
          ? `And ${others.toLocaleString(locale)} of rarer pairs, or whose rules have changed since.`
          : null
      }
    />
  )
}

function IdleRules({ coverage: { unreachableRules, pausedRules, idleRules }, locale }: PartProps) {
  return (
    <>
      <Section
        id="unreachable"
        title="Rules that can decide nothing"
        description="Their category is archived, or no product is in it. A rule does not reach subcategories unless it says so."
        total={unreachableRules.length}
        locale={locale}
        rows={unreachableRules.map(rule => <RuleRow key={rule.id} rule={rule} why="unreachable" />)}
      />
      <Section
        id="paused"
        title="Paused rules"
        description="Their orders go elsewhere until somebody resumes them."
        total={pausedRules.length}
        locale={locale}
        rows={pausedRules.map(rule => <RuleRow key={rule.id} rule={rule} why="paused" />)}
      />
      <Section
        id="idle"
        title="Rules that decided nothing for 30 days"
        description="They have products, but nobody pressed a button there, or an earlier category decided each time."
        total={idleRules.length}
        locale={locale}
        rows={idleRules.map(rule => <RuleRow key={rule.id} rule={rule} why="idle" />)}
      />
    </>
  )
}
