/**
 * The way of a request from the window to its handler. Sender checked, arguments decoded, answer always a Result. The
 * only importer of ipcMain.
 */
import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { asText, type AsText } from '../../shared/ipc/as-text.ts'
import {
  argumentCountOf,
  askedChannels,
  type Answer,
  type Arguments,
  type AskedChannel,
  type RequestFailure,
  type Told,
  type ToldChannel,
} from '../../shared/ipc/channels.ts'
import { failure, success, type Result } from '../../shared/model/result.ts'
import { isOurAddress } from '../window/app-address.ts'
import { logError } from '../log.ts'

/** What a worker answers is a text already. */
type WrittenElsewhere = 'openFiles' | 'reopenReport' | 'compareReports'
type Answered<C extends AskedChannel> =
  Answer<C> | (C extends WrittenElsewhere ? AsText<Answer<C>> : never)

export type Handlers = {
  readonly [C in AskedChannel]: (
    sender: WebContents,
    ...given: Arguments<C>
  ) => Promise<Answered<C>> | Answer<C>
}

/** @param handlers may still be loading: what the window asks before they are there, waits for them. */
export function wireHandlers(handlers: Promise<Handlers>): void {
  for (const channel of askedChannels) handle(channel, handlers)
}

function handle<C extends AskedChannel>(channel: C, handlers: Promise<Handlers>): void {
  ipcMain.handle(channel, async (event, ...received: unknown[]) =>
    textOf(await answer(channel, handlers, event, received)),
  )
}

/** What a worker has written is passed on as it is. */
function textOf(answer: object | string): string {
  return typeof answer === 'string' ? answer : asText(answer)
}

async function answer<C extends AskedChannel>(
  channel: C,
  handlers: Promise<Handlers>,
  event: IpcMainInvokeEvent,
  received: readonly unknown[],
): Promise<Answered<C>> {
  if (!isOurWindow(event)) {
    return refuse({ code: 'refused-sender', detail: `${channel} from a page that is not ours` })
  }
  const decoded = await decode(channel, received)
  if (!decoded.ok) return refuse({ code: 'bad-arguments', detail: decoded.failure })
  try {
    return await (await handlers)[channel](event.sender, ...decoded.value)
  } catch (error) {
    logError(channel, error)
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return refuse({ code: 'internal', detail: `${channel}: ${detail}` })
  }
}

async function decode<C extends AskedChannel>(
  channel: C,
  received: readonly unknown[],
): Promise<Result<Arguments<C>, string>> {
  // What checks values takes long to load, and the first questions have none.
  if (received.length === 0 && argumentCountOf(channel) === 0) return success([] as Arguments<C>)
  const { decodeArguments } = await import('../../shared/ipc/decode.ts')
  return decodeArguments(channel, received)
}

/** Only the top frame of a page from our own protocol may ask. */
function isOurWindow({
  senderFrame,
  sender,
}: Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>): boolean {
  if (senderFrame === null || senderFrame !== sender.mainFrame) return false
  return isOurAddress(senderFrame.url)
}

function refuse(reason: RequestFailure): { readonly ok: false; readonly failure: RequestFailure } {
  return failure(reason)
}

export function tell<C extends ToldChannel>(
  receiver: WebContents,
  channel: C,
  message: Told[C],
): void {
  // Whoever asked may have closed the window meanwhile, or its page may have ended.
  if (!receiver.isDestroyed() && !receiver.isCrashed()) receiver.send(channel, message)
}
