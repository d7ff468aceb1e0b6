/** Named facts about programs of other companies, room on the drives, and services that start something else. */
import { otherMakerOf, type OtherMaker, type OtherMakerKind } from '../../catalogue/other-makers.ts'
import type { BackupEdition, OtherMakersProgram, PcService } from '../../model/pc-facts.ts'
import { isAppleByPath } from '../apple-path.ts'
import { claimsToBeApples, isNamedAsApples, isNamedLikeApples } from '../apple-service.ts'
import { pathKey } from '../windows-path.ts'
import { judgeSigner } from '../trust/signer-fact.ts'
import { anyOf, fact, factOf, no, unknown, yes, type NamedFact } from './named-fact.ts'
import type { PcQuestion } from './question.ts'

export function otherFacts({ pc, inspection, symptom }: PcQuestion) {
  const { otherMakers, backups, systemDriveFree, services } = pc
  const running = (
    kind: OtherMakerKind,
    is: (maker: OtherMaker, program: OtherMakersProgram) => boolean = () => true,
  ): NamedFact =>
    factOf(otherMakers, (all) => {
      for (const program of all) {
        const maker = otherMakerOf(program.id)
        if (program.isRunning && maker?.may.includes(kind) === true && is(maker, program)) {
          return yes(maker.name, { id: maker.id })
        }
      }
      return no()
    })
  const isReported = ({ reportedFor }: OtherMaker): boolean =>
    symptom !== undefined && reportedFor?.includes(symptom) === true
  /** A tunnel takes the traffic only while it is up. */
  const ofTunnel = (is?: typeof isReported): NamedFact =>
    tunnelIsUp(pc) ? running('tunnel', is) : no()
  return {
    'filter.isReported': anyOf([
      running('filters-traffic', isReported),
      running('usb-driver', isReported),
      ofTunnel(isReported),
    ]),
    'filter.isRunning': running('filters-traffic'),
    'tunnel.isKnown': ofTunnel(),
    'usb.isTaken': running('usb-driver'),
    'starter.isRunning': running('starts-itunes'),
    'bonjour.isWanted': running('needs-bonjour'),
    // One that was measured and is quiet is not the one.
    'heavy.isRunning': running(
      'heavy',
      (_, { cpuPercent }) => cpuPercent === null || cpuPercent >= 5,
    ),
    'backupDrive.isFull': backupDriveIsFull(pc, editionInUse(inspection.stack)),
    'backupFolder.isForOther': isForOther(pc, editionInUse(inspection.stack)),
    'backups.fillDrive': factOf(backups, (folders) =>
      anyOf(
        folders.map(({ size, freeBytes, path }) =>
          size.state === 'known' && freeBytes.state === 'known'
            ? fact(
                size.value >= 10 * gigabyte &&
                  freeBytes.value < Math.max(15 * gigabyte, size.value / 2),
                'MobileSync',
                { file: path, size: inGigabytes(size.value), free: inGigabytes(freeBytes.value) },
              )
            : unknown('not-checked'),
        ),
      ),
    ),
    'backupFolder.isBroken': factOf(backups, (folders) =>
      anyOf(
        folders.map(({ isJunction, isTargetThere, path, target }) =>
          !isJunction
            ? no()
            : target !== null && pathKey(target) === pathKey(path)
              ? yes(path)
              : factOf(isTargetThere, (there) => fact(!there, path, { file: target ?? '' })),
        ),
      ),
    ),
    'systemDrive.isFull': factOf(systemDriveFree, (free) =>
      fact(free < 5 * gigabyte, 'C:', { free: inGigabytes(free) }),
    ),
    'service.isForeign': factOf(services, (all) => anyOf(all.map(startsAnother))),
    'service.isPlanted': factOf(services, (all) =>
      anyOf(all.map((one) => isPlanted(one, inspection))),
    ),
  }
}

const tunnelIsUp = ({ network: { adapters } }: PcQuestion['pc']): boolean =>
  adapters.state === 'known' && adapters.value.some(({ kind, isUp }) => kind === 'tunnel' && isUp)

