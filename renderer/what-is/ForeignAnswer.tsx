/** A name that the catalogue does not hold: what its file says, if it runs, and no verdict by name alone. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Apps24Regular } from '@fluentui/react-icons'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import type { LineAnswer } from '../../shared/catalogue/what-is.ts'
import { isFileName } from '../../shared/search/fold.ts'
import { shortText } from '../../shared/text/visible-text.ts'
import { useWords } from '../text/words-context.ts'
import { useCard } from '../theme/card.ts'
import { RunningFiles } from './RunningFiles.tsx'
import { useTextStyles } from '../theme/text-styles.ts'

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr)',
    gap: '0 16px',
    padding: '20px 24px',
  },
  sign: { color: tokens.colorNeutralForeground3 },
  text: { marginTop: '4px' },
})

interface Props {
  readonly answer: LineAnswer
  readonly bridge: Pick<InspectorBridge, 'examineProcess'>
  /** Where the line names one of Apple's programs, and starts this file. */
  readonly beside: string | undefined
}

export function ForeignAnswer({ answer, bridge, beside }: Props) {
  const { t } = useWords()
  const styles = useStyles()
  const texts = useTextStyles()
  const card = useCard()
  const { name, running } = answer
  const count = running?.length ?? 0
  return (
    <section className={mergeClasses(card, styles.card)}>
      <Apps24Regular className={styles.sign} aria-hidden />
      <div>
        <h3 className={texts.large}>{t('whatIs.foreign.title', { name: shortText(name, 120) })}</h3>
        <p className={styles.text}>
          {t(answer.lookAlike === null ? 'whatIs.foreign.noVerdict' : 'whatIs.foreign.another')}
        </p>
        {beside !== undefined && <p className={styles.text}>{beside}</p>}
        {running === null && <p className={styles.text}>{t('whatIs.foreign.unknown')}</p>}
        {running !== null && count === 0 && (
          <p className={styles.text}>
            {t('whatIs.foreign.notRunning')} {!isFileName(name) && t('whatIs.foreign.description')}
          </p>
        )}
        <RunningFiles running={running} bridge={bridge} />
      </div>
    </section>
  )
}
