import type { Draggable } from '@dnd-kit/dom'
import { isSortable } from '@dnd-kit/react/sortable'

/** What a screen reader says while a list is put in order: names and places, never ids. */

export const instructions =
  'Press Space to pick it up, move it with the arrow keys, press Space again to put it down, or Escape to cancel.'

type DragEvent = { operation: { source: Draggable | null } }

export const announcements = {
  dragstart: ({ operation: { source } }: DragEvent) => source && `Picked up ${placeOf(source)}.`,
  dragover: ({ operation: { source } }: DragEvent) => source && `${placeOf(source)}.`,
  dragend: ({ operation: { source }, canceled }: DragEvent & { canceled: boolean }) => {
    if (!source) return
    return canceled ? `${nameOf(source)} is back where it was.` : `Put down ${placeOf(source)}.`
  },
}

function placeOf(source: Draggable): string {
  return isSortable(source) ? `${nameOf(source)}, place ${source.index + 1}` : nameOf(source)
}

function nameOf(source: Draggable): string {
  return String(source.data.name)
}
