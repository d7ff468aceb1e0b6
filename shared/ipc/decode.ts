/** Decoding of arguments. What the window sends is untrusted until it has passed here. */
import { z } from 'zod'
import { windowsTools } from '../model/action.ts'
import { supportedLanguages } from '../text/languages.ts'
import { zoomSteps, type Arguments, type AskedChannel } from './channels.ts'
import { listOptionsSchema } from './list-options-schema.ts'
import { windowChoicesSchema } from './window-choices-schema.ts'
import { failure, success, type Result } from '../model/result.ts'
import { pastedListLimits } from '../search/lines/pasted-list-limits.ts'

/** Text that somebody copies: one explanation, or a list of them, not a book. */
const copyLimit = 100_000

/** A pasted line: a path of Windows has at most 32,767 characters. */
const askLimit = 40_000
/** A whole list of processes, or a log; the window sends no more than is read. */
const pasteLimit = 250_000
const reportId = z.string().max(40)
/** More files than these are dropped as a folder. */
const mostDropped = 10_000
/** Windows counts process numbers in 32 bits. */
const highestPid = 0xffff_ffff

/** The channels that take something; the others share one decoder. */
type Taking = { [C in AskedChannel]: Arguments<C> extends readonly [] ? never : C }[AskedChannel]

/** More PCs than any company has. */
const mostPcs = 10_000_000
const fleetQuery = z.strictObject({
  filter: z.string().max(200),
  finding: z.string().max(200).nullable(),
  from: z.int().min(0).max(mostPcs),
  count: z.int().min(0).max(1_000),
})

const nothing = z.tuple([])
const decoders: { readonly [C in Taking]: z.ZodType<Arguments<C>> } = {
  chooseLanguage: z.tuple([z.enum(supportedLanguages)]),
  rememberList: z.tuple([listOptionsSchema]),
  rememberWindow: z.tuple([windowChoicesSchema]),
  zoom: z.tuple([z.enum(zoomSteps)]),
  openLink: z.tuple([z.string().max(100)]),
  openTool: z.tuple([z.enum(windowsTools)]),
  copyText: z.tuple([z.string().max(copyLimit)]),
  learnProcesses: z.tuple([z.int().min(0)]),
  hashFile: z.tuple([z.int().min(0).max(highestPid)]),
  checkOnline: z.tuple([z.int().min(0).max(highestPid)]),
  examineProcess: z.tuple([z.int().min(0).max(highestPid)]),
  askWhatIs: z.tuple([z.string().max(pasteLimit)]),
  readList: z.tuple([z.string().max(pastedListLimits.letters)]),
  checkConnections: z.tuple([z.array(z.string().max(100)).max(500).nullable()]),
  saveReport: z.tuple([z.boolean()]),
  previewReport: z.tuple([z.boolean()]),
  copySummary: z.tuple([z.boolean()]),
  reopenReport: z.tuple([reportId]),
  compareReports: z.tuple([reportId, reportId]),
  noteDropped: z.tuple([z.array(z.string().max(askLimit)).max(mostDropped)]),
  findErrors: z.tuple([z.string().max(askLimit)]),
  openFleet: z.tuple([z.enum(['files', 'folder'])]),
  pageOfFleet: z.tuple([fleetQuery]),
  openFleetPc: z.tuple([z.int().min(0).max(mostPcs)]),
  saveFleet: z.tuple([fleetQuery]),
  showFile: z.tuple([z.int().min(0).max(highestPid)]),
}

/** @returns on failure which argument was wrong, in words for "Copy details". */
export function decodeArguments<C extends AskedChannel>(
  channel: C,
  received: readonly unknown[],
): Result<Arguments<C>, string> {
  const decoder: z.ZodType = Object.hasOwn(decoders, channel)
    ? decoders[channel as Taking]
    : nothing
  const decoded = decoder.safeParse(received)
  if (decoded.success) return success(decoded.data as Arguments<C>)
  const issue = decoded.error.issues[0]
  return failure(`${channel} ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not understood'}`)
}
