/**
 * Trust: four facts about a running program, and the word that they earn together. Each fact is ticked, crossed or
 * unknown. Nothing is judged by its name alone.
 *
 * The word, first match wins:
 * - `tampered`: the file was changed after signing. No folder makes that right.
 * - `wrong-signer`: somebody else signed it, or nobody whom this PC trusts; or it is Apple's, but loads a library
 *   from its own folder that is not: what then runs is in part somebody else's. No word fits better: the file itself
 *   is neither unsigned nor tampered, and its folder may be right. The signer fact says which file is meant.
 * - `unsigned`: no signature at all, outside a Store package.
 * - `cannot-tell`: the signature could not be judged, or only its date stands against it.
 * - `wrong-folder`: soundly signed by Apple, in a folder that nobody expects: "look closer".
 * - `cannot-tell`: soundly signed by Apple in the right place, but a fact is missing; or put aside by Windows Installer
 *   in the middle of an update; or one of Apple's files under another's name. The latter is neither unsigned nor another maker's, so no accusing word would be true; but
 *   neither is it the program that the name promises, so it is not genuine.
 * - `genuine`: folder and signer known and good, and no fact crossed. The original name may be unknown.
 */
import type { CatalogueProcess } from '../../catalogue/schemas/catalogue-schema.ts'
import type { Fact, TrustFacts } from '../../model/evidence.ts'
import type { Neighbour } from '../../model/file-evidence.ts'
import type { Trust } from '../../model/inspection.ts'
import type { Places } from '../../model/places.ts'
import type { Probe } from '../../model/probe.ts'
import type { Signature } from '../../model/signature.ts'
import type { VersionInfo } from '../../model/file-evidence.ts'
import { locateProgram } from './expected-folders.ts'
import type { FolderAnswer } from './expected-folders.ts'
import { judgeNeighbours, judgeOtherMaker, judgeSigner } from './signer-fact.ts'
import type { SignerAnswer, SignerOutcome } from './signer-fact.ts'
import { pathKey } from '../windows-path.ts'

export interface TrustJudgement {
  readonly verdict: Trust
  readonly facts: TrustFacts
  /** Why not more is known, a code of `evidence.reason`; null unless the verdict is `cannot-tell`. */
  readonly reason: string | null
}

export interface TrustQuestion {
  readonly entry: Pick<CatalogueProcess, 'imageName' | 'folders' | 'versionInfo'>
  /** Node's `process.platform`. */
  readonly platform: string
  /** The image name as listed. */
  readonly name: string
  readonly imagePath: Probe<string>
  readonly signature: Probe<Signature>
  readonly version: Probe<VersionInfo>
  readonly neighbours: readonly Neighbour[]
  readonly places: Places
}

export function judgeTrust(question: TrustQuestion): TrustJudgement {
  if (question.platform !== 'win32') return onAnotherSystem(question)
  const { entry, imagePath } = question
  const place = locateProgram(entry, imagePath, question.places)
  const own = judgeSigner(question.signature, place)
  const beside =
    own.outcome === 'good' ? judgeNeighbours(entry.imageName, question.neighbours, place) : null
  const signer = beside ?? othersBeside(question, own) ?? own
  const facts: TrustFacts = {
    name: judgeName(question, place),
    folder: describeFolder(place, imagePath),
    signer: signer.fact,
    originalName: judgeOriginalName(question),
  }
  const verdict = weigh(signer.outcome, facts)
  return { verdict, facts, reason: verdict === 'cannot-tell' ? reasonOf(facts) : null }
}

const othersBeside = ({ entry, signature, neighbours }: TrustQuestion, own: SignerAnswer) =>
  own.outcome === 'other' ? judgeOtherMaker(entry.imageName, signature, neighbours) : null

function weigh(signer: SignerOutcome, facts: TrustFacts): Trust {
  switch (signer) {
    case 'tampered':
      return 'tampered'
    case 'other':
      return 'wrong-signer'
    case 'unsigned':
      return 'unsigned'
    case 'unknown':
      return 'cannot-tell'
    case 'good':
      if (facts.folder.state === 'crossed') return 'wrong-folder'
      return facts.folder.state === 'ticked' &&
        facts.name.state === 'ticked' &&
        facts.originalName.state !== 'crossed'
        ? 'genuine'
        : 'cannot-tell'
  }
}

