/**
 * Whether this program runs as the account that is signed in. Who is asked for an administrator's password gets the
 * settings of that administrator: Run keys, Store packages and proxy of somebody else. The desktop's own program,
 * explorer.exe of the same session, belongs to whoever is signed in.
 */
import { imageNameKey } from '../../../shared/catalogue/match.ts'
import { known, skipped, type Probe } from '../../../shared/model/probe.ts'
import type { ListedProcess } from '../../../shared/model/process.ts'
import { readOwnerId } from './process-owner.ts'
import type { ProcessIdentity } from './open-process.ts'

const desktop = imageNameKey('explorer.exe')

/** @param ownerOf null asks about this program */
export function readIsSignedIn(
  processes: readonly ListedProcess[],
  ownerOf: (process: ProcessIdentity | null) => Probe<string> = readOwnerId,
  ownPid = process.pid,
): Probe<boolean> {
  const sessionOf = ({ counts }: ListedProcess) =>
    counts.state === 'known' ? counts.value.sessionId : undefined
  const own = processes.find(({ pid }) => pid === ownPid)
  const session = own && sessionOf(own)
  const desktops = processes.filter(
    (one) => imageNameKey(one.name) === desktop && sessionOf(one) === session,
  )
  // A service has no desktop, and some PCs have another program for it.
  if (session === undefined || desktops.length === 0) return skipped('not-checked')
  const ownId = ownerOf(null)
  if (ownId.state !== 'known') return ownId
  const owners = desktops.map(({ pid, startedAtUtc }) =>
    ownerOf({ pid, startedAtUtc: startedAtUtc.state === 'known' ? startedAtUtc.value : null }),
  )
  if (owners.some((owner) => owner.state === 'known' && owner.value === ownId.value)) {
    return known(true)
  }
  // What belongs to the own account can be opened: denied is another's.
  const isAnothers = owners.every(({ state }) => state === 'known' || state === 'denied')
  return isAnothers ? known(false) : skipped('not-checked')
}
