/** Findings about one running program: what its name, folder and signer come to together. One fact alone is no danger. */
import type { CatalogueProcess } from '../../catalogue/schemas/catalogue-schema.ts'
import type { Finding, FindingCode, Severity } from '../../model/finding.ts'
import type { ExaminedProcess, Instance, LookAlike } from '../../model/inspection.ts'
import type { FolderAccess, Places } from '../../model/places.ts'
import type { Signature } from '../../model/signature.ts'
import { folderAccess, isWritableByUsers } from '../folder-access.ts'
import { expectedFolders, isStorePackageOfApple } from '../trust/expected-folders.ts'
import { judgeSigner } from '../trust/signer-fact.ts'
import { otherMakerOf, whyShared } from '../trust/trust-rules.ts'
import { folderOf, isSameFolder, pathKey, readPath, type ComparablePath } from '../windows-path.ts'

type Entry = Pick<CatalogueProcess, 'imageName' | 'folders'>

export function findInstance(instance: Instance, entry: Entry, places: Places): Finding[] {
  const { name, pid, facts } = instance
  const said = sayAbout(instance, entry, places)
  if (said === null) return []
  const [code, severity] = said
  const { signer = '', file = '' } = facts.signer.values
  const { folder = '' } = facts.folder.values
  return [{ code, severity, subject: name, values: { pid: String(pid), signer, file, folder } }]
}

type Said = readonly [FindingCode, Severity] | null

function sayAbout(instance: Instance, entry: Entry, places: Places): Said {
  const { trust, facts } = instance
  const isAtHome = facts.folder.state === 'ticked'
  const access = accessOf(instance, places)
  /** A place where something foreign can be put without anybody's leave. */
  const isLoose = !isAtHome && isWritableByUsers(access)
  const shared = whyShared(entry.imageName)
  switch (trust) {
    case 'genuine':
      return null
    case 'cannot-tell':
      return facts.signer.code === 'root-distrusted' && facts.folder.state === 'crossed' && isLoose
        ? ['apple-unproven', 'attention']
        : null
    case 'wrong-folder':
      // Other companies install Apple's programs too, among their own; only an administrator puts anything there.
      // Somebody may also have chosen the place, where the installer's record of it is gone.
      return [
        'wrong-folder',
        access === 'protected' || (access === 'open' && isOwnFolderElsewhere(instance, entry))
          ? 'info'
          : 'attention',
      ]
    case 'tampered':
      return ['tampered', isAtHome || isLoose || shared === undefined ? 'danger' : 'attention']
    case 'unsigned':
      return nobodys('unsigned', instance, { shared, isAtHome, access })
    case 'wrong-signer':
      return wrongSigner(instance, entry, places, { shared, isAtHome, access })
  }
}

interface Where {
  readonly shared: ReturnType<typeof whyShared>
  readonly isAtHome: boolean
  readonly access: FolderAccess
}

function wrongSigner(instance: Instance, entry: Entry, places: Places, where: Where): Said {
  const { facts, signature } = instance
  const { shared, isAtHome, access } = where
  const isLoose = !isAtHome && isWritableByUsers(access)
  switch (facts.signer.code) {
    case 'other-maker':
    case 'other-maker-expired': {
      if (isAtHome) {
        return ['foreign-in-apple-folder', shared === undefined ? 'danger' : 'attention']
      }
      if (shared === undefined) return ['other-maker-apple-name', 'attention']
      const maker = signature.state === 'known' ? signature.value.signer : null
      const known = otherMakerOf(entry.imageName, maker)
      const isMoved = known !== undefined && isLoose && !liesIn(instance, known.folders, places)
      return ['other-maker', isMoved ? 'attention' : 'info']
    }
    case 'other-maker-planted':
      return ['planted-library-other', isLoose ? 'danger' : 'attention']
    default:
      return facts.signer.rule === 'signer-of-neighbour'
        ? ['planted-library', isLoose ? 'danger' : 'attention']
        : nobodys('untrusted-signer', instance, where)
  }
}

/** Without a signature that counts, a name of Apple's alone is a claim; a name that many use is none. */
function nobodys(
  code: 'unsigned' | 'untrusted-signer',
  instance: Instance,
  { shared, isAtHome, access }: Where,
): Said {
  const isLoose = isWritableByUsers(access)
  if (isAtHome) return [code, 'danger']
  if (shared === undefined) return [code, isLoose ? 'danger' : 'attention']
  if (isLoose && claimsApple(instance, shared)) return [code, 'danger']
  return ['shared-name', isLoose && shared === 'open-source' ? 'attention' : 'info']
}

