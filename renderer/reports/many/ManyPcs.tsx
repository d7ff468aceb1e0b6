/** Many PCs: opening a folder or several files, the list with what needs attention first, its picture and its export. */
import { useState } from 'react'
import { problemWords } from '../../../shared/fleet/order.ts'
import type { FleetRow, FleetSummary } from '../../../shared/model/fleet.ts'
import { shortText } from '../../../shared/text/visible-text.ts'
import type { ViewProps } from '../../view/view-props.ts'
import { useWords } from '../../text/words-context.ts'
import { FleetPicture } from './FleetPicture.tsx'
import { FleetTable } from './FleetTable.tsx'
import { useFleetReading, useFleetRows } from './use-fleet.ts'
import './many.css'

interface Props extends Pick<ViewProps, 'bridge' | 'sources' | 'go'> {
  /** What was dropped on the window, or given to the program. */
  readonly opened: FleetSummary | undefined
}

export function ManyPcs({ bridge, sources, go, opened }: Props) {
  const words = useWords()
  const { t, language } = words
  const reading = useFleetReading(bridge, opened)
  const { summary, progress, revision } = reading
  const [filter, setFilter] = useState('')
  const [finding, setFinding] = useState<string | null>(null)
  const [note, setNote] = useState<string>()
  const rows = useFleetRows(bridge, filter, finding, revision)

  const open = (row: FleetRow) => {
    void bridge.openFleetPc(row.index).then((answer) => {
      if (!answer.ok || answer.value === null) {
        setNote(t('fleet.view.gone', { name: shortText(row.name, 60) }))
        return
      }
      const { name, inspection, pcFacts } = answer.value
      sources.open({
        kind: 'report',
        id: `many ${revision} ${row.index}`,
        name,
        ...(row.at !== null && { takenAtUtc: row.at }),
        inspection,
        pcFacts,
      })
      go('overview')
    })
  }
  const save = () => {
    void bridge.saveFleet({ filter, finding, from: 0, count: 0 }).then((answer) => {
      if (!answer.ok) setNote(t('fleet.view.notSaved', { detail: answer.failure.detail }))
      else if (answer.value !== null) setNote(t('fleet.view.saved', { file: answer.value }))
    })
  }
  return (
    <section className="card" aria-labelledby="reports-many">
      <h2 id="reports-many" className="head">
        {t('fleet.view.title')}
      </h2>
      <p>{t('fleet.view.body')}</p>
      <div className="fleet-tools">
        {(['folder', 'files'] as const).map((what) => (
          <button
            key={what}
            type="button"
            className="button"
            // Not disabled: whoever pressed it with a key would lose the place.
            aria-disabled={progress !== null}
            onClick={() => {
              if (progress !== null) return
              setNote(undefined)
              setFinding(null)
              setFilter('')
              reading.read(what)
            }}
          >
            {t(`fleet.view.${what}`)}
          </button>
        ))}
        {progress !== null && (
          <>
            <span role="status">
              {t('fleet.view.reading', {
                count: progress?.pcs ?? 0,
                size: Math.round((progress?.bytes ?? 0) / 1e6).toLocaleString(language),
              })}
            </span>
            <button type="button" className="button" onClick={reading.cancel}>
              {t('fleet.view.cancel')}
            </button>
          </>
        )}
      </div>
      {reading.problem !== undefined && <p role="alert">{shortText(reading.problem, 200)}</p>}
      {summary !== undefined && (
        <>
          <p className="fleet-summary" role="status">
            <b>{t('fleet.answered', { count: summary.answered })}</b>
            {summary.withoutApple > 0 && (
              <span>{t('fleet.withoutApple', { count: summary.withoutApple })}</span>
            )}
            {summary.unreadable > 0 && (
              <span>{t('fleet.unreadable', { count: summary.unreadable })}</span>
            )}
          </p>
          {summary.answered > 0 && (
            <>
              <FleetPicture summary={summary} finding={finding} onChoose={setFinding} />
              <div className="fleet-tools">
                <input
                  type="search"
                  className="field"
                  value={filter}
                  maxLength={200}
                  aria-label={t('fleet.view.filter')}
                  placeholder={t('fleet.view.filter')}
                  onChange={({ target }) => {
                    setFilter(target.value)
                  }}
                />
                <span role="status">{t('fleet.view.shown', { count: rows.total })}</span>
                {finding !== null && (
                  <button
                    type="button"
                    className="button"
                    onClick={() => {
                      setFinding(null)
                    }}
                  >
                    {t('fleet.view.all')}
                  </button>
                )}
                <button type="button" className="button" onClick={save}>
                  {t('fleet.view.export')}
                </button>
              </div>
              {note !== undefined && <p role="status">{note}</p>}
              <FleetTable rows={rows} onOpen={open} />
            </>
          )}
          {summary.messages.length > 0 && (
            <details className="fleet-unreadable" open={summary.answered === 0}>
              <summary>{t('fleet.unreadable', { count: summary.unreadable })}</summary>
              <ul className="fleet-messages">
                {summary.messages.map((one, at) => (
                  <li key={`${one.source} ${at}`}>
                    <b>{shortText(one.source, 120)}</b> {problemWords(words, one)}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </section>
  )
}
