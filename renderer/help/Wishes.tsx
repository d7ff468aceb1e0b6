/** What people ask who have no finding: a short answer, and where this PC is checked for it. */
import { label } from '../../shared/text/label.ts'
import type { ViewProps } from '../view/view-props.ts'
import type { Symptom } from '../../shared/model/symptom.ts'
import { useWords } from '../text/words-context.ts'

/** The most wanted first; of each the symptom whose check goes further. */
const wishes = {
  remove: 'remove-all',
  cpu: 'heavy',
  backups: 'heavy',
  update: null,
  both: null,
  explorer: 'not-recognised',
  library: null,
  old: null,
} as const satisfies Readonly<Record<string, Symptom | null>>

const ids = Object.keys(wishes) as readonly (keyof typeof wishes)[]

export function Wishes({ go }: Pick<ViewProps, 'go'>) {
  const { t } = useWords()
  return (
    <section aria-labelledby="help-wishes">
      <h2 id="help-wishes" className="head">
        {t('frame.help.wishes.title')}
      </h2>
      <div className="card stack">
        {ids.map((id) => {
          const symptom = wishes[id]
          const ask = t(`frame.help.wishes.item.${id}.ask`)
          return (
            <details key={id}>
              <summary>{ask}</summary>
              <p>{t(`frame.help.wishes.item.${id}.answer`)}</p>
              {symptom !== null && (
                <button
                  type="button"
                  className="button"
                  aria-label={`${label({ t }, t('frame.help.wishes.check'))} ${ask}`}
                  onClick={() => {
                    go('fix', symptom)
                  }}
                >
                  {t('frame.help.wishes.check')}
                </button>
              )}
            </details>
          )
        })}
        <p className="soft">{t('confidence.inferred')}</p>
      </div>
    </section>
  )
}
