import type { ChangeAction, ChangeEntity } from '@/lib/generated/prisma/enums'

const entities: Record<ChangeEntity, string> = {
  rule: 'Rule',
  number: 'Number',
  settings: 'Settings',
  category: 'Category',
  product: 'Product',
}

const actions: Record<ChangeAction, string> = {
  created: 'Added',
  changed: 'Changed',
  paused: 'Paused',
  resumed: 'Resumed',
  archived: 'Archived',
  restored: 'Restored',
  deleted: 'Deleted',
}

export function entityLabel(entity: ChangeEntity): string {
  return entities[entity]
}

export function actionLabel(action: ChangeAction): string {
  return actions[action]
}
