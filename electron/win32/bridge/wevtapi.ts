/** Declarations of wevtapi.dll, under Microsoft's names: the event logs. */
import type { Native, Pointer } from './load-koffi.ts'
import { systemLibrary } from './system-library.ts'

export interface Wevtapi {
  /** https://learn.microsoft.com/windows/win32/api/winevt/nf-winevt-evtquery */
  readonly EvtQuery: Native<
    [session: null, path: string, query: string, flags: number],
    Pointer | null
  >
  /** https://learn.microsoft.com/windows/win32/api/winevt/nf-winevt-evtnext */
  readonly EvtNext: Native<
    [
      resultSet: Pointer,
      eventsSize: number,
      events: Buffer,
      timeoutMs: number,
      flags: number,
      returned: Buffer,
    ],
    number
  >
  /** https://learn.microsoft.com/windows/win32/api/winevt/nf-winevt-evtrender */
  readonly EvtRender: Native<
    [
      context: null,
      fragment: Pointer,
      flags: number,
      bufferSize: number,
      buffer: Buffer,
      bufferUsed: Buffer,
      propertyCount: Buffer,
    ],
    number
  >
  /** https://learn.microsoft.com/windows/win32/api/winevt/nf-winevt-evtclose */
  readonly EvtClose: Native<[object: Pointer], number>
}

const P = 'void *'

export const wevtapi = systemLibrary<Wevtapi>('wevtapi.dll', (declare) => ({
  EvtQuery: declare('EvtQuery', P, [P, 'str16', 'str16', 'uint32']),
  EvtNext: declare('EvtNext', 'int32', [P, 'uint32', P, 'uint32', 'uint32', P]),
  EvtRender: declare('EvtRender', 'int32', [P, P, 'uint32', 'uint32', P, P, P]),
  EvtClose: declare('EvtClose', 'int32', [P]),
}))

/** https://learn.microsoft.com/windows/win32/api/winevt/ne-winevt-evt_query_flags */
export const EvtQueryChannelPath = 1
export const EvtQueryReverseDirection = 0x200
export const EvtRenderEventXml = 1
