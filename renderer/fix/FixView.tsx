/** "Fix a problem": error numbers, the recorder, and the way to the check of connections. */
import { ErrorLookUp } from '../connections/errors/ErrorLookUp.tsx'
import type { ViewProps } from '../frame/view-props.ts'
import { NotLive } from '../frame/NotLive.tsx'
import { RecorderView } from '../recorder/RecorderView.tsx'
import { useWords } from '../text/words-context.ts'

export function FixView({ bridge, description, source, actions, go }: ViewProps) {
  const { t } = useWords()
  return (
    <div className="page">
      <h1 className="title">{t('frame.view.fix')}</h1>
      <div className="stack">
        <ErrorLookUp
          bridge={bridge}
          sources={description.catalogue.sources}
          onOpenSource={actions.openSource}
        />
        <section className="card" aria-labelledby="fix-check">
          <h2 id="fix-check" className="head">
            {t('frame.fix.check')}
          </h2>
          <p>{t('frame.fix.checkBody')}</p>
          <button
            type="button"
            className="button"
            onClick={() => {
              go('connections')
            }}
          >
            {t('frame.fix.checkOpen')}
          </button>
        </section>
        {source.kind === 'this-pc' ? (
          <RecorderView bridge={bridge} onSave={actions.saveReport} />
        ) : (
          <NotLive />
        )}
      </div>
    </div>
  )
}
