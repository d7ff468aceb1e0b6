/** A pasted block: one verdict a line, the worst first, and how to get a list that proves more. */
import type { Catalogue } from '../../shared/catalogue/schemas/catalogue-schema.ts'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import type { LineAnswer, WhatIsAnswer } from '../../shared/catalogue/what-is.ts'
import { lineVerdict, worstLinesFirst, type LineVerdict } from '../../shared/search/line-verdict.ts'
import type { Words } from '../../shared/text/words.ts'
import { shortText } from '../../shared/text/visible-text.ts'
import { briefAnswer, countsOfBlock, titleOfAnswer } from '../../shared/text/what-is-words.ts'
import { LevelSign, type Level } from '../parts/LevelSign.tsx'
import { Pill } from '../parts/Pill.tsx'
import { useCopied } from '../parts/use-copied.ts'
import { useWords } from '../text/words-context.ts'

/** Nobody reads more rows than these; the rest is counted. */
const mostShown = 200

export const levels: Readonly<Record<LineVerdict, Level>> = {
  'look-alike': 'danger',
  similar: 'attention',
  'apple-name': 'info',
  'apple-other': 'info',
  error: 'info',
  other: 'quiet',
  'not-understood': 'quiet',
}

/** Names, numbers and folders, in a form that this program reads. */
export const command =
  'Get-CimInstance Win32_Process | Select-Object Name,ProcessId,ExecutablePath | ConvertTo-Csv -NoTypeInformation'

const copiedTexts = { copied: 'overview.copied', notCopied: 'overview.notCopied' } as const

export function blockHeadline({ t }: Words, { lines }: Pick<WhatIsAnswer, 'lines'>): string {
  const total = lines.length
  const count = (...wanted: readonly LineVerdict[]) =>
    lines.filter((line) => wanted.includes(lineVerdict(line))).length
  const alike = count('look-alike')
  if (alike > 0) return t('search.block.alike', { count: alike, total })
  const fine = count('apple-name', 'apple-other')
  return fine > 0
    ? t('search.block.fine', { count: fine, total })
    : t('search.block.none', { total })
}

interface Props {
  readonly answer: WhatIsAnswer
  readonly catalogue: Catalogue
  readonly onCopy: InspectorBridge['copyText']
  readonly onKeep: (() => void) | undefined
}

export function BlockAnswer({ answer, catalogue, onCopy, onKeep }: Props) {
  const words = useWords()
  const { t } = words
  const { copy, copied } = useCopied(onCopy, copiedTexts)
  const lines = worstLinesFirst(answer.lines)
  const hasAlike = lines.some((line) => lineVerdict(line) === 'look-alike')
  const cut = lines.filter(({ namedBy }) => namedBy === 'cut').length
  const unshown = lines.length - mostShown
  const copyAll = () => {
    const text = lines.map((line) => lineText(words, line, catalogue)).join('\n')
    copy(t('search.block.name', { count: lines.length }), text.slice(0, 90_000))
  }
  return (
    <section className="block-answer" aria-labelledby="block-title">
      <div className="head-row">
        <h2 id="block-title" className="finding-title">
          {hasAlike && <LevelSign level="danger" />} {blockHeadline(words, answer)}
        </h2>
        <span className="buttons">
          {onKeep !== undefined && (
            <button
              type="button"
              className="button"
              aria-keyshortcuts="Control+Enter"
              onClick={onKeep}
            >
              {t('search.block.keep')} <kbd aria-hidden>{t('shortcuts.keys.keep')}</kbd>
            </button>
          )}
          <button type="button" className="button" onClick={copyAll}>
            {t('search.block.copyAll')}
          </button>
        </span>
      </div>
      <table className="lines">
        <thead>
          <tr>
            <th scope="col">{t('search.block.pasted')}</th>
            <th scope="col">{t('search.block.verdict')}</th>
            <th scope="col">{t('search.block.what')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, mostShown).map((line, at) => (
            <tr key={`${at} ${line.line}`}>
              <th scope="row">
                <code>{shortText(line.line, 80)}</code>
              </th>
              <td>
                <Pill level={levels[lineVerdict(line)]}>
                  {t(`search.verdict.${lineVerdict(line)}`)}
                </Pill>
              </td>
              <td>
                <b>{titleOfAnswer(words, line, catalogue)}</b> {briefAnswer(words, line, catalogue)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="block-foot">
        {unshown > 0 && <p>{t('whatIs.block.unshown', { count: unshown })}</p>}
        {countsOfBlock(words, answer).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {cut > 0 && <p>{t('search.block.cut', { count: cut })}</p>}
        <p>
          {t('search.block.proof')}{' '}
          <button
            type="button"
            className="button primary"
            onClick={() => {
              copy(t('overview.command'), command)
            }}
          >
            {t('search.block.command')}
          </button>
        </p>
        <p role="status">{copied}</p>
      </div>
    </section>
  )
}

function lineText(words: Words, line: LineAnswer, catalogue: Catalogue): string {
  const verdict = words.t(`search.verdict.${lineVerdict(line)}`)
  const title = titleOfAnswer(words, line, catalogue)
  return `${title}: ${verdict}. ${briefAnswer(words, line, catalogue)}`
}
