/** Are these really the arguments of that channel? What the window sends is untrusted until it has passed here. */
import { z } from 'zod'
import { supportedLanguages } from '../text/languages.ts'
import type { Arguments, AskedChannel } from './channels.ts'
import { listOptionsSchema } from './list-options-schema.ts'
import { failure, success, type Result } from '../model/result.ts'

/** Text that somebody copies: one explanation, or a list of them, not a book. */
const copyLimit = 100_000

/** A pasted line: a path of Windows has at most 32,767 characters. */
const askLimit = 40_000
/** Windows counts process numbers in 32 bits. */
const highestPid = 0xffff_ffff

const decoders: { readonly [C in AskedChannel]: z.ZodType<Arguments<C>> } = {
  'app:describe': z.tuple([]),
  'inspection:run': z.tuple([]),
  'inspection:cancel': z.tuple([]),
  'language:choose': z.tuple([z.enum(supportedLanguages)]),
  'list:remember': z.tuple([listOptionsSchema]),
  'link:open': z.tuple([z.string().max(100)]),
  'text:copy': z.tuple([z.string().max(copyLimit)]),
  'report:save': z.tuple([]),
  'processes:list': z.tuple([]),
  'process:examine': z.tuple([z.int().min(0).max(highestPid)]),
  'what-is:ask': z.tuple([z.string().max(askLimit)]),
  'connections:look': z.tuple([]),
  'connections:check': z.tuple([z.array(z.string().max(100)).max(500).nullable()]),
  'connections:cancel': z.tuple([]),
  'connections:describe': z.tuple([]),
  'errors:find': z.tuple([z.string().max(askLimit)]),
  'recorder:start': z.tuple([]),
  'recorder:stop': z.tuple([]),
  'file:show': z.tuple([z.int().min(0).max(highestPid)]),
}

/** @returns on failure which argument was wrong, in words for "Copy details". */
export function decodeArguments<C extends AskedChannel>(
  channel: C,
  received: readonly unknown[],
): Result<Arguments<C>, string> {
  const decoded = decoders[channel].safeParse(received)
  if (decoded.success) return success(decoded.data)
  const issue = decoded.error.issues[0]
  return failure(`${channel} ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not understood'}`)
}
