import type { ReactNode } from 'react'

/** WhatsApp's own markup: a mark counts only when it hugs its words. */
const marks = /(```[^`]+```|\*(?=\S)[^*\n]*?\S\*|_(?=\S)[^_\n]*?\S_|~(?=\S)[^~\n]*?\S~|https?:\/\/\S+)/g

/** A message as the shopper will see it, with its real line breaks. */
export function WhatsappBubble({ text }: { text: string }) {
  return (
    <div className="rounded-lg bg-chat p-4">
      <div
        dir="auto"
        className="ml-auto w-fit max-w-[92%] whitespace-pre-wrap break-words rounded-lg rounded-tr-none bg-bubble px-3 py-2 text-bubble-text leading-5 shadow-card"
      >
        {text ? format(text) : <span className="opacity-60">The message is empty.</span>}
      </div>
    </div>
  )
}

function format(text: string): ReactNode[] {
  return text.split(marks).map((part, index) => {
    const key = `${index}-${part.length}`
    const inner = part.slice(1, -1)
    if (index % 2 === 0) return part
    if (part.startsWith('```')) return <code key={key}>{part.slice(3, -3)}</code>
    if (part.startsWith('*')) return <strong key={key}>{format(inner)}</strong>
    if (part.startsWith('_')) return <em key={key}>{format(inner)}</em>
    if (part.startsWith('~')) return <s key={key}>{format(inner)}</s>
    return (
      <span key={key} className="break-all text-bubble-link underline">
        {part}
      </span>
    )
  })
}