function reasonOf({ signer, folder, name, originalName }: TrustFacts): string {
  // It explains why the file itself can often not be read, too.
  if (folder.code === 'set-aside') return folder.code
  if (signer.state !== 'ticked') return signer.values['reason'] ?? `signer-${signer.code}`
  if (folder.state !== 'ticked') return folder.values['reason'] ?? 'not-checked'
  if (name.state !== 'ticked') return 'name-differs'
  return originalName.state === 'crossed' ? 'original-name-differs' : 'not-checked'
}

function judgeName({ entry, name, imagePath }: TrustQuestion, place: FolderAnswer): Fact {
  const rule = 'name'
  if (pathKey(name) !== pathKey(entry.imageName)) {
    return { state: 'crossed', code: 'other', rule, values: { name, expected: entry.imageName } }
  }
  const file = imagePath.state === 'known' ? fileNameOf(imagePath.value) : null
  if (file === null || file === '' || pathKey(file) === pathKey(name)) {
    return { state: 'ticked', code: 'same', rule, values: { name } }
  }
  return isSetAside(place)
    ? { state: 'unknown', code: 'set-aside', rule, values: { name, file } }
    : { state: 'crossed', code: 'file-differs', rule, values: { name, file } }
}

const isSetAside = (place: FolderAnswer): boolean =>
  place.state === 'unknown' && place.reason === 'set-aside'

const fileNameOf = (path: string): string =>
  path.slice(1 + Math.max(...['\\', '/'].map((sign) => path.lastIndexOf(sign))))

function describeFolder(place: FolderAnswer, imagePath: Probe<string>): Fact {
  const path = imagePath.state === 'known' ? imagePath.value : ''
  const folder = path.slice(0, -fileNameOf(path).length || undefined)
  switch (place.state) {
    case 'expected':
      return {
        state: 'ticked',
        code: place.way,
        rule: placeRules[place.way],
        values: { folder },
      }
    case 'unexpected':
      return { state: 'crossed', code: 'unexpected', rule: 'folder-listed', values: { folder } }
    case 'unknown': {
      const [code, rule] = isSetAside(place)
        ? (['set-aside', 'folder-set-aside'] as const)
        : (['not-known', 'folder-listed'] as const)
      return { state: 'unknown', code, rule, values: { folder, reason: place.reason } }
    }
  }
}

const placeRules = {
  listed: 'folder-listed',
  twin: 'folder-twin',
  installer: 'folder-of-installer',
  store: 'folder-of-store',
} as const

/** Files that nobody has recorded may have another original name for all we know: that is no fault of theirs. */
function judgeOriginalName({ entry, version }: TrustQuestion): Fact {
  const rule = 'original-name'
  if (version.state !== 'known') {
    return { state: 'unknown', code: 'not-known', rule, values: { reason: version.reason } }
  }
  const recorded = entry.versionInfo?.originalFileName
  const expected = recorded ?? entry.imageName
  const original = version.value.originalFilename?.trim() ?? ''
  if (original === '') return { state: 'unknown', code: 'missing', rule, values: {} }
  const values = { original, expected }
  // Windows itself adds .mui where the words lie in a language file.
  if (pathKey(original).replace(/\.MUI$/, '') === pathKey(expected)) {
    return { state: 'ticked', code: 'same', rule, values }
  }
  return recorded === undefined
    ? { state: 'unknown', code: 'not-recorded', rule, values }
    : { state: 'crossed', code: 'other', rule, values }
}

function onAnotherSystem(question: TrustQuestion): TrustJudgement {
  const reason = 'not-windows'
  const values = { reason }
  const state = 'unknown'
  const code = 'not-known'
  return {
    verdict: 'cannot-tell',
    reason,
    facts: {
      name: judgeName(
        { ...question, imagePath: { state: 'skipped', reason } },
        { state: 'unknown', reason },
      ),
      folder: { state, code, rule: 'folder-listed', values: { ...values, folder: '' } },
      signer: { state, code, rule: 'signer-name', values },
      originalName: { state, code, rule: 'original-name', values },
    },
  }
}
