/** "Reports": opening somebody else's, saving this PC's, and the summary for a ticket. */
import { useCallback, useEffect, useState } from 'react'
import { readEndpointsLater } from './endpoints-of-check.ts'
import { shortText } from '../../shared/text/visible-text.ts'
import type { Answer } from '../../shared/ipc/channels.ts'
import type { ViewProps } from '../frame/view-props.ts'
import { NotLive } from '../frame/NotLive.tsx'
import { sourceName, takenAt } from '../frame/SourceSwitcher.tsx'
import { describeThrown } from '../inspection/describe-thrown.ts'
import { useWords } from '../text/words-context.ts'
import { LevelSign } from '../parts/LevelSign.tsx'
import { ManyPcs } from './many/ManyPcs.tsx'
import { PasteCard } from './PasteCard.tsx'
import './reports.css'

type Opened = Answer<'openReport'> | Answer<'readReport'>

interface Remarks {
  readonly fault?: string
  readonly notKnown?: number
  readonly saidThen?: readonly string[]
}

export function ReportsView({ bridge, source, sources, actions, isShown, go }: ViewProps) {
  const words = useWords()
  const { t } = words
  const [remarks, setRemarks] = useState<Remarks>({})
  const [isCopied, setCopied] = useState(false)
  const { open } = sources

  const show = useCallback(
    (asked: Promise<Opened>) => {
      asked.then(
        async (answer) => {
          if (!answer.ok) {
            setRemarks({ fault: answer.failure.detail })
            return
          }
          if (answer.value === null) return
          const { name, check, notKnown, saidThen, ...rest } = answer.value
          const checked =
            check === undefined ? undefined : { check, endpoints: await readEndpointsLater(bridge) }
          setRemarks({ notKnown, saidThen })
          open({ kind: 'report', id: `report ${name} ${rest.takenAtUtc}`, name, checked, ...rest })
        },
        (thrown: unknown) => {
          setRemarks({ fault: describeThrown(thrown) })
        },
      )
    },
    [bridge, open],
  )
  const choose = useCallback(() => {
    show(bridge.openReport())
  }, [bridge, show])

  useEffect(() => {
    if (!isShown) return undefined
    const onKeyDown = (event: KeyboardEvent) => {
      if (!event.ctrlKey || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'o')
        return
      event.preventDefault()
      choose()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => {
      window.removeEventListener('keydown', onKeyDown)
    }
  }, [isShown, choose])

  const opened = sources.all.filter(({ kind }) => kind !== 'this-pc')
  return (
    <div
      className="page"
      onDragOver={(event) => {
        event.preventDefault()
      }}
      onDrop={(event) => {
        event.preventDefault()
        const [file] = event.dataTransfer.files
        if (file === undefined) return
        if (file.size > largestBytes) {
          setRemarks({ fault: t('reports.tooLarge', { file: shortText(file.name, 80) }) })
          return
        }
        show(
          file
            .arrayBuffer()
            .then((bytes) => bridge.readReport(file.name.slice(0, 200), new Uint8Array(bytes))),
        )
      }}
    >
      <h1 className="title">{t('frame.view.reports')}</h1>
      {remarks.fault === undefined ? null : (
        <p className="card remark" role="alert">
          <LevelSign level="attention" />
          {remarks.fault}
        </p>
      )}
      {(remarks.notKnown ?? 0) === 0 ? null : (
        <p className="card remark">
          <LevelSign level="info" />
          {t('report.notKnown', { count: remarks.notKnown ?? 0 })}
        </p>
      )}
      {(remarks.saidThen ?? []).length === 0 ? null : (
        <section className="card" aria-labelledby="reports-then">
          <h2 id="reports-then" className="head">
            {t('report.then.title')}
          </h2>
          <p>{t('report.then.hint')}</p>
          <ul>
            {(remarks.saidThen ?? []).slice(0, 50).map((text) => (
              <li key={text}>{shortText(text, 1_000)}</li>
            ))}
          </ul>
        </section>
      )}
      <section className="card" aria-labelledby="reports-open">
        <h2 id="reports-open" className="head">
          {t('reports.open.title')}
        </h2>
        <p>{t('reports.open.body')}</p>
        <button type="button" className="button" aria-keyshortcuts="Control+O" onClick={choose}>
          {t('reports.open.action')}
        </button>
        {opened.length === 0 ? null : (
          <ul className="opened" aria-label={t('reports.opened')}>
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
        )}
      </section>
      <section className="card" aria-labelledby="reports-save">
        <h2 id="reports-save" className="head">
          {t('frame.reports.save')}
        </h2>
        <p>{t('frame.reports.saveBody')}</p>
        <p>{t('reports.redacted')}</p>
        {source.kind === 'this-pc' ? (
          <div className="buttons">
            <button
              type="button"
              className="button primary"
              aria-keyshortcuts="Control+S"
              onClick={actions.saveReport}
            >
              {t('window.save.action')}
            </button>
            <button
              type="button"
              className="button"
              onClick={() => {
                void bridge.copySummary().then(({ ok }) => {
                  setCopied(ok)
                })
              }}
            >
              {t('reports.summary.action')}
            </button>
            {isCopied ? <p role="status">{t('reports.summary.copied')}</p> : null}
          </div>
        ) : (
          <NotLive />
        )}
      </section>
      <PasteCard bridge={bridge} sources={sources} go={go} />
      <ManyPcs bridge={bridge} sources={sources} go={go} />
    </div>
  )
}

/** The largest report that is read. */
const largestBytes = 32_000_000
