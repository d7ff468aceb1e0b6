/** A fleet as JSON for other programs, as CSV for a spreadsheet, and as text to read. */
import type { Fleet, FleetPc } from '../model/fleet.ts'
import { visibleText } from '../text/visible-text.ts'
import { isoOf } from './times.ts'
import type { Words } from '../text/words.ts'
import { findingsOf, headOf, inOrder, problemWords, stackTitle } from './order.ts'

export function fleetToJson(fleet: Fleet, words: Words): string {
  const { pcs, counts } = inOrder(fleet.pcs)
  const { answered, withoutApple } = headOf(fleet, counts)
  return `${JSON.stringify(
    {
      answered,
      withoutApple,
      unreadable: fleet.unreadable.map((one) => ({
        source: one.source,
        reason: problemWords(words, one),
      })),
      ...(fleet.unreadableMore > 0 && { unreadableMore: fleet.unreadableMore }),
      pcs: pcs.map(({ name, id, verdict, atMs }) => ({
        name,
        ...(id !== null && { id }),
        worst: verdict.worst,
        findings: verdict.findings,
        stack: verdict.stack,
        versions: verdict.versions,
        at: isoOf(atMs),
      })),
    },
    null,
    1,
  )}\n`
}

/** RFC 4180, with the mark by which a spreadsheet knows UTF-8. @param pcs in their order. */
export function pcsToCsv(pcs: readonly FleetPc[], words: Words): string {
  const { t } = words
  const rows = [
    (['pc', 'worst', 'what', 'installation', 'versions', 'at'] as const).map((column) =>
      t(`fleet.column.${column}`),
    ),
    ...pcs.map((pc) => [
      pc.name,
      t(`fleet.worst.${pc.verdict.worst}`),
      findingsOf(pc, words).join('; '),
      stackTitle(words, pc.verdict.stack),
      pc.verdict.versions.join('; '),
      isoOf(pc.atMs) ?? '',
    ]),
  ]
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`
}

/** A cell that a spreadsheet would take for a formula gets an apostrophe, which it shows as text. */
function csvCell(text: string): string {
  const shown = visibleText(text)
  const safe = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20|%]/.test(shown) ? `'${shown}` : shown
  return /[",;\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Messages that are read; the others are counted. */
const shownMessages = 20

export function fleetToText(fleet: Fleet, words: Words): string {
  const { t } = words
  const { pcs, counts } = inOrder(fleet.pcs)
  const head = headOf(fleet, counts)
  const lines = [
    [
      t('fleet.answered', { count: head.answered }),
      ...(head.withoutApple > 0 ? [t('fleet.withoutApple', { count: head.withoutApple })] : []),
      ...(head.unreadable > 0 ? [t('fleet.unreadable', { count: head.unreadable })] : []),
    ].join(' · '),
    '',
  ]
  if (pcs.length > 0) {
    const columns = ['pc', 'worst', 'installation', 'versions', 'at', 'what'] as const
    const rows = [
      columns.map((column) => t(`fleet.column.${column}`)),
      ...pcs.map((pc) => [
        pc.name,
        t(`fleet.worst.${pc.verdict.worst}`),
        stackTitle(words, pc.verdict.stack),
        pc.verdict.versions.join(', '),
        isoOf(pc.atMs)?.slice(0, 16).replace('T', ' ') ?? '',
        findingsOf(pc, words).join('; ') || t('fleet.nothing'),
      ]),
    ]
    const widths = columns.map((_, at) =>
      rows.reduce((most, row) => Math.max(most, (row[at] ?? '').length), 0),
    )
    for (const row of rows) {
      lines.push(
        row
          .map((cell, at) =>
            visibleText(at === row.length - 1 ? cell : cell.padEnd(Math.min(widths[at] ?? 0, 40))),
          )
          .join('  ')
          .trimEnd(),
      )
    }
    lines.push('')
  }
  for (const one of fleet.unreadable.slice(0, shownMessages)) {
    lines.push(visibleText(`${one.source}: ${problemWords(words, one)}`))
  }
  const more = head.unreadable - Math.min(shownMessages, fleet.unreadable.length)
  if (more > 0) lines.push(t('fleet.unreadableMore', { count: more }))
  return `${lines.join('\n').trimEnd()}\n`
}
