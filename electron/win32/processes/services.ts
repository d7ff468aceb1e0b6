/** Services, their processes and their configuration. Readable without admin rights. */
import type { Probe } from '../../../shared/model/probe.ts'
import { known } from '../../../shared/model/probe.ts'
import type { ListedService, ServiceConfiguration } from '../../../shared/model/service.ts'
import {
  advapi32,
  SC_ENUM_PROCESS_INFO,
  SC_MANAGER_CONNECT,
  SC_MANAGER_ENUMERATE_SERVICE,
  SERVICE_QUERY_CONFIG,
  SERVICE_STATE_ALL,
  SERVICE_WIN32,
} from '../bridge/advapi32.ts'
import type { Advapi32 } from '../bridge/advapi32.ts'
import { callAsync, callAsyncOrError, dearCalls } from '../bridge/call-async.ts'
import { kernel32 } from '../bridge/kernel32.ts'
import type { Kernel32 } from '../bridge/kernel32.ts'
import { loadKoffi } from '../bridge/load-koffi.ts'
import type { Koffi, Pointer } from '../bridge/load-koffi.ts'
import { readServiceConfiguration, readServices } from './read-services.ts'
import {
  ERROR_INSUFFICIENT_BUFFER,
  failedFor,
  probeForError,
  skippedFor,
  unavailable,
} from '../bridge/reasons.ts'

/** The most that one call takes; Windows refuses more. */
const pageBytes = 256 * 1024
const mostPages = 64

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
  const answer = await dearCalls.run(async () => {
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
  return answer ?? skippedFor('cancelled')
}

async function readOne(
  api: Libraries,
  manager: Pointer,
  keyName: string,
): Promise<Probe<ServiceConfiguration>> {
  const { GetLastError } = api.kernel32
  const { OpenServiceW, QueryServiceConfigW, CloseServiceHandle } = api.advapi32
  const service = await callAsyncOrError(
    OpenServiceW,
    GetLastError,
    manager,
    keyName,
    SERVICE_QUERY_CONFIG,
  )
  if (!service.ok) return probeForError(service.code)
  try {
    // Larger than nearly all of them, so that the first question is mostly the last.
    for (let sizeBytes = 8 * 1024; sizeBytes <= pageBytes;) {
      const bytes = Buffer.alloc(sizeBytes)
      const needed = Buffer.alloc(4)
      const asked = await callAsyncOrError(
        QueryServiceConfigW,
        GetLastError,
        service.value,
        bytes,
        sizeBytes,
        needed,
      )
      if (asked.ok) {
        const configuration = readServiceConfiguration(bytes, api.koffi.address(bytes))
        return configuration === null ? failedFor('unreadable') : known(configuration)
      }
      if (asked.code !== ERROR_INSUFFICIENT_BUFFER) return probeForError(asked.code)
      sizeBytes = Math.max(2 * sizeBytes, needed.readUInt32LE())
    }
    return failedFor('unreadable')
  } finally {
    CloseServiceHandle(service.value)
  }
}
