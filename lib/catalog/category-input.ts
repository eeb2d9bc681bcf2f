import { z } from 'zod'

const id = z.coerce.number().int().positive().max(2_147_483_647)
const parentId = z.union([z.literal('').transform(() => null), id])
const name = z.string().trim().min(1, 'Enter a name.').max(200, 'Keep the name under 200 characters.')

export const newCategoryInput = z.object({ name, parentId })
export const categoryEditInput = z.object({ id, name, parentId })
export const categoryIdInput = z.object({ id })
export const categoryStepInput = z.object({ id, direction: z.enum(['up', 'down']) })

export type NewCategoryInput = z.output<typeof newCategoryInput>
export type CategoryEditInput = z.output<typeof categoryEditInput>
