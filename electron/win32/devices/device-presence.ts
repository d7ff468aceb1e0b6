/** Which USB devices are plugged in, their problem codes, and how many hubs stand before them. Readable without any right. */
import { known, type Probe } from '../../../shared/model/probe.ts'
import {
  cfgmgr32,
  CM_GETIDLIST_FILTER_ENUMERATOR,
  CM_GETIDLIST_FILTER_PRESENT,
  CR_BUFFER_SMALL,
  CR_SUCCESS,
  DN_HAS_PROBLEM,
  type Cfgmgr32,
} from '../bridge/cfgmgr32.ts'
import { callAsync, slowCalls, notRun } from '../bridge/call-async.ts'
import { readTerminatedString } from '../bridge/read-strings.ts'
import { failedFor, unavailable } from '../bridge/reasons.ts'

export interface DevicePresence {
  /** Instance ids in capitals, such as `USB\VID_05AC&PID_12A8\…`. They hold serial numbers: never to be handed on. */
  readonly ids: ReadonlySet<string>
  readonly problemOf: (id: string) => number | null
  readonly hubsBefore: (id: string) => number | null
}

const flags = CM_GETIDLIST_FILTER_ENUMERATOR | CM_GETIDLIST_FILTER_PRESENT
/** A million signs: far more devices than a PC has sockets. */
const mostChars = 1 << 20
/** USB allows seven levels; the PC's own hub is one of them. */
const mostLevels = 16

export async function readDevicePresence(signal?: AbortSignal): Promise<Probe<DevicePresence>> {
  const api = cfgmgr32()
  if (!api.ok) return unavailable(api.failure)
  const answer = await slowCalls.run(() => listPresent(api.value), signal)
  return answer ?? notRun(signal)
}

async function listPresent(api: Cfgmgr32): Promise<Probe<DevicePresence>> {
  const chars = Buffer.alloc(4)
  // Somebody may plug one in between the two calls.
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if ((await callAsync(api.CM_Get_Device_ID_List_SizeW, chars, 'USB', flags)) !== CR_SUCCESS)
      break
    const wanted = chars.readUInt32LE() + 1024
    if (wanted > mostChars) return failedFor('too-large')
    const list = Buffer.alloc(2 * wanted)
    const code = await callAsync(api.CM_Get_Device_ID_ListW, 'USB', list, wanted, flags)
    if (code === CR_BUFFER_SMALL) continue
    if (code !== CR_SUCCESS) break
    return known({
      ids: new Set(readIdList(list)),
      problemOf: (id) => problemOf(api, id),
      hubsBefore: (id) => hubsBefore(api, id),
    })
  }
  return failedFor('windows-error')
}

/** Texts one after the other, the last one empty. */
export function readIdList(list: Buffer): readonly string[] {
  const ids: string[] = []
  for (let at = 0; at + 2 <= list.length;) {
    const id = readTerminatedString(list, at)
    if (id === '') break
    ids.push(id.toUpperCase())
    at += 2 * (id.length + 1)
  }
  return ids
}

function locate(api: Cfgmgr32, id: string): number | null {
  const node = Buffer.alloc(4)
  return api.CM_Locate_DevNodeW(node, id, 0) === CR_SUCCESS ? node.readUInt32LE() : null
}

function problemOf(api: Cfgmgr32, id: string): number | null {
  const node = locate(api, id)
  if (node === null) return null
  const [status, problem] = [Buffer.alloc(4), Buffer.alloc(4)]
  if (api.CM_Get_DevNode_Status(status, problem, node, 0) !== CR_SUCCESS) return null
  return (status.readUInt32LE() & DN_HAS_PROBLEM) === 0 ? 0 : problem.readUInt32LE()
}

/** Up to the hub that is part of the PC's own USB controller. */
function hubsBefore(api: Cfgmgr32, id: string): number | null {
  let node = locate(api, id)
  const parent = Buffer.alloc(4)
  const name = Buffer.alloc(2 * 256)
  for (let hubs = 0; node !== null && hubs < mostLevels; hubs += 1) {
    if (api.CM_Get_Parent(parent, node, 0) !== CR_SUCCESS) return null
    node = parent.readUInt32LE()
    if (api.CM_Get_Device_IDW(node, name, name.length / 2, 0) !== CR_SUCCESS) return null
    const above = readTerminatedString(name)
    if (/^USB\\ROOT_HUB/i.test(above)) return hubs
    if (!/^USB\\/i.test(above)) return null
  }
  return null
}
