import {
  ChevronRight,
  MessageCircle,
  Monitor,
  ShoppingBag,
  ShoppingCart,
  Smartphone,
  Tag,
} from 'lucide-react'

const icons = {
  product: Tag,
  cart: ShoppingCart,
  checkout: ShoppingBag,
  floating: MessageCircle,
  mobile: Smartphone,
  desktop: Monitor,
  open: ChevronRight,
}
type IconName = keyof typeof icons

/** The icons of the table's rows, once: two hundred of them drawn one by one would be a third of the page's work. */
export function ClickIcons() {
  return (
    <svg aria-hidden="true" className="hidden">
      {Object.entries(icons).map(([name, Icon]) => (
        <symbol key={name} id={`click-${name}`} viewBox="0 0 24 24">
          <Icon />
        </symbol>
      ))}
    </svg>
  )
}

export function ClickIcon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg aria-hidden="true" className={className}>
      <use href={`#click-${name}`} />
    </svg>
  )
}
