/** Is it the real one? A sign and a word; grey where we cannot tell, never red. */
import { Badge, makeStyles, tokens } from '@fluentui/react-components'
import {
  CheckmarkCircle16Regular,
  QuestionCircle16Regular,
  Warning16Regular,
} from '@fluentui/react-icons'
import type { Trust } from '../../shared/model/inspection.ts'
import { useWords } from '../text/words-context.ts'

const looks = {
  genuine: { color: 'success', icon: <CheckmarkCircle16Regular /> },
  'wrong-folder': { color: 'warning', icon: <Warning16Regular /> },
  'wrong-signer': { color: 'warning', icon: <Warning16Regular /> },
  unsigned: { color: 'warning', icon: <Warning16Regular /> },
  tampered: { color: 'warning', icon: <Warning16Regular /> },
  'cannot-tell': { color: 'subtle', icon: <QuestionCircle16Regular /> },
} as const satisfies Record<Trust, unknown>

const useStyles = makeStyles({
  badge: {
    fontWeight: tokens.fontWeightRegular,
    gap: '4px',
    padding: '0 8px',
    whiteSpace: 'nowrap',
    '::after': { display: 'none' },
  },
})

export function TrustBadge({ trust }: { readonly trust: Trust }) {
  const { t } = useWords()
  const styles = useStyles()
  const { color, icon } = looks[trust]
  return (
    <Badge className={styles.badge} appearance="tint" color={color} icon={icon} size="large">
      {t(`window.trust.${trust}`)}
    </Badge>
  )
}
