/** The shape of the list's options. The window sends them, and the settings file holds them. */
import { z } from 'zod'
import { columnIds, type ListOptions } from '../model/list-options.ts'

const columnSchema = z.enum(columnIds)

export const listOptionsSchema: z.ZodType<ListOptions> = z
  .object({
    columns: z.array(columnSchema).max(columnIds.length),
    order: z.object({ column: columnSchema, isDescending: z.boolean() }),
    isTree: z.boolean(),
  })
  .refine(
    ({ columns }) =>
      columns.includes('name') &&
      columns.join() === columnIds.filter((id) => columns.includes(id)).join(),
    { message: 'columns: each once, in their order, the name among them' },
  )
  .refine(({ columns, order }) => columns.includes(order.column), {
    message: 'order: by a column that is shown',
  })
