/** An inspection that takes longer than usual, and how to stop it. */
import { Button, makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components'
import type { InspectionStage } from '../../shared/model/inspection.ts'
import { useWords } from '../text/words-context.ts'
import { narrow } from '../theme/layout.ts'

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    minWidth: '0',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  // On a line of its own, below the views, it begins where they do.
  inHeader: { [narrow]: { margin: '2px 10px 6px' } },
  stage: { minWidth: '0' },
  // Beside the views there is no room for a sentence in a narrow window: it is still read aloud.
  spokenWhenNarrow: { [narrow]: { position: 'absolute', clipPath: 'inset(50%)' } },
  stop: { flexShrink: 0 },
})

interface Props {
  readonly stage: InspectionStage
  readonly isInHeader?: boolean
  readonly onCancel: () => void
}

export function SlowLook({ stage, isInHeader = false, onCancel }: Props) {
  const { t } = useWords()
  const styles = useStyles()
  return (
    <div className={mergeClasses(styles.line, isInHeader && styles.inHeader)}>
      <Spinner size="extra-tiny" aria-hidden />
      {/* Each stage is told once, when it begins. */}
      <span
        role="status"
        className={mergeClasses(styles.stage, isInHeader && styles.spokenWhenNarrow)}
      >
        {t(`look.stage.${stage}`)} …
      </span>
      <Button size="small" className={styles.stop} title={t('look.cancelHint')} onClick={onCancel}>
        {t('look.cancel')}
      </Button>
    </div>
  )
}
