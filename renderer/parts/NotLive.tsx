/** Why something is off: the source whose facts are shown is not this PC as it is now. */
import { LevelSign } from './LevelSign.tsx'
import { useWords } from '../text/words-context.ts'

export function NotLive() {
  const { t } = useWords()
  return (
    <p className="remark soft">
      <LevelSign level="info" />
      {t('frame.source.notLive')}
    </p>
  )
}
