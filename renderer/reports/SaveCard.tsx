/** "Save a report of this PC": what is left out of it, how it will read, and the summary for a ticket. */
import { useCallback, useMemo, useState } from 'react'
import type { ReportPreview } from '../../shared/ipc/channels.ts'
import { visibleText } from '../../shared/text/visible-text.ts'
import type { ViewProps } from '../view/view-props.ts'
import { NotLive } from '../parts/NotLive.tsx'
import { useWords } from '../text/words-context.ts'

type Props = Pick<ViewProps, 'bridge' | 'source' | 'actions'>

export function SaveCard({ bridge, source, actions }: Props) {
  const { t } = useWords()
  return (
    <section className="card" aria-labelledby="reports-save">
      <h2 id="reports-save" className="head">
        {t('frame.reports.save')}
      </h2>
      <p>{t('frame.reports.saveBody')}</p>
      {source.kind === 'this-pc' ? <Saving bridge={bridge} actions={actions} /> : <NotLive />}
    </section>
  )
}

function Saving({ bridge, actions }: Pick<Props, 'bridge' | 'actions'>) {
  const { t } = useWords()
  const [isRedacted, setRedacted] = useState(true)
  const [preview, setPreview] = useState<ReportPreview>()
  const [told, setTold] = useState<'copied' | 'notYet'>()

  const show = useCallback(
    (next: boolean) => {
      void bridge.previewReport(next).then((answer) => {
        setPreview(answer.ok ? answer.value : undefined)
        setTold(answer.ok ? undefined : 'notYet')
      })
    },
    [bridge],
  )
  const isPreviewed = preview !== undefined
  // Written to whenever it is drawn: the same element from one refresh to the next.
  const redaction = useMemo(
    () => (
      <input
        type="checkbox"
        role="switch"
        checked={isRedacted}
        onChange={({ target }) => {
          setRedacted(target.checked)
          if (isPreviewed) show(target.checked)
        }}
      />
    ),
    [isRedacted, isPreviewed, show],
  )
  return (
    <>
      <label className="report-switch">
        {redaction}
        <span>
          {t('reports.redact.switch')}
          <small>{t(isRedacted ? 'reports.redacted' : 'reports.redact.whole')}</small>
        </span>
      </label>
      <div className="buttons">
        <button
          type="button"
          className="button primary"
          aria-keyshortcuts="Control+S"
          onClick={() => {
            actions.saveReportAs(isRedacted)
          }}
        >
          {t('window.save.action')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            void bridge.copySummary(isRedacted).then(({ ok }) => {
              setTold(ok ? 'copied' : 'notYet')
            })
          }}
        >
          {t('reports.summary.action')}
        </button>
        <button
          type="button"
          className="button"
          aria-expanded={preview !== undefined}
          onClick={() => {
            if (preview === undefined) show(isRedacted)
            else setPreview(undefined)
          }}
        >
          {t('reports.preview.action')}
        </button>
      </div>
      {told !== undefined && (
        <p role="status">
          {t(told === 'copied' ? 'reports.summary.copied' : 'window.notice.save-nothing-to-save')}
        </p>
      )}
      {preview !== undefined && (
        <div role="group" aria-label={t('reports.preview.action')}>
          {isRedacted && preview.removed.length === 0 && <p>{t('reports.redact.nothing')}</p>}
          {preview.removed.length > 0 && (
            <>
              <h3 id="reports-removed">{t('reports.redact.removed')}</h3>
              <ul aria-labelledby="reports-removed">
                {preview.removed.map((kind) => (
                  <li key={kind}>{t(`redact.removed.${kind}`)}</li>
                ))}
              </ul>
            </>
          )}
          {/* Whoever has no mouse scrolls it by keys. */}
          <pre className="report-preview" tabIndex={0} aria-label={t('reports.preview.text')}>
            {preview.text.split('\n').map(visibleText).join('\n')}
          </pre>
        </div>
      )}
    </>
  )
}
