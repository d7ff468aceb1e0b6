/**
 * Programs of other makers that filter traffic, hold the device, start iTunes or use a port of Apple's. Reads
 * `assets/catalogue/other-makers.json`. Each of them only may be in the way.
 */
import data from '../../assets/catalogue/other-makers.json' with { type: 'json' }
import type { NoticedBy } from '../model/pc-facts.ts'
import { imageNameKey } from './match.ts'
import type { OtherMaker } from './schemas/other-makers-schema.ts'

export type { OtherMaker, OtherMakerKind } from './schemas/other-makers-schema.ts'

export const readOtherMakers = (): readonly OtherMaker[] => data as readonly OtherMaker[]

interface Found {
  readonly byService: ReadonlyMap<string, OtherMaker>
  readonly byProcess: ReadonlyMap<string, OtherMaker>
  readonly adapters: readonly { readonly words: string; readonly maker: OtherMaker }[]
}

let kept: Found | undefined

function index(): Found {
  const makers = readOtherMakers()
  const by = (namesOf: (maker: OtherMaker) => readonly string[]) =>
    new Map(
      makers.flatMap((maker) => namesOf(maker).map((name) => [imageNameKey(name), maker] as const)),
    )
  kept ??= {
    byService: by(({ services }) => services),
    byProcess: by(({ processes }) => processes),
    adapters: makers.flatMap((maker) =>
      maker.adapters.map((words) => ({ words: imageNameKey(words), maker })),
    ),
  }
  return kept
}

export function otherMakerOf(id: string): OtherMaker | undefined {
  return readOtherMakers().find((maker) => maker.id === id)
}

/**
 * @param subject a service's key name, a program's image name, or Windows's description of an adapter; in any ASCII case
 */
export function findOtherMaker(by: NoticedBy, subject: string): OtherMaker | undefined {
  const key = imageNameKey(subject)
  if (by === 'service') return index().byService.get(key)
  if (by === 'process') return index().byProcess.get(key)
  return index().adapters.find(({ words }) => key.includes(words))?.maker
}
