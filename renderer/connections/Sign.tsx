/**
 * The sign of a state: good, worth a look, not known, under way. A sign whose shape differs, so that nothing rests on
 * colour.
 */
import { makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components'
import {
  CheckmarkCircle16Filled,
  Circle16Regular,
  QuestionCircle16Regular,
  SubtractCircle16Regular,
  Warning16Filled,
} from '@fluentui/react-icons'
import { forcedColors } from '../theme/layout.ts'

export type SignKind = 'good' | 'attention' | 'quiet' | 'unknown' | 'empty' | 'busy'

const useStyles = makeStyles({
  sign: {
    flexShrink: 0,
    display: 'block',
    color: tokens.colorNeutralForeground3,
    [forcedColors]: { color: 'inherit' },
  },
  good: { color: tokens.colorStatusSuccessForeground1 },
  attention: { color: tokens.colorStatusWarningForeground3 },
})

export function Sign({ kind }: { readonly kind: SignKind }) {
  const styles = useStyles()
  switch (kind) {
    case 'good':
      return (
        <CheckmarkCircle16Filled className={mergeClasses(styles.sign, styles.good)} aria-hidden />
      )
    case 'attention':
      return <Warning16Filled className={mergeClasses(styles.sign, styles.attention)} aria-hidden />
    case 'quiet':
      return <SubtractCircle16Regular className={styles.sign} aria-hidden />
    case 'unknown':
      return <QuestionCircle16Regular className={styles.sign} aria-hidden />
    case 'empty':
      return <Circle16Regular className={styles.sign} aria-hidden />
    case 'busy':
      return <Spinner size="extra-tiny" aria-hidden />
  }
}
