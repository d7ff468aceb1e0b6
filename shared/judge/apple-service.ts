/** Services that bear Apple's names: by key name, by the name that Windows shows, or by the program that they start. */
import { isPrintableAscii } from '../catalogue/ascii.ts'
import { readCatalogue } from '../catalogue/catalogue.ts'
import { imageNameKey } from '../catalogue/match.ts'
import { skeletonOf, withoutInvisible } from '../catalogue/skeleton.ts'
import type { PcService } from '../model/pc-facts.ts'
import { fileNameOf } from './read-command.ts'
import { whyShared } from './trust/trust-rules.ts'

type NamedService = Pick<PcService, 'keyName' | 'displayName'> & Partial<Pick<PcService, 'setUp'>>

/** Bonjour is named like Apple's too, but others build and install it as well: it claims nothing. */
export const isNamedLikeApples = (service: NamedService): boolean => names().all(service)
export const claimsToBeApples = (service: NamedService): boolean => names().appleOnly(service)

/** Whether Apple has a program of this name, whatever folder it lies in. */
export function isNamedAsApples(program: string): boolean {
  const key = imageNameKey(fileNameOf(program))
  return readCatalogue().processes.some(({ imageName }) => imageNameKey(imageName) === key)
}

interface Names {
  readonly all: (service: NamedService) => boolean
  readonly appleOnly: (service: NamedService) => boolean
}
let kept: Names | undefined

function names(): Names {
  if (kept === undefined) {
    const services = readCatalogue().processes.filter(({ service }) => service !== undefined)
    const own = services.filter(({ imageName }) => whyShared(imageName) === undefined)
    kept = { all: namedAs(services), appleOnly: namedAs(own) }
  }
  return kept
}

function namedAs(processes: ReturnType<typeof readCatalogue>['processes']): Names['all'] {
  const keys = new Set(
    processes.flatMap(({ service, displayNames }) => [
      ...(service?.keyNames ?? []).map(lettersOf),
      // `usbmuxd` is a name that others use too.
      ...(displayNames?.names ?? [])
        .filter((name) => /apple|ipod|bonjour/i.test(name))
        .map(lettersOf),
    ]),
  )
  const programs = new Set(processes.map(({ imageName }) => imageNameKey(imageName)))
  return ({ keyName, displayName, setUp }) => {
    if (keys.has(lettersOf(keyName)) || keys.has(lettersOf(displayName))) return true
    const program = setUp?.state === 'known' ? setUp.value.program : null
    return program !== null && programs.has(imageNameKey(fileNameOf(program)))
  }
}

/** `AppIe MobileDevice-Service` is read as the name that it imitates. Letters of other scripts stay what they are. */
function lettersOf(name: string): string {
  const plain = withoutInvisible(name.slice(0, 300)).normalize('NFKC')
  const drawn = isPrintableAscii(plain) ? skeletonOf(plain) : plain.toLowerCase()
  return drawn.replace(/[^\p{L}\p{N}]/gu, '')
}
