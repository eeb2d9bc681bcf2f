import { Monitor, Smartphone } from 'lucide-react'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { CopyButton } from '@/components/ui/copy-button'
import { LinkButton } from '@/components/ui/link-button'
import { WhatsappBubble } from '@/components/ui/whatsapp-bubble'
import { deviceLabel, pageTypeLabel, reasonSentence } from '@/lib/clicks/words'
import type { TestedRoute } from '@/lib/routing/tester/test-route'
import { formatNumber } from '@/lib/whatsapp/number'
import { ItemSteps } from './item-steps'
import { NumberSteps } from './number-steps'

type ResultProps = {
  route: TestedRoute
  device: 'mobile' | 'desktop'
  moment: { instant: Date; timeZone: string; isNow: boolean }
  locale: string
}

/** The answer: the number, what led there, and what the shopper would send. */
export function Result({ route, device, moment, locale }: ResultProps) {
  const { target, decision } = route
  const Device = device === 'mobile' ? Smartphone : Monitor
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]">
      <div className="space-y-6">
        <Card>
          <div aria-live="polite" aria-atomic="true">
            <h2 className="text-muted">Orders go to</h2>
            <Destination route={route} />
            <p className="mt-1">
              {reasonSentence({
                reason: decision.reason,
                pageType: target.pageType,
                categoryName: decidingCategory(route),
                number: decision.number?.digits ?? null,
              })}
              .
            </p>
          </div>
          <div className="mt-4 flex flex-wrap items-center gap-1.5">
            <Badge>{pageTypeLabel(target.pageType)}</Badge>
            <Badge icon={<Device aria-hidden />}>{deviceLabel(device)}</Badge>
            <Badge title={moment.timeZone}>{momentInWords(moment, locale)}</Badge>
          </div>
        </Card>
        <Card title="How it got there">
          <ItemSteps items={route.items} decision={decision} />
          <NumberSteps numbers={route.numbers} byRule={decision.ruleId !== null} />
        </Card>
      </div>
      {route.message && <Message message={route.message} tested={route} device={device} />}
    </div>
  )
}

function Destination({ route: { decision, numbers } }: { route: TestedRoute }) {
  const { number } = decision
  if (!number) {
    return <p className="font-semibold text-red text-xl">Nobody: no default number is set</p>
  }
  const label = numbers.find(step => step.number.id === number.id)?.number.label
  const formatted = formatNumber(number.digits)
  return (
    <p className="break-words font-semibold text-xl tracking-tight">
      {label ? (
        <>
          <bdi>{label}</bdi>{' '}
          <span className="whitespace-nowrap font-normal text-muted tabular">{formatted}</span>
        </>
      ) : (
        <span className="whitespace-nowrap tabular">{formatted}</span>
      )}
    </p>
  )
}

/** The rule's category with its path: many shops have several of one name. */
function decidingCategory({ items }: TestedRoute): string | null {
  const step = items.flatMap(item => item.steps).find(({ outcome }) => outcome === 'decides')
  return step ? (step.coveredBy ?? step.path).join(' › ') : null
}

function momentInWords({ instant, timeZone, isNow }: ResultProps['moment'], locale: string): string {
  if (isNow) return 'Now'
  const date = { weekday: 'long', day: 'numeric', month: 'short', year: 'numeric' } as const
  const time = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const
  return instant.toLocaleString(locale, { timeZone, ...date, ...time })
}

/** What becomes of wa.me differs, the link does not. */
const onDevice = {
  mobile:
    'The same link on every device. On a phone it opens WhatsApp; the click counts as one from a phone.',
  desktop:
    'The same link on every device. On a computer it opens a page of WhatsApp, which offers its app or WhatsApp Web; the click counts as one from a computer.',
}

type MessageProps = {
  message: { url: string; text: string }
  tested: TestedRoute
  device: ResultProps['device']
}

function Message({ message, tested, device }: MessageProps) {
  return (
    <Card title="What the shopper sends" className="lg:sticky lg:top-6">
      <div className="max-h-112 overflow-y-auto rounded-lg">
        <WhatsappBubble text={message.text} />
      </div>
      <dl className="mt-4 space-y-3">
        <div>
          <dt className="text-muted text-xs">Tested link</dt>
          <dd className="mt-1 break-all font-mono text-xs">{tested.link}</dd>
        </div>
        <div>
          <dt className="text-muted text-xs">Leads to</dt>
          <dd className="mt-1 line-clamp-3 break-all font-mono text-xs" title={message.url}>
            {message.url}
          </dd>
          <dd className="mt-1 text-muted">{onDevice[device]}</dd>
        </div>
      </dl>
      <div className="mt-4 flex flex-wrap gap-2">
        <CopyButton value={message.url} label="Copy WhatsApp link" variant="secondary" />
        <LinkButton href={message.url} external size="sm" variant="ghost">
          Open in WhatsApp
        </LinkButton>
      </div>
    </Card>
  )
}
