/** Links: the page that a source's key stands for. The window sends a key, never an address. */
import { readCatalogue } from '../../shared/catalogue/catalogue.ts'
import type { Answer } from '../../shared/ipc/channels.ts'
import { failure, success } from '../../shared/model/result.ts'

/** The https address of a catalogue source, or undefined. The catalogue's schema admits https only. */
export function addressOfSource(key: string): string | undefined {
  const { sources } = readCatalogue()
  return Object.hasOwn(sources, key) ? sources[key]?.url : undefined
}

/** @param open hands an address to the user's browser. */
export async function openLink(
  key: string,
  open: (address: string) => Promise<void>,
): Promise<Answer<'openLink'>> {
  const address = addressOfSource(key)
  if (address === undefined) {
    return failure({ code: 'bad-arguments', detail: `no page is known for source ${key}` })
  }
  await open(address)
  return success(null)
}
