/** Account and integrity level of a process, and whether this one is elevated. */
import type { ProcessOwner } from '../../../shared/model/owner.ts'
import type { Probe } from '../../../shared/model/probe.ts'
import { known } from '../../../shared/model/probe.ts'
import {
  advapi32,
  TOKEN_QUERY,
  TokenElevation,
  TokenIntegrityLevel,
  TokenUser,
} from '../bridge/advapi32.ts'
import type { Advapi32 } from '../bridge/advapi32.ts'
import { keptFor } from '../../async/kept-for.ts'
import { callAsync, slowCalls } from '../bridge/call-async.ts'
import { kernel32 } from '../bridge/kernel32.ts'
import type { Kernel32 } from '../bridge/kernel32.ts'
import { loadKoffi } from '../bridge/load-koffi.ts'
import type { Koffi, Pointer } from '../bridge/load-koffi.ts'
import { withProcess } from './open-process.ts'
import type { ProcessIdentity } from './open-process.ts'
import { readIntegrityLevel, readSecurityId } from '../bytes/read-security-id.ts'
import { offsetOfAddress, readTerminatedString } from '../bridge/read-strings.ts'
import { failedFor, probeForError, unavailable } from '../bridge/reasons.ts'

interface Libraries {
  readonly koffi: Koffi
  readonly advapi32: Advapi32
  readonly kernel32: Kernel32
}

function libraries(): Probe<Libraries> {
  const koffi = loadKoffi()
  if (!koffi.ok) return unavailable(koffi.failure)
  const tokens = advapi32()
  if (!tokens.ok) return unavailable(tokens.failure)
  const base = kernel32()
  if (!base.ok) return unavailable(base.failure)
  return known({ koffi: koffi.value, advapi32: tokens.value, kernel32: base.value })
}

/** Other users' processes, services above all, answer `denied` to a user without admin rights. */
export async function readProcessOwner(
  identity: ProcessIdentity,
  signal?: AbortSignal,
): Promise<Probe<ProcessOwner>> {
  const loaded = libraries()
  if (loaded.state !== 'known') return loaded
  const api = loaded.value
  const raw = withProcess(api.kernel32, identity, (process) =>
    withToken(api, process, (token) => {
      const user = readTokenSid(api, token, TokenUser)
      if (user.state !== 'known') return user
      const label = readTokenSid(api, token, TokenIntegrityLevel)
      const integrity =
        label.state === 'known' ? readIntegrityLevel(readSecurityId(label.value, 0) ?? '') : null
      return known({ sid: user.value, integrity })
    }),
  )
  if (raw.state !== 'known') return raw
  const securityId = readSecurityId(raw.value.sid, 0)
  if (securityId === null) return failedFor('unreadable')
  const account = await accountNames(securityId, api.advapi32, raw.value.sid, signal)
  return known({ securityId, account, integrity: raw.value.integrity })
}

/** The identifier alone, of a process or of this one. */
export function readOwnerId(identity: ProcessIdentity | null): Probe<string> {
  const loaded = libraries()
  if (loaded.state !== 'known') return loaded
  const api = loaded.value
  const ask = (process: Pointer) =>
    withToken(api, process, (token) => readTokenSid(api, token, TokenUser))
  const sid =
    identity === null
      ? ask(api.kernel32.GetCurrentProcess())
      : withProcess(api.kernel32, identity, ask)
  if (sid.state !== 'known') return sid
  const securityId = readSecurityId(sid.value, 0)
  return securityId === null ? failedFor('unreadable') : known(securityId)
}

/** A domain's accounts are asked of its server: that can take long, and is asked once for all of an account's processes. */
const accountNames = keptFor(
  10 * 60_000,
  (_securityId: string, api: Advapi32, sid: Buffer, signal: AbortSignal | undefined) =>
    slowCalls.run(() => accountOf(api, sid), signal),
  (securityId) => securityId,
)

/** Whether this process itself has admin rights in force. */
export function readElevation(): Probe<boolean> {
  const loaded = libraries()
  if (loaded.state !== 'known') return loaded
  const api = loaded.value
  return withToken(api, api.kernel32.GetCurrentProcess(), (token) => {
    const elevation = Buffer.alloc(4)
    const worked = api.advapi32.GetTokenInformation(
      token,
      TokenElevation,
      elevation,
      elevation.length,
      Buffer.alloc(4),
    )
    return worked === 0
      ? probeForError(api.kernel32.GetLastError())
      : known(elevation.readUInt32LE() !== 0)
  })
}

function withToken<T>(
  api: Libraries,
  process: Pointer,
  use: (token: Pointer) => Probe<T>,
): Probe<T> {
  const handle = Buffer.alloc(8)
  if (api.advapi32.OpenProcessToken(process, TOKEN_QUERY, handle) === 0) {
    return probeForError(api.kernel32.GetLastError())
  }
  const token = handle.readBigUInt64LE()
  try {
    return use(token)
  } finally {
    api.kernel32.CloseHandle(token)
  }
}

/** Both kinds of answer begin with the address of a security identifier in the same buffer. */
function readTokenSid(api: Libraries, token: Pointer, informationClass: number): Probe<Buffer> {
  const bytes = Buffer.alloc(512)
  const worked = api.advapi32.GetTokenInformation(
    token,
    informationClass,
    bytes,
    bytes.length,
    Buffer.alloc(4),
  )
  if (worked === 0) return probeForError(api.kernel32.GetLastError())
  const offset = offsetOfAddress(bytes, api.koffi.address(bytes), bytes.readBigUInt64LE(), 8)
  return offset === undefined ? failedFor('unreadable') : known(bytes.subarray(offset))
}

async function accountOf(api: Advapi32, sid: Buffer): Promise<string | null> {
  const chars = 512
  const name = Buffer.alloc(2 * chars)
  const domain = Buffer.alloc(2 * chars)
  const nameChars = Buffer.alloc(4)
  const domainChars = Buffer.alloc(4)
  nameChars.writeUInt32LE(chars)
  domainChars.writeUInt32LE(chars)
  const worked = await callAsync(
    api.LookupAccountSidW,
    null,
    sid,
    name,
    nameChars,
    domain,
    domainChars,
    Buffer.alloc(4),
  )
  if (worked === 0) return null
  const [domainName, userName] = [readTerminatedString(domain), readTerminatedString(name)]
  return domainName === '' ? userName : `${domainName}\\${userName}`
}
