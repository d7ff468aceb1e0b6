/** "Compare": what changed from one report to another, or to this PC as it is now. */
import { useState } from 'react'
import { liveId } from '../../shared/ipc/channels.ts'
import type { ComparedRow } from '../../shared/report/compare/compare-words.ts'
import type { ViewProps } from '../view/view-props.ts'
import type { Source } from '../view/sources.ts'
import { sourceName, takenAt } from '../view/source-words.ts'
import { describeThrown } from '../inspection/describe-thrown.ts'
import { LongTable } from '../parts/LongTable.tsx'
import { useWords } from '../text/words-context.ts'

type Props = Pick<ViewProps, 'bridge' | 'sources'>

type Outcome =
  { readonly rows: readonly ComparedRow[]; readonly language: string } | { readonly fault: string }

/** What the main process can read again. */
function comparableId(source: Source): string | undefined {
  return source.kind === 'this-pc' ? liveId : source.reportId
}

export function CompareCard({ bridge, sources }: Props) {
  const words = useWords()
  const { t, language } = words
  const choices = sources.all.flatMap((source) => {
    const id = comparableId(source)
    const time =
      source.kind === 'this-pc' || source.takenAtUtc === undefined
        ? ''
        : ` · ${takenAt(words, source.takenAtUtc)}`
    return id === undefined ? [] : [{ id, name: `${sourceName(words, source)}${time}` }]
  })
  const newest = choices.findLast(({ id }) => id !== liveId)?.id
  const [chosen, setChosen] = useState<{ readonly before?: string; readonly after?: string }>({})
  const [outcome, setOutcome] = useState<Outcome>()
  const known = (id: string | undefined) => choices.find((one) => one.id === id)?.id
  const before = known(chosen.before) ?? newest ?? liveId
  const after = known(chosen.after) ?? liveId

  const compare = () => {
    setOutcome(undefined)
    bridge.compareReports(before, after).then(
      (answer) => {
        setOutcome(answer.ok ? { rows: answer.value, language } : { fault: answer.failure.detail })
      },
      (thrown: unknown) => {
        setOutcome({ fault: describeThrown(thrown) })
      },
    )
  }
  const side = (which: 'before' | 'after', value: string) => (
    <label>
      {t(`reports.compare.${which}`)}{' '}
      <select
        className="field"
        value={value}
        onChange={({ target }) => {
          setChosen({ ...chosen, [which]: target.value })
          setOutcome(undefined)
        }}
      >
        {choices.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <section className="card" aria-labelledby="reports-compare">
      <h2 id="reports-compare" className="head">
        {t('reports.compare.title')}
      </h2>
      <p>{t('reports.compare.body')}</p>
      {newest === undefined ? (
        <p>{t('reports.compare.openFirst')}</p>
      ) : (
        <div className="report-buttons">
          {side('before', before)}
          {side('after', after)}
          <button type="button" className="button" disabled={before === after} onClick={compare}>
            {t('reports.compare.action')}
          </button>
        </div>
      )}
      {outcome !== undefined && 'fault' in outcome && <p role="alert">{outcome.fault}</p>}
      {outcome !== undefined && 'rows' in outcome && (
        <>
          <p role="status">
            {outcome.rows.length === 0
              ? t('reports.compare.none')
              : t('compare.title', { count: outcome.rows.length })}
          </p>
          {outcome.rows.length > 0 && (
            <LongTable
              label={t('reports.compare.title')}
              columns={[
                { name: t('reports.compare.kind'), width: 'minmax(100px, 1fr)' },
                { name: t('reports.compare.what'), width: 'minmax(200px, 3fr)' },
                { name: t('reports.compare.before'), width: 'minmax(140px, 2fr)' },
                { name: t('reports.compare.after'), width: 'minmax(140px, 2fr)' },
              ]}
              count={outcome.rows.length}
              cellsAt={(index) => {
                const row = outcome.rows[index]
                if (row === undefined) return []
                const { kind, subject, path } = row
                return [
                  <b key="kind" className="sentence-start">
                    {t(`compare.kind.${kind}`)}
                  </b>,
                  <span key="what">
                    {subject}
                    {path !== null && kind !== 'path' && <small>{path}</small>}
                  </span>,
                  row.before,
                  row.after,
                ]
              }}
            />
          )}
        </>
      )}
    </section>
  )
}
