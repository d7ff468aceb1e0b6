/** A pasted list: what each row names, and how much the list knows of it. Never more than a list can know. */
import { useMemo, useState } from 'react'
import { lineVerdict, worstLinesFirst } from '../../shared/search/line-verdict.ts'
import type { PastedList, PastedRow } from '../../shared/catalogue/what-is.ts'
import { label } from '../../shared/text/label.ts'
import { shortText } from '../../shared/text/visible-text.ts'
import { briefAnswer, countsOfBlock, titleOfAnswer } from '../../shared/text/what-is-words.ts'
import type { ViewProps } from '../view/view-props.ts'
import { LevelSign } from '../parts/LevelSign.tsx'
import { LongTable } from '../parts/LongTable.tsx'
import { Pill } from '../parts/Pill.tsx'
import { useCopied } from '../parts/use-copied.ts'
import { blockHeadline, command, levels } from '../search/BlockAnswer.tsx'
import { useWords } from '../text/words-context.ts'

const copiedTexts = { copied: 'overview.copied', notCopied: 'overview.notCopied' } as const

const nothing: PastedList = { rows: [], leftOut: 0 }

/** What the clipboard takes at once. */
const mostCopied = 90_000

export function PastedView({ bridge, description, source }: ViewProps) {
  const words = useWords()
  const { t } = words
  const { catalogue } = description
  const list = (source.kind === 'list' ? source.list : undefined) ?? nothing
  const [filter, setFilter] = useState('')
  const { copy, copied } = useCopied(bridge.copyText, copiedTexts)
  const block = useMemo(
    () => ({ lines: list.rows.map(({ answer }) => answer), leftOut: list.leftOut }),
    [list],
  )
  const sorted = useMemo(() => {
    const byAnswer = new Map(list.rows.map((row) => [row.answer, row]))
    return worstLinesFirst(block.lines).flatMap((answer) => byAnswer.get(answer) ?? [])
  }, [list, block])
  const rows = useMemo(() => {
    const wanted = filter.trim().toLowerCase()
    const told = ({ line, imageName }: PastedRow) => `${line} ${imageName ?? ''}`.toLowerCase()
    return wanted === '' ? sorted : sorted.filter((row) => told(row).includes(wanted))
  }, [sorted, filter])
  const worst = sorted[0] === undefined ? undefined : levels[lineVerdict(sorted[0].answer)]

  const lineText = ({ answer, knows }: PastedRow) => {
    const title = label(words, titleOfAnswer(words, answer, catalogue))
    const verdict = t(`search.verdict.${lineVerdict(answer)}`)
    return `${title} ${verdict}. ${briefAnswer(words, answer, catalogue)} (${t(`triage.knows.${knows}`)})`
  }
  const copyShown = () => {
    const text = rows.map(lineText).join('\n').slice(0, mostCopied)
    copy(t('search.block.name', { count: rows.length }), text)
  }
  return (
    <div className="page">
      <h1 className="title">
        {worst === 'danger' && <LevelSign level="danger" />} {blockHeadline(words, block)}
      </h1>
      {countsOfBlock(words, block).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p>{t('triage.hint')}</p>
      <div className="tools">
        <input
          type="search"
          className="field"
          value={filter}
          maxLength={200}
          aria-label={t('triage.filter')}
          placeholder={t('triage.filter')}
          onChange={({ target }) => {
            setFilter(target.value)
          }}
        />
        <span role="status">{t('triage.title', { count: rows.length })}</span>
        <button type="button" className="button" onClick={copyShown}>
          {t('search.block.copyAll')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            copy(t('overview.command'), command)
          }}
        >
          {t('search.block.command')}
        </button>
        <span role="status">{copied}</span>
      </div>
      <LongTable
        label={t('frame.source.kind.list')}
        columns={[
          { name: t('search.block.pasted'), width: 'minmax(160px, 2fr)' },
          { name: t('search.block.verdict'), width: 'minmax(130px, 1fr)' },
          { name: t('search.block.what'), width: 'minmax(200px, 3fr)' },
          { name: t('triage.known'), width: 'minmax(110px, 1fr)' },
        ]}
        count={rows.length}
        cellsAt={(index) => {
          const row = rows[index]
          if (row === undefined) return []
          const verdict = lineVerdict(row.answer)
          return [
            <code key="line">{shortText(row.line, 120)}</code>,
            <Pill key="verdict" level={levels[verdict]}>
              {t(`search.verdict.${verdict}`)}
            </Pill>,
            <span key="what">
              <b>{titleOfAnswer(words, row.answer, catalogue)}</b>{' '}
              {briefAnswer(words, row.answer, catalogue)}
            </span>,
            t(`triage.knows.${row.knows}`),
          ]
        }}
      />
    </div>
  )
}
