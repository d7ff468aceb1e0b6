/** The rows of the services: which are Apple's, which finding is about which, and whether each is as it should be. */
import { findOtherMaker } from '../../shared/catalogue/other-makers.ts'
import { isNamedLikeApples } from '../../shared/judge/apple-service.ts'
import { imageNameKey } from '../../shared/catalogue/match.ts'
import type {
  Catalogue,
  CatalogueProcess,
} from '../../shared/catalogue/schemas/catalogue-schema.ts'
import type { Finding, Severity } from '../../shared/model/finding.ts'
import type { PcService } from '../../shared/model/pc-facts.ts'

/** `of-windows`: Apple's programs use it, nobody judges it. `not-needed`: disabled, and nothing speaks against it. */
export type ServiceVerdict = Severity | 'good' | 'not-needed' | 'unknown' | 'of-windows'

export interface ServiceRow {
  readonly service: PcService
  /** The process of the catalogue that it starts. */
  readonly process: CatalogueProcess | undefined
  readonly verdict: ServiceVerdict
}

const order: Readonly<Record<ServiceVerdict, number>> = {
  ...{ danger: 0, attention: 1, info: 2, unknown: 3, good: 4, 'not-needed': 5, 'of-windows': 6 },
}

/** Those with findings first; Windows's own last. Services of other makers are not Apple's, but for one under a name of Apple's. */
export function serviceRows(
  services: readonly PcService[],
  { processes }: Catalogue,
  findings: readonly Finding[],
): readonly ServiceRow[] {
  const byKey = new Map(
    processes.flatMap((process) =>
      (process.service?.keyNames ?? []).map((key) => [imageNameKey(key), process] as const),
    ),
  )
  return services
    .filter(
      (service) =>
        isNamedLikeApples(service) ||
        (service.maker !== 'other' && findOtherMaker('service', service.keyName) === undefined),
    )
    .map((service) => {
      const process = byKey.get(imageNameKey(service.keyName))
      const finding = findings.find((one) => isAbout(one, service, process))
      return { service, process, verdict: verdictOf(service, finding) }
    })
    .sort((a, b) => order[a.verdict] - order[b.verdict])
}

/** A finding names the program of the service; one about its path names the service. */
function isAbout(
  { code, subject }: Finding,
  { keyName, setUp }: PcService,
  process: CatalogueProcess | undefined,
): boolean {
  if (code.startsWith('image-path-')) return imageNameKey(subject) === imageNameKey(keyName)
  if (!code.startsWith('service-')) return false
  const program = setUp.state === 'known' ? setUp.value.program : null
  return [process?.imageName, program?.slice(program.lastIndexOf('\\') + 1)]
    .filter((name) => name !== undefined)
    .map(imageNameKey)
    .includes(imageNameKey(subject))
}

function verdictOf(
  { maker, state, setUp, isProgramThere }: PcService,
  finding: Finding | undefined,
): ServiceVerdict {
  if (finding !== undefined) return finding.severity
  if (maker === 'windows') return 'of-windows'
  if (state.state !== 'known' || setUp.state !== 'known') return 'unknown'
  if (isProgramThere.state === 'known' && !isProgramThere.value) return 'unknown'
  // At its next start Windows would take that one.
  if (setUp.value.earlierPrograms.some(({ isThere }) => isThere)) return 'unknown'
  if (state.value === 'running') return 'good'
  const { startType, hasTrigger } = setUp.value
  if (startType === 'disabled') return 'not-needed'
  const waits = startType === 'manual' || hasTrigger
  return waits && state.value === 'stopped' ? 'good' : 'unknown'
}