const gigabyte = 1024 ** 3

const inGigabytes = (bytes: number): string => String(Math.round(bytes / gigabyte))

/** Which of the two backup folders is written to; null where both may be, or nobody can tell. */
function editionInUse({ stack, signs }: PcQuestion['inspection']['stack']): BackupEdition | null {
  if (stack === 'desktop') return 'desktop'
  if (stack === 'none' || stack === 'cannot-tell') return null
  // Apple's apps from Microsoft Store share one folder.
  return signs.some((sign) => sign.stack === 'desktop') ? null : 'store'
}

/** The backups were moved away with a link, but those of the edition that is not in use. With room for more it harms nobody. */
function isForOther(pc: PcQuestion['pc'], used: BackupEdition | null): NamedFact {
  if (backupDriveIsFull(pc, used).value === false) return no()
  return factOf(pc.backups, (folders) => {
    const links = folders.filter(({ isJunction }) => isJunction)
    const own = links.some(({ edition }) => edition === used)
    const [other] = links
    return used === null || own || other === undefined ? no() : yes(other.path)
  })
}

/** So much that there is room for a backup, whatever size the earlier ones have. */
const plenty = 100 * gigabyte

/** Room for one more backup of the size that they have, where the backups really are. */
function backupDriveIsFull(
  { backups, systemDriveFree }: PcQuestion['pc'],
  used: BackupEdition | null,
): NamedFact {
  const low = (free: number, needed: number): NamedFact =>
    fact(free < Math.max(5 * gigabyte, needed), 'MobileSync', { free: inGigabytes(free) })
  const ofDrive = factOf(systemDriveFree, (free) => low(free, 0))
  if (backups.state !== 'known') {
    const isClear = systemDriveFree.state === 'known' && systemDriveFree.value >= plenty
    return ofDrive.value === true || isClear ? ofDrive : unknown(backups.reason)
  }
  return factOf(backups, (folders) => {
    const there = folders.filter(
      ({ isThere, edition }) => isThere && (used === null || edition === used),
    )
    if (there.length === 0) return ofDrive
    return anyOf(
      there.map(({ freeBytes, size, backups: count }) =>
        factOf(freeBytes, (free) =>
          low(free, size.state === 'known' ? size.value / Math.max(1, count ?? 1) : 0),
        ),
      ),
    )
  })
}

function startsAnother(service: PcService): NamedFact {
  const { keyName, setUp, isProgramThere, signature } = service
  if (!claimsToBeApples(service)) return no()
  if (setUp.state !== 'known') return unknown(setUp.reason)
  if (isProgramThere.state === 'known' && !isProgramThere.value) return no()
  const { program, imagePath } = setUp.value
  const file = { file: program ?? imagePath }
  const { outcome } = judgeSigner(signature, { state: 'unexpected' })
  if (outcome !== 'unknown') return fact(outcome !== 'good', keyName, file)
  // Whoever signed it: under none of its names Apple has a program of that name.
  return program === null || isNamedAsApples(program) ? unknown('not-checked') : yes(keyName, file)
}

/** By its name, its signer, or where it was meant to lead: what is started instead has another maker. */
function isApples(service: PcService, { processes }: PcQuestion['inspection']): boolean {
  const { maker, setUp } = service
  if (maker === 'apple' || isNamedLikeApples(service)) return true
  if (setUp.state !== 'known') return false
  const [, meant = ''] = /^\s*"?(.*?\.exe)(?=$|["\s])/i.exec(setUp.value.imagePath) ?? []
  return isAppleByPath(meant, processes)
}

function isPlanted(service: PcService, inspection: PcQuestion['inspection']): NamedFact {
  const { keyName, setUp } = service
  if (!isApples(service, inspection)) return no()
  return factOf(setUp, ({ earlierPrograms }) => {
    const planted = earlierPrograms.find(({ isThere }) => isThere)
    return planted === undefined ? no() : yes(keyName, { file: planted.path })
  })
}
