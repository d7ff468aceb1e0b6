/** "Reports": opening somebody else's, saving this PC's, comparing, pasted lists, and many PCs. */
import { shortText } from '../../shared/text/visible-text.ts'
import type { ViewProps } from '../view/view-props.ts'
import { useWords } from '../text/words-context.ts'
import { CompareCard } from './CompareCard.tsx'
import { ManyPcs } from './many/ManyPcs.tsx'
import { OpenCard } from './OpenCard.tsx'
import { PasteCard } from './PasteCard.tsx'
import { SaveCard } from './SaveCard.tsx'
import './reports.css'

/** A hostile report may say thousands of things. */
const mostSaid = 50

export function ReportsView(props: ViewProps) {
  const { bridge, source, sources, actions, opening, go } = props
  const { t } = useWords()
  const saidThen = source.kind === 'report' ? (source.saidThen ?? []) : []
  return (
    <div className="page">
      <h1 className="title">{t('frame.view.reports')}</h1>
      {saidThen.length > 0 && (
        <section className="card" aria-labelledby="reports-then">
          <h2 id="reports-then" className="head">
            {t('report.then.title')}
          </h2>
          <p>{t('report.then.hint')}</p>
          <ul>
            {saidThen.slice(0, mostSaid).map((text) => (
              <li key={text}>{shortText(text, 1_000)}</li>
            ))}
          </ul>
        </section>
      )}
      <OpenCard bridge={bridge} source={source} sources={sources} opening={opening} />
      <SaveCard bridge={bridge} source={source} actions={actions} />
      <CompareCard bridge={bridge} sources={sources} />
      <PasteCard bridge={bridge} sources={sources} go={go} />
      <ManyPcs bridge={bridge} sources={sources} go={go} opened={opening.many} />
    </div>
  )
}
