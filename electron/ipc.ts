/** How does a request of the window reach its handler? Sender checked, arguments decoded, answer always a Result. The only importer of ipcMain. */
import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import type {
  Answer,
  Arguments,
  AskedChannel,
  RequestFailure,
  Told,
  ToldChannel,
} from '../shared/ipc/channels.ts'
import { failure } from '../shared/ipc/result.ts'
import { isOurAddress } from './app-address.ts'
import { logError } from './log.ts'

export type Handlers = {
  readonly [C in AskedChannel]: (
    sender: WebContents,
    ...given: Arguments<C>
  ) => Promise<Answer<C>> | Answer<C>
}

export function wireHandlers(handlers: Handlers): void {
  for (const channel of Object.keys(handlers) as AskedChannel[]) handle(channel, handlers[channel])
}

function handle<C extends AskedChannel>(channel: C, run: Handlers[C]): void {
  ipcMain.handle(channel, async (event, ...received: unknown[]) => {
    if (!isOurWindow(event)) {
      return refuse({ code: 'refused-sender', detail: `${channel} from a page that is not ours` })
    }
    // Loaded with the first request: the window opens sooner without it.
    const { decodeArguments } = await import('../shared/ipc/decode.ts')
    const decoded = decodeArguments(channel, received)
    if (!decoded.ok) return refuse({ code: 'bad-arguments', detail: decoded.failure })
    try {
      return await run(event.sender, ...decoded.value)
    } catch (error) {
      logError(channel, error)
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
      return refuse({ code: 'internal', detail: `${channel}: ${detail}` })
    }
  })
}

/** Only the top frame of a page from our own protocol may ask. */
export function isOurWindow({
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
  if (!receiver.isDestroyed()) receiver.send(channel, message)
}
