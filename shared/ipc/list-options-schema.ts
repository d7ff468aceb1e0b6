/** The shape of the table's options. The window sends them, and the settings file holds them. */
import { z } from 'zod'
import {
  columnIds,
  leastColumnPx,
  mostColumnPx,
  processLists,
  type ListOptions,
} from '../model/list-options.ts'

const columnSchema = z.enum(columnIds)

export const listOptionsSchema: z.ZodType<ListOptions> = z
  .object({
    columns: z.array(columnSchema).max(columnIds.length),
    order: z.object({ column: columnSchema, isDescending: z.boolean() }),
    isTree: z.boolean(),
    widths: z.partialRecord(columnSchema, z.int().min(leastColumnPx).max(mostColumnPx)).optional(),
    hidesMicrosoft: z.boolean().optional(),
    list: z.enum(processLists).optional(),
  })
  .refine(({ columns }) => columns[0] === 'name' && new Set(columns).size === columns.length, {
    message: 'columns: each once, the name first',
  })
  .refine(({ columns, order }) => columns.includes(order.column), {
    message: 'order: by a column that is shown',
  })
