/**
 * The badge of a verdict. A sign and a word; each verdict has its own of both, grey where we cannot tell, never red.
 */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
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
import type { RowTrust } from '../../inspection/shown-trust.ts'
import { useWords } from '../../text/words-context.ts'
import { forcedColors } from '../../theme/layout.ts'

const looks = {
  genuine: { tint: 'good', icon: <CheckmarkCircle16Regular /> },
  'from-apple': { tint: 'quiet', icon: <ShieldCheckmark16Regular /> },
  'wrong-folder': { tint: 'look', icon: <FolderOpen16Regular /> },
  'planted-library': { tint: 'look', icon: <DocumentQuestionMark16Regular /> },
  'wrong-signer': { tint: 'look', icon: <Person16Regular /> },
  unsigned: { tint: 'look', icon: <EditOff16Regular /> },
  tampered: { tint: 'look', icon: <Warning16Regular /> },
  'cannot-tell': { tint: 'quiet', icon: <QuestionCircle16Regular /> },
} as const satisfies Record<RowTrust, unknown>

const useStyles = makeStyles({
  badge: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    height: '24px',
    padding: '0 8px',
    borderRadius: tokens.borderRadiusCircular,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: 'nowrap',
    // Forced colours take the tint away: the line keeps the shape.
    [forcedColors]: { border: '1px solid', color: 'inherit' },
  },
  good: {
    color: tokens.colorPaletteGreenForeground1,
    backgroundColor: tokens.colorPaletteGreenBackground1,
  },
  look: {
    color: tokens.colorPaletteYellowForeground1,
    backgroundColor: tokens.colorPaletteYellowBackground1,
    // The tint alone is hardly there on white: the one row that needs eyes is to be found at once.
    border: '1px solid color-mix(in srgb, currentColor 45%, transparent)',
  },
  quiet: { color: tokens.colorNeutralForeground3, padding: '0' },
})

export function TrustBadge({ trust }: { readonly trust: RowTrust }) {
  const { t } = useWords()
  const styles = useStyles()
  const { tint, icon } = looks[trust]
  return (
    <span className={mergeClasses(styles.badge, styles[tint])}>
      {icon}
      {t(`window.trust.${trust}`)}
    </span>
  )
}
