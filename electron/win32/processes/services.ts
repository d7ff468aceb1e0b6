/** Services, their processes and their configuration. Readable without admin rights. */
import type { Probe } from '../../../shared/model/probe.ts'
import { known } from '../../../shared/model/probe.ts'
import type { ListedService, ServiceConfiguration } from '../../../shared/model/service.ts'
import {
  advapi32,
  SC_ENUM_PROCESS_INFO,
  SC_MANAGER_CONNECT,
  SC_MANAGER_ENUMERATE_SERVICE,
  SC_STATUS_PROCESS_INFO,
  SERVICE_QUERY_CONFIG,
  SERVICE_QUERY_STATUS,
  SERVICE_STATE_ALL,
  SERVICE_WIN32,
} from '../bridge/advapi32.ts'
import type { Advapi32 } from '../bridge/advapi32.ts'
import { callAsync, callAsyncOrError, slowCalls, notRun } from '../bridge/call-async.ts'
import { kernel32 } from '../bridge/kernel32.ts'
import type { Kernel32 } from '../bridge/kernel32.ts'
import { loadKoffi } from '../bridge/load-koffi.ts'
import type { Koffi, Pointer } from '../bridge/load-koffi.ts'
import {
  readServiceConfiguration,
  readServices,
  readServiceStatus,
  statusBytes,
  type ServiceStatus,
} from '../bytes/read-services.ts'
import {
  ERROR_INSUFFICIENT_BUFFER,
  failedFor,
  probeForError,
  unavailable,
} from '../bridge/reasons.ts'

/**
 * As many bytes as are asked for travel between two processes, used or not: 256 KB, the most that Windows takes, cost
 * six times as much. Three hundred services need 50 KB.
 */
const pageBytes = 64 * 1024
const mostPages = 256
/** The most that Windows takes. */
const mostConfigurationBytes = 256 * 1024

/** All services that run programs (drivers are left out). */
export function listServices(signal?: AbortSignal): Promise<Probe<readonly ListedService[]>> {
  return withManager(SC_MANAGER_ENUMERATE_SERVICE, signal, async (api, manager) => {
    const services: ListedService[] = []
    const resume = Buffer.alloc(4)
    const bytes = Buffer.alloc(pageBytes)
    for (let page = 0; page < mostPages; page += 1) {
      const needed = Buffer.alloc(4)
      const returned = Buffer.alloc(4)
      const worked = await callAsync(
        api.advapi32.EnumServicesStatusExW,
        manager,
        SC_ENUM_PROCESS_INFO,
        SERVICE_WIN32,
        SERVICE_STATE_ALL,
        bytes,
        bytes.length,
        needed,
        returned,
        resume,
        null,
      )
      // A page that is not the last one is told as the error "more data", with the bytes still to come.
      const hasMore = worked === 0 && needed.readUInt32LE() > 0
      if (worked === 0 && !hasMore) return failedFor('windows-error')
      const rows = readServices(bytes, api.koffi.address(bytes), returned.readUInt32LE())
      // Half a list would make a service that is there look absent.
      if (!rows.isComplete) return failedFor('unreadable')
      services.push(...rows.services)
      if (!hasMore) return known(services)
    }
    return failedFor('unreadable')
  })
}

/** One answer for each key name, in their order. */
export async function readServiceConfigurations(
  keyNames: readonly string[],
  signal?: AbortSignal,
): Promise<readonly Probe<ServiceConfiguration>[]> {
  const answers = await withManager(0, signal, async (api, manager) => {
    const configurations: Probe<ServiceConfiguration>[] = []
    for (const keyName of keyNames) configurations.push(await readOne(api, manager, keyName))
    return known(configurations)
  })
  return answers.state === 'known' ? answers.value : keyNames.map(() => answers)
}

