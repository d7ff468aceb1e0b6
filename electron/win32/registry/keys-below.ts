/** The names of the keys below one, with pauses for whatever else has to be done: there may be as many as somebody likes. */
import { failed, known, type Probe } from '../../../shared/model/probe.ts'
import { visitRegistryKeys, type Hive } from './registry.ts'

/**
 * Empty when there is no such key.
 *
 * @param most a key with more than this is `too-large`
 */
export async function keysBelow(
  hive: Hive,
  key: string,
  most: number,
  signal?: AbortSignal,
): Promise<Probe<readonly string[]>> {
  const names: string[] = []
  const visited = await visitRegistryKeys(hive, key, (name) => names.push(name), most, signal)
  if (visited.state !== 'known') return visited
  return visited.value ? known(names) : failed('too-large')
}