const appleWords = ['APPLE', 'ITUNES', 'ICLOUD', 'BONJOUR', 'QUICKTIME', 'IPOD']

/** What somebody is called says nothing about the programs in that person's folder. */
function withoutPerson({ root, parts }: ComparablePath): readonly string[] {
  const isOfPerson = (at: number) =>
    people.test(at === 0 ? (root.split('\\').at(-1) ?? '') : (parts[at - 1] ?? ''))
  return parts.filter((_, at) => !isOfPerson(at))
}

const people = /^(?:USERS|DOCUMENTS AND SETTINGS|PROFILES|HOMES?)\$?$/

/** Whether folder or file pass for Apple's. Who builds from Apple's source keeps Apple's name in the file. */
function claimsApple(
  { imagePath, version }: Instance,
  shared: NonNullable<Where['shared']>,
): boolean {
  const path = imagePath.state === 'known' ? readPath(imagePath.value) : null
  const folders = path === null || typeof path === 'string' ? [] : withoutPerson(folderOf(path))
  if (folders.some((folder) => appleWords.some((word) => folder.startsWith(word)))) return true
  const company = version.state === 'known' ? (version.value.companyName ?? '') : ''
  return shared === 'everyday' && /^apple\b/i.test(company)
}

/** `D:\\Programme\\iTunes`: the folder that an installer of Apple's makes, or a Store package's, in another place. */
function isOwnFolderElsewhere({ imagePath }: Instance, { folders }: Entry): boolean {
  const path = imagePath.state === 'known' ? readPath(imagePath.value) : null
  if (path === null || typeof path === 'string') return false
  const { parts } = folderOf(path)
  if (isStorePackageOfApple(parts)) return true
  return folders.some((folder) => {
    const own = pathKey(folder.path).split('\\').slice(1)
    const isApples = own.some((part) => appleWords.some((word) => part.startsWith(word)))
    return isApples && own.every((part, at) => part === parts.at(at - own.length))
  })
}

function liesIn({ imagePath }: Instance, folders: readonly string[], places: Places): boolean {
  const path = imagePath.state === 'known' ? readPath(imagePath.value) : null
  if (path === null || typeof path === 'string') return false
  const wanted = folders.map((folder) => ({
    path: folder,
    layout: 'any' as const,
    sources: [],
    confidence: 'inferred' as const,
  }))
  return expectedFolders({ folders: wanted }, places).folders.some((folder) =>
    isSameFolder(folderOf(path), folder),
  )
}

function accessOf({ imagePath }: Instance, places: Places): FolderAccess {
  return imagePath.state === 'known' ? folderAccess(imagePath.value, places) : 'unknown'
}

/** Only an administrator can put a program into Apple's folders, so even nobody's is no more than worth a look. */
export function findStranger(stranger: ExaminedProcess): Finding[] {
  const { name, pid, imagePath, signature } = stranger
  const { outcome, fact } = judgeSigner(signature, { state: 'unexpected' })
  const { signer = '' } = fact.values
  const folder = imagePath.state === 'known' ? imagePath.value.replace(/\\[^\\]*$/, '') : ''
  const about = { subject: name, values: { pid: String(pid), signer, file: name, folder } }
  if (outcome === 'tampered') return [{ code: 'tampered', severity: 'danger', ...about }]
  if (outcome === 'unsigned' || (outcome === 'other' && signer === '')) {
    return [{ code: 'stranger-unsigned', severity: 'attention', ...about }]
  }
  if (outcome !== 'other') return []
  const severity = fact.code === 'other-maker' ? 'info' : 'attention'
  return [{ code: 'stranger-signed', severity, ...about }]
}

/** A sound signature says that the likeness is chance: nobody is asked to do anything. */
export function findLookAlike(one: LookAlike, places: Places): Finding {
  const { signature, pid, resembles, why, facts } = one
  const { folder = '' } = facts.folder.values
  const values = { pid: String(pid), resembles, why, folder }
  const verdict = signature.state === 'known' ? signature.value.verdict : null
  const isNobodys = verdict !== null && nobodysVerdicts.has(verdict)
  if (isNobodys && facts.signer.state === 'crossed' && isWritableByUsers(accessOf(one, places))) {
    return { code: 'look-alike-unsigned', severity: 'danger', subject: one.name, values }
  }
  const severity = verdict === 'trusted' ? 'info' : 'attention'
  return { code: 'look-alike', severity, subject: one.name, values }
}

const nobodysVerdicts: ReadonlySet<Signature['verdict']> = new Set<Signature['verdict']>([
  ...(['none', 'untrusted-root', 'revoked', 'distrusted', 'tampered'] as const),
])
