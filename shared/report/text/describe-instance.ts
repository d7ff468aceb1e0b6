/** One running process in a text report. */
import type { Probe } from '../../model/probe.ts'
import { reasonWords } from '../../text/fact-words.ts'
import type { Words } from '../../text/texts.ts'
import { shortText, visibleText } from '../../text/visible-text.ts'
import type { ReportExamined, ReportInstance } from '../schema/report-schema.ts'
import { wrapText } from './wrap-text.ts'
import { label } from '../../text/label.ts'

const factNames = ['name', 'folder', 'signer', 'originalName'] as const
const signs = { ticked: '+', crossed: '!', unknown: '?' } as const

/** @param imageName the catalogue's name; the listed one is told only where it differs. */
export function describeInstance(
  instance: ReportInstance,
  imageName: string,
  words: Words,
): string[] {
  const { t } = words
  const { trust, trustReason, facts } = instance
  const reason =
    trustReason === undefined || trustReason === null || trust !== 'cannot-tell'
      ? ''
      : ` (${reasonWords(words, trustReason)})`
  return [
    ...describeExamined(instance, imageName, words),
    wrapText(`${t(`trust.${trust}`)}${reason}`, '    '),
    ...(facts === undefined
      ? []
      : factNames.map((name) => {
          const { state, text } = facts[name]
          const line = `${Object.hasOwn(signs, state) ? signs[state] : signs.unknown} ${label(words, t(`evidence.fact.${name}`))} ${visibleText(text)}`
          return wrapText(line, '      ', '        ')
        })),
  ]
}

export function describeExamined(
  process: ReportExamined,
  imageName: string,
  words: Words,
): string[] {
  const { t, language } = words
  const { pid, parentPid, parentName, name } = process
  const parent = parentName === null ? String(parentPid) : `${shortText(parentName)} (${parentPid})`
  const details = [
    t('report.instance', { pid, parentPid: parent }),
    ...(name === imageName ? [] : [t('report.nameAs', { name: shortText(name) })]),
    ...ifKnown(process.startedAtUtc, (at) => t('report.startedAt', { time: timeIn(words, at) })),
    ...ifKnown(process.workingSetBytes, (bytes) =>
      t('report.memory', { size: sizeIn(language, bytes) }),
    ),
    ...ifKnown(process.owner, ({ account, securityId }) =>
      t('report.owner', { account: shortText(account ?? securityId) }),
    ),
    ...ifKnown(process.services, (names) =>
      names.length === 0
        ? undefined
        : t('report.services', { names: shortText(names.join(', ')), count: names.length }),
    ),
    ...ifKnown(process.version, ({ fixedFileVersion, fileVersion }) => {
      const version = fixedFileVersion ?? fileVersion
      return version === null ? undefined : t('report.version', { version: shortText(version) })
    }),
  ]
  return [
    wrapText(details.join(', '), '    '),
    // A path is never broken: somebody may want to copy it.
    ...ifKnown(process.imagePath, (path) => `    ${t('report.pathAs', { path: shortText(path) })}`),
  ]
}

function ifKnown<T>(probe: Probe<T>, describe: (value: T) => string | undefined): string[] {
  const text = probe.state === 'known' ? describe(probe.value) : undefined
  return text === undefined ? [] : [text]
}

export function timeIn({ language }: Words, utc: string): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' })
  return format.format(new Date(utc))
}

function sizeIn(language: string, bytes: number): string {
  const format = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  })
  return format.format(bytes / 1_000_000)
}
