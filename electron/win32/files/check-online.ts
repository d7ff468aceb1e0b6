/**
 * A signature checked with the network, when somebody asks: Windows then fetches the certificates that this PC does not
 * have, from the addresses that the others name.
 */
import type { Probe } from '../../../shared/model/probe.ts'
import type { Signature } from '../../../shared/model/signature.ts'
import { createGate } from '../../async/gate.ts'
import { notRun } from '../bridge/call-async.ts'
import { skippedFor } from '../bridge/reasons.ts'
import { withHeldFile } from './held-file.ts'
import { leadsToNetwork } from './network-path.ts'
import { readSignature } from './signature.ts'

/** Windows itself gives up after 15 seconds for each address. */
const deadlineMs = 60_000

/** A gate of its own: whoever waits for a server must not keep the unasked looks waiting. */
const calls = createGate(1, deadlineMs)

export async function checkOnline(path: string, signal?: AbortSignal): Promise<Probe<Signature>> {
  if (leadsToNetwork(path)) return skippedFor('network-path')
  const answer = await calls.run(
    () => withHeldFile(path, (file) => readSignature(file, true)),
    signal,
  )
  return answer ?? notRun(signal)
}
