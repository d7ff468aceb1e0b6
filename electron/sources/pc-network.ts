/** What a Windows PC's network is like, put together from its adapters, profiles, proxies and firewall rules. */
import type { NetworkFacts, OtherMakersProgram } from '../../shared/model/pc-facts.ts'
import { failed, known, type Probe } from '../../shared/model/probe.ts'
import { findOtherMakers } from '../win32/installed/other-makers.ts'
import { readNetwork } from '../win32/network/network-adapters.ts'
import { readLetIn } from '../win32/network/let-in.ts'
import { readNetworkCategory } from '../win32/network/network-category.ts'
import { readMachineProxy, readUserProxy } from '../win32/network/proxy-settings.ts'
import { keptFor } from '../async/kept-for.ts'
import type { Asking } from './asking.ts'
import type { Sources } from './sources.ts'

/** Two parts ask for it in one look. */
const networkKeptMs = 2_000
const networkOf = keptFor(
  networkKeptMs,
  ({ signal }: Asking) => readNetwork(signal),
  () => '',
  ({ state }) => state === 'known',
)

export async function readNetworkFacts(asking: Asking): Promise<NetworkFacts> {
  const { signal } = asking
  const [network, letIn] = await Promise.all([networkOf(asking), readLetIn(signal)])
  return {
    category:
      network.state === 'known' ? await readNetworkCategory(network.value, signal) : network,
    adapters: network.state === 'known' ? known(network.value.adapters) : network,
    userProxy: readUserProxy(),
    machineProxy: readMachineProxy(),
    letIn,
  }
}

export async function readOtherMakersPrograms(
  sources: Pick<Sources, 'services' | 'list'>,
  asking: Asking,
): Promise<Probe<readonly OtherMakersProgram[]>> {
  const [services, listing, network] = await Promise.all([
    sources.services(asking),
    sources.list(asking),
    networkOf(asking),
  ])
  return findOtherMakers(
    {
      services,
      processNames: listing.ok
        ? known(listing.value.processes.map(({ name }) => name))
        : failed('windows-error'),
      adapters: network.state === 'known' ? known(network.value.adapters) : network,
    },
    asking.signal,
  )
}
