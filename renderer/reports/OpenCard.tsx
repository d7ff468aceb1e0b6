/** "Open a report": the dialog, what is open, and what was open the other day. */
import { useEffect, useState } from 'react'
import type { RecentReport } from '../../shared/ipc/channels.ts'
import { shortText } from '../../shared/text/visible-text.ts'
import type { ViewProps } from '../view/view-props.ts'
import { sourceName, takenAt } from '../view/source-words.ts'
import { useWords } from '../text/words-context.ts'

const none: readonly RecentReport[] = []

type Props = Pick<ViewProps, 'bridge' | 'source' | 'sources' | 'opening'>

export function OpenCard({ bridge, source, sources, opening }: Props) {
  const words = useWords()
  const { t } = words
  const [recent, setRecent] = useState(none)
  const { count, choose, reopen } = opening

  useEffect(() => {
    let isLatest = true
    bridge.recentReports().then(
      (answer) => {
        if (isLatest && answer.ok) setRecent(answer.value)
      },
      () => {},
    )
    return () => {
      isLatest = false
    }
  }, [bridge, count])

  const opened = sources.all.filter(({ kind }) => kind !== 'this-pc')
  const isOpen = (id: string) => opened.some((one) => one.id === id)
  const earlier = recent.filter(({ id }) => !isOpen(id))
  return (
    <section className="card" aria-labelledby="reports-open">
      <h2 id="reports-open" className="head">
        {t('reports.open.title')}
      </h2>
      <p>{t('reports.open.body')}</p>
      <button type="button" className="button" aria-keyshortcuts="Control+O" onClick={choose}>
        {t('reports.open.action')}
      </button>
      {opened.length > 0 && (
        <>
          <h3 id="reports-opened">{t('reports.opened')}</h3>
          <ul className="report-list" aria-labelledby="reports-opened">
            {opened.map((one) => (
              <li key={one.id}>
                <button
                  type="button"
                  className="button"
                  aria-pressed={one.id === source.id}
                  onClick={() => {
                    sources.choose(one.id)
                  }}
                >
                  {sourceName(words, one)}
                  {one.kind === 'this-pc' || one.takenAtUtc === undefined
                    ? ''
                    : ` · ${takenAt(words, one.takenAtUtc)}`}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {earlier.length > 0 && (
        <>
          <h3 id="reports-recent">{t('reports.recent')}</h3>
          <ul className="report-list" aria-labelledby="reports-recent">
            {earlier.map(({ id, name, file, takenAtUtc }) => (
              <li key={id}>
                <button
                  type="button"
                  className="button"
                  onClick={() => {
                    reopen(id)
                  }}
                >
                  {[
                    shortText(name, 60),
                    ...(name === file ? [] : [shortText(file, 60)]),
                    takenAt(words, takenAtUtc),
                  ].join(' · ')}
                </button>
              </li>
            ))}
          </ul>
          <button
            type="button"
            className="button"
            onClick={() => {
              setRecent(none)
              void bridge.forgetReports()
            }}
          >
            {t('reports.forget')}
          </button>
        </>
      )}
    </section>
  )
}