/** One answer for each key name, in their order: drivers too, and services that the list leaves out. */
export async function readServiceStates(
  keyNames: readonly string[],
  signal?: AbortSignal,
): Promise<readonly Probe<ServiceStatus>[]> {
  if (keyNames.length === 0) return []
  const answers = await withManager(0, signal, async (api, manager) => {
    const states: Probe<ServiceStatus>[] = []
    for (const keyName of keyNames) {
      states.push(
        await withService(api, manager, keyName, SERVICE_QUERY_STATUS, async (service) => {
          const bytes = Buffer.alloc(statusBytes)
          const asked = await callAsyncOrError(
            api.advapi32.QueryServiceStatusEx,
            api.kernel32.GetLastError,
            ...([service, SC_STATUS_PROCESS_INFO, bytes, bytes.length, Buffer.alloc(4)] as const),
          )
          return asked.ok ? known(readServiceStatus(bytes)) : probeForError(asked.code)
        }),
      )
    }
    return known(states)
  })
  return answers.state === 'known' ? answers.value : keyNames.map(() => answers)
}

interface Libraries {
  readonly koffi: Koffi
  readonly advapi32: Advapi32
  readonly kernel32: Kernel32
}

/** The service manager is another process and may be busy: every question to it is asked on a worker thread. */
async function withManager<T>(
  access: number,
  signal: AbortSignal | undefined,
  use: (api: Libraries, manager: Pointer) => Promise<Probe<T>>,
): Promise<Probe<T>> {
  const koffi = loadKoffi()
  if (!koffi.ok) return unavailable(koffi.failure)
  const services = advapi32()
  if (!services.ok) return unavailable(services.failure)
  const base = kernel32()
  if (!base.ok) return unavailable(base.failure)
  const api = { koffi: koffi.value, advapi32: services.value, kernel32: base.value }
  const answer = await slowCalls.run(async () => {
    const manager = await callAsyncOrError(
      api.advapi32.OpenSCManagerW,
      api.kernel32.GetLastError,
      null,
      null,
      SC_MANAGER_CONNECT | access,
    )
    if (!manager.ok) return probeForError(manager.code)
    try {
      return await use(api, manager.value)
    } finally {
      api.advapi32.CloseServiceHandle(manager.value)
    }
  }, signal)
  return answer ?? notRun(signal)
}

function readOne(
  api: Libraries,
  manager: Pointer,
  keyName: string,
): Promise<Probe<ServiceConfiguration>> {
  return withService(api, manager, keyName, SERVICE_QUERY_CONFIG, async (service) => {
    // Larger than nearly all of them, so that the first question is mostly the last.
    for (let sizeBytes = 8 * 1024; sizeBytes <= mostConfigurationBytes;) {
      const bytes = Buffer.alloc(sizeBytes)
      const needed = Buffer.alloc(4)
      const asked = await callAsyncOrError(
        api.advapi32.QueryServiceConfigW,
        api.kernel32.GetLastError,
        ...([service, bytes, sizeBytes, needed] as const),
      )
      if (asked.ok) {
        const configuration = readServiceConfiguration(bytes, api.koffi.address(bytes))
        return configuration === null ? failedFor('unreadable') : known(configuration)
      }
      if (asked.code !== ERROR_INSUFFICIENT_BUFFER) return probeForError(asked.code)
      sizeBytes = Math.max(2 * sizeBytes, needed.readUInt32LE())
    }
    return failedFor('unreadable')
  })
}

async function withService<T>(
  { advapi32: { OpenServiceW, CloseServiceHandle }, kernel32: { GetLastError } }: Libraries,
  manager: Pointer,
  keyName: string,
  access: number,
  use: (service: Pointer) => Promise<Probe<T>>,
): Promise<Probe<T>> {
  const service = await callAsyncOrError(OpenServiceW, GetLastError, manager, keyName, access)
  if (!service.ok) return probeForError(service.code)
  try {
    return await use(service.value)
  } finally {
    CloseServiceHandle(service.value)
  }
}
