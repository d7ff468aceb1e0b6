/** Declarations of cfgmgr32.dll, under Microsoft's names: which devices are plugged in, and how they are. */
import type { Native } from './load-koffi.ts'
import { systemLibrary } from './system-library.ts'

/** A DEVINST is a number of 32 bits. */
export interface Cfgmgr32 {
  /** https://learn.microsoft.com/windows/win32/api/cfgmgr32/nf-cfgmgr32-cm_get_device_id_list_sizew */
  readonly CM_Get_Device_ID_List_SizeW: Native<
    [chars: Buffer, filter: string, flags: number],
    number
  >
  /** https://learn.microsoft.com/windows/win32/api/cfgmgr32/nf-cfgmgr32-cm_get_device_id_listw */
  readonly CM_Get_Device_ID_ListW: Native<
    [filter: string, list: Buffer, chars: number, flags: number],
    number
  >
  /** https://learn.microsoft.com/windows/win32/api/cfgmgr32/nf-cfgmgr32-cm_locate_devnodew */
  readonly CM_Locate_DevNodeW: Native<[node: Buffer, id: string, flags: number], number>
  /** https://learn.microsoft.com/windows/win32/api/cfgmgr32/nf-cfgmgr32-cm_get_devnode_status */
  readonly CM_Get_DevNode_Status: Native<
    [status: Buffer, problem: Buffer, node: number, flags: number],
    number
  >
  /** https://learn.microsoft.com/windows/win32/api/cfgmgr32/nf-cfgmgr32-cm_get_parent */
  readonly CM_Get_Parent: Native<[parent: Buffer, node: number, flags: number], number>
  /** https://learn.microsoft.com/windows/win32/api/cfgmgr32/nf-cfgmgr32-cm_get_device_idw */
  readonly CM_Get_Device_IDW: Native<
    [node: number, id: Buffer, chars: number, flags: number],
    number
  >
}

const P = 'void *'

export const cfgmgr32 = systemLibrary<Cfgmgr32>('cfgmgr32.dll', (declare) => ({
  CM_Get_Device_ID_List_SizeW: declare('CM_Get_Device_ID_List_SizeW', 'uint32', [
    P,
    'str16',
    'uint32',
  ]),
  CM_Get_Device_ID_ListW: declare('CM_Get_Device_ID_ListW', 'uint32', [
    'str16',
    P,
    'uint32',
    'uint32',
  ]),
  CM_Locate_DevNodeW: declare('CM_Locate_DevNodeW', 'uint32', [P, 'str16', 'uint32']),
  CM_Get_DevNode_Status: declare('CM_Get_DevNode_Status', 'uint32', [P, P, 'uint32', 'uint32']),
  CM_Get_Parent: declare('CM_Get_Parent', 'uint32', [P, 'uint32', 'uint32']),
  CM_Get_Device_IDW: declare('CM_Get_Device_IDW', 'uint32', ['uint32', P, 'uint32', 'uint32']),
}))

export const CR_SUCCESS = 0
export const CR_BUFFER_SMALL = 0x1a
/** By enumerator, and only what is plugged in. */
export const CM_GETIDLIST_FILTER_ENUMERATOR = 1
export const CM_GETIDLIST_FILTER_PRESENT = 0x100
/** Status: the problem code counts. */
export const DN_HAS_PROBLEM = 0x400
