/** Is it the real one? A sign and a word; each verdict has its own of both, grey where we cannot tell, never red. */
import { Badge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import {
  CheckmarkCircle16Regular,
  DocumentQuestionMark16Regular,
  EditOff16Regular,
  FolderOpen16Regular,
  Person16Regular,
  QuestionCircle16Regular,
  ShieldCheckmark16Regular,
  Warning16Regular,
} from '@fluentui/react-icons'
import type { RowTrust } from '../inspection/shown-trust.ts'
import { useWords } from '../text/words-context.ts'
import { forcedColors } from '../theme/layout.ts'

const looks = {
  genuine: { color: 'success', icon: <CheckmarkCircle16Regular /> },
  'from-apple': { color: 'subtle', icon: <ShieldCheckmark16Regular /> },
  'wrong-folder': { color: 'warning', icon: <FolderOpen16Regular /> },
  'planted-library': { color: 'warning', icon: <DocumentQuestionMark16Regular /> },
  'wrong-signer': { color: 'warning', icon: <Person16Regular /> },
  unsigned: { color: 'warning', icon: <EditOff16Regular /> },
  tampered: { color: 'warning', icon: <Warning16Regular /> },
  'cannot-tell': { color: 'subtle', icon: <QuestionCircle16Regular /> },
} as const satisfies Record<RowTrust, unknown>

const useStyles = makeStyles({
  badge: {
    fontWeight: tokens.fontWeightRegular,
    gap: '4px',
    padding: '0 8px',
    whiteSpace: 'nowrap',
    '::after': { display: 'none' },
    // Forced colours take the tint away: the line keeps the shape.
    [forcedColors]: { border: '1px solid', color: 'inherit' },
  },
  // The tint alone is hardly there on white: the one row that needs eyes is to be found at once.
  outlined: { border: '1px solid color-mix(in srgb, currentColor 45%, transparent)' },
  quiet: { color: tokens.colorNeutralForeground3, backgroundColor: 'transparent', padding: '0' },
})

export function TrustBadge({ trust }: { readonly trust: RowTrust }) {
  const { t } = useWords()
  const styles = useStyles()
  const { color, icon } = looks[trust]
  return (
    <Badge
      className={mergeClasses(
        styles.badge,
        color === 'subtle' && styles.quiet,
        color === 'warning' && styles.outlined,
      )}
      appearance="tint"
      color={color}
      icon={icon}
      size="large"
    >
      {t(`window.trust.${trust}`)}
    </Badge>
  )
}
