/** A report that takes long to open and the way out of it, and why one could not be opened. */
import { LevelSign } from '../parts/LevelSign.tsx'
import { useWords } from '../text/words-context.ts'
import type { Opening } from '../view/use-opening.ts'

export function OpeningNotes({ isSlow, fault, cancel, dismissFault }: Opening) {
  const { t } = useWords()
  return (
    <>
      {isSlow && (
        <p className="card opening-note">
          <span role="status">{t('reports.opening')}</span>
          <button type="button" className="button" onClick={cancel}>
            {t('reports.cancel')}
          </button>
        </p>
      )}
      {fault !== undefined && (
        <p className="card opening-note">
          <LevelSign level="attention" />
          <span role="alert">{fault}</span>
          <button type="button" className="button" onClick={dismissFault}>
            {t('window.notice.dismiss')}
          </button>
        </p>
      )}
    </>
  )
}
