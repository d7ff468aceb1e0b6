/** Details of a running process on the page. */
import type { Probe } from '../../model/probe.ts'
import type { Signature } from '../../model/signature.ts'
import type { VersionInfo } from '../../model/file-evidence.ts'
import { reasonWords } from '../../text/fact-words.ts'
import { label as labelled } from '../../text/label.ts'
import { shortText } from '../../text/visible-text.ts'
import type { ReportExamined } from '../schema/report-schema.ts'
import { dataText, pathText } from './data-text.ts'
import { markup, type Markup, type Piece } from './markup.ts'
import type { Writer } from './writer.ts'

interface Row {
  readonly label: string
  readonly value: Piece
  /** Takes a whole line: paths are long. */
  readonly isWide?: boolean
}

/** Why it is not known, a code of `reason`. */
interface Gap {
  readonly label: string
  readonly reason: string
}

/** @param imageName the catalogue's name; the listed one is told only where it differs. */
export function describeDetails(
  process: ReportExamined,
  imageName: string,
  writer: Writer,
): Markup {
  const { t } = writer.words
  const rows: Row[] = []
  const gaps: Gap[] = []
  const say = <T>(label: string, probe: Probe<T>, write: (value: T) => Piece, isWide = false) => {
    if (probe.state !== 'known') {
      gaps.push({ label, reason: probe.reason })
      return
    }
    const value = write(probe.value)
    if (value !== undefined) rows.push({ label, value, isWide })
  }
  if (process.name !== imageName) {
    rows.push({ label: t('report.html.listedAs'), value: dataText(process.name) })
  }
  say(t('report.html.file'), process.imagePath, pathText, true)
  say(t('report.html.signer'), process.signature, (value) => describeSignature(value, writer))
  if (process.signature.state === 'known') {
    const { issuer, stampedAtUtc } = process.signature.value
    if (issuer !== null) rows.push({ label: t('report.html.issuer'), value: dataText(issuer) })
    if (stampedAtUtc !== null) {
      rows.push({ label: t('report.html.stamped'), value: writer.time(stampedAtUtc) })
    }
  }
  say(t('report.html.version'), process.version, ({ fixedFileVersion, fileVersion }) =>
    ifThere(fixedFileVersion ?? fileVersion),
  )
  if (process.version.state === 'known') {
    const value = claimsOf(process.version.value)
    if (value !== '') rows.push({ label: t('report.html.claims'), value: dataText(value) })
  }
  say(t('report.html.owner'), process.owner, ({ account, securityId, integrity }) => [
    dataText(account ?? securityId),
    integrity === null ? undefined : `, ${t(`report.html.integrity.${integrity}`)}`,
  ])
  say(t('report.html.inServices'), process.services, (names) =>
    names.length === 0 ? undefined : dataText(names.join(', ')),
  )
  say(t('report.html.started'), process.startedAtUtc, writer.time)
  say(t('report.html.memory'), process.workingSetBytes, writer.size)
  rows.push({ label: t('report.html.parent'), value: describeParent(process, writer) })
  const neighbours = process.neighbours.filter(
    ({ isPresent }) => isPresent.state === 'known' && isPresent.value,
  )
  for (const { fileName, signature } of neighbours) {
    say(t('report.html.neighbours'), signature, (value) => [
      dataText(fileName),
      ': ',
      describeSignature(value, writer),
    ])
  }
  return markup`<dl class="rows specs">${rows.map(describeRow)}${describeGaps(gaps, writer)}</dl>`
}

export function describeRow({ label, value, isWide = false }: Row): Markup {
  const wide = isWide ? markup` class="wide"` : undefined
  return markup`<div${wide}><dt>${label}</dt><dd>${value}</dd></div>`
}

/** What is not known stands in one row, each reason once: ten rows of "not known" would hide the ones that are. */
function describeGaps(gaps: readonly Gap[], { words }: Writer): Markup | undefined {
  if (gaps.length === 0) return undefined
  const reasons = [...new Set(gaps.map(({ reason }) => reason))]
  const sentences = reasons.map((reason) => {
    const labels = gaps.filter((gap) => gap.reason === reason).map(({ label }) => label)
    return markup`<li>${labelled(words, labels.join(', '))} ${reasonWords(words, reason)}</li>`
  })
  return markup`<div class="wide gaps"><dt>${words.t('report.html.notKnown')}</dt><dd><ul>${sentences}</ul></dd></div>`
}

function describeSignature({ verdict, signer }: Signature, { words: { t } }: Writer): Piece {
  const judged = t(`report.html.signature.${verdict}`)
  const names = signer === null ? [] : [signer.commonName, signer.organization]
  const shown = [...new Set(names.filter((name) => name !== ''))].map((name) => shortText(name))
  return shown.length === 0 ? judged : [dataText(shown.join(', ')), ` (${judged})`]
}

function claimsOf({ fileDescription, productName, companyName }: VersionInfo): string {
  const claims = [fileDescription, productName, companyName].filter(
    (claim) => claim !== null && claim !== '',
  )
  return [...new Set(claims)].map((claim) => shortText(claim ?? '')).join(' · ')
}

function describeParent({ parentName, parentPid }: ReportExamined, { words }: Writer): Piece {
  return parentName === null
    ? words.t('report.html.process', { pid: parentPid })
    : [dataText(parentName), ` (${parentPid})`]
}

function ifThere(value: string | null): Piece {
  return value === null || value === '' ? undefined : dataText(value)
}
