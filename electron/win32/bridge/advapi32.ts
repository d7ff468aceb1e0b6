/** Declarations of advapi32.dll, under Microsoft's names: services, tokens and the registry. */
import type { Native, Pointer } from './load-koffi.ts'
import { systemLibrary } from './system-library.ts'

export interface Advapi32 {
  /** https://learn.microsoft.com/windows/win32/api/winsvc/nf-winsvc-openscmanagerw */
  readonly OpenSCManagerW: Native<
    [machine: null, database: null, desiredAccess: number],
    Pointer | null
  >
  /** https://learn.microsoft.com/windows/win32/api/winsvc/nf-winsvc-openservicew */
  readonly OpenServiceW: Native<
    [manager: Pointer, serviceName: string, desiredAccess: number],
    Pointer | null
  >
  /** https://learn.microsoft.com/windows/win32/api/winsvc/nf-winsvc-closeservicehandle */
  readonly CloseServiceHandle: Native<[handle: Pointer], number>
  /** https://learn.microsoft.com/windows/win32/api/winsvc/nf-winsvc-enumservicesstatusexw */
  readonly EnumServicesStatusExW: Native<
    [
      manager: Pointer,
      infoLevel: number,
      serviceType: number,
      serviceState: number,
      services: Buffer,
      sizeBytes: number,
      bytesNeeded: Buffer,
      servicesReturned: Buffer,
      resumeHandle: Buffer,
      groupName: null,
    ],
    number
  >
  /** https://learn.microsoft.com/windows/win32/api/winsvc/nf-winsvc-queryserviceconfigw */
  readonly QueryServiceConfigW: Native<
    [service: Pointer, configuration: Buffer, sizeBytes: number, bytesNeeded: Buffer],
    number
  >
  /** https://learn.microsoft.com/windows/win32/api/winsvc/nf-winsvc-queryservicestatusex */
  readonly QueryServiceStatusEx: Native<
    [service: Pointer, infoLevel: number, status: Buffer, sizeBytes: number, bytesNeeded: Buffer],
    number
  >
  /** https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-openprocesstoken */
  readonly OpenProcessToken: Native<
    [process: Pointer, desiredAccess: number, token: Buffer],
    number
  >
  /** https://learn.microsoft.com/windows/win32/api/securitybaseapi/nf-securitybaseapi-gettokeninformation */
  readonly GetTokenInformation: Native<
    [
      token: Pointer,
      informationClass: number,
      information: Buffer,
      sizeBytes: number,
      bytesNeeded: Buffer,
    ],
    number
  >
  /** https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-lookupaccountsidw */
  readonly LookupAccountSidW: Native<
    [
      system: null,
      sid: Buffer,
      name: Buffer,
      nameChars: Buffer,
      domain: Buffer,
      domainChars: Buffer,
      use: Buffer,
    ],
    number
  >
  /** https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-getfilesecurityw */
  readonly GetFileSecurityW: Native<
    [path: string, information: number, descriptor: Buffer, sizeBytes: number, needed: Buffer],
    number
  >
  /** https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regopenkeyexw */
  readonly RegOpenKeyExW: Native<
    [key: Pointer, subKey: string, options: number, desiredAccess: number, result: Buffer],
    number
  >
  /** https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regclosekey */
  readonly RegCloseKey: Native<[key: Pointer], number>
  /** https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regenumkeyexw */
  readonly RegEnumKeyExW: Native<
    [
      key: Pointer,
      index: number,
      name: Buffer,
      nameChars: Buffer,
      reserved: null,
      className: null,
      classChars: null,
      lastWritten: null,
    ],
    number
  >
  /** https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regenumvaluew */
  readonly RegEnumValueW: Native<
    [
      key: Pointer,
      index: number,
      name: Buffer,
      nameChars: Buffer,
      reserved: null,
      type: Buffer,
      data: Buffer | null,
      sizeBytes: Buffer,
    ],
    number
  >
  /** https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regqueryvalueexw */
  readonly RegQueryValueExW: Native<
    [key: Pointer, name: string, reserved: null, type: Buffer, data: Buffer, sizeBytes: Buffer],
    number
  >
}

const P = 'void *'

export const advapi32 = systemLibrary<Advapi32>('advapi32.dll', (declare) => ({
  OpenSCManagerW: declare('OpenSCManagerW', P, [P, P, 'uint32']),
  OpenServiceW: declare('OpenServiceW', P, [P, 'str16', 'uint32']),
  CloseServiceHandle: declare('CloseServiceHandle', 'int32', [P]),
  EnumServicesStatusExW: declare('EnumServicesStatusExW', 'int32', [
    P,
    'uint32',
    'uint32',
    'uint32',
    P,
    'uint32',
    P,
    P,
    P,
    P,
  ]),
  QueryServiceConfigW: declare('QueryServiceConfigW', 'int32', [P, P, 'uint32', P]),
  QueryServiceStatusEx: declare('QueryServiceStatusEx', 'int32', [P, 'uint32', P, 'uint32', P]),
  OpenProcessToken: declare('OpenProcessToken', 'int32', [P, 'uint32', P]),
  GetTokenInformation: declare('GetTokenInformation', 'int32', [P, 'uint32', P, 'uint32', P]),
  LookupAccountSidW: declare('LookupAccountSidW', 'int32', [P, P, P, P, P, P, P]),
  GetFileSecurityW: declare('GetFileSecurityW', 'int32', ['str16', 'uint32', P, 'uint32', P]),
  RegOpenKeyExW: declare('RegOpenKeyExW', 'uint32', [P, 'str16', 'uint32', 'uint32', P]),
  RegCloseKey: declare('RegCloseKey', 'uint32', [P]),
  RegEnumKeyExW: declare('RegEnumKeyExW', 'uint32', [P, 'uint32', P, P, P, P, P, P]),
  RegEnumValueW: declare('RegEnumValueW', 'uint32', [P, 'uint32', P, P, P, P, P, P]),
  RegQueryValueExW: declare('RegQueryValueExW', 'uint32', [P, 'str16', P, P, P, P]),
}))

/** https://learn.microsoft.com/windows/win32/services/service-security-and-access-rights */
export const SC_MANAGER_CONNECT = 1
export const SC_MANAGER_ENUMERATE_SERVICE = 4
export const SERVICE_QUERY_CONFIG = 1
export const SERVICE_QUERY_STATUS = 4
export const SC_STATUS_PROCESS_INFO = 0
export const SC_ENUM_PROCESS_INFO = 0
export const SERVICE_WIN32 = 0x30
export const SERVICE_STATE_ALL = 3

/** https://learn.microsoft.com/windows/win32/secauthz/access-rights-for-access-token-objects */
export const TOKEN_QUERY = 8
export const TokenUser = 1
export const TokenElevation = 20
export const TokenIntegrityLevel = 25

/** https://learn.microsoft.com/windows/win32/secauthz/security-information */
export const DACL_SECURITY_INFORMATION = 4

/** https://learn.microsoft.com/windows/win32/sysinfo/registry-key-security-and-access-rights */
export const KEY_QUERY_VALUE = 1
export const KEY_ENUMERATE_SUB_KEYS = 8
export const KEY_WOW64_64KEY = 0x100
export const HKEY_CURRENT_USER = 0xffffffff80000001n
export const HKEY_LOCAL_MACHINE = 0xffffffff80000002n
