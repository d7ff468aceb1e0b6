/** "Reports": saving what was looked at, for somebody else or for later. */
import type { ViewProps } from '../frame/view-props.ts'
import { NotLive } from '../frame/NotLive.tsx'
import { useWords } from '../text/words-context.ts'

export function ReportsView({ source, actions }: ViewProps) {
  const { t } = useWords()
  return (
    <div className="page">
      <h1 className="title">{t('frame.view.reports')}</h1>
      <section className="card" aria-labelledby="reports-save">
        <h2 id="reports-save" className="head">
          {t('frame.reports.save')}
        </h2>
        <p>{t('frame.reports.saveBody')}</p>
        {source.kind === 'this-pc' ? (
          <button
            type="button"
            className="button primary"
            aria-keyshortcuts="Control+S"
            onClick={actions.saveReport}
          >
            {t('window.save.action')}
          </button>
        ) : (
          <NotLive />
        )}
      </section>
    </div>
  )
}
