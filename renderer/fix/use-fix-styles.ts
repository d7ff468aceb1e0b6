/** How the walk is laid out: two columns where there is room, steps with their signs. */
import { makeStyles, tokens } from '@fluentui/react-components'

export const useFixStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 292px',
    gap: '24px',
    alignItems: 'start',
    '@media (max-width: 1100px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  // Below the title stands how far the checks have come.
  tally: { margin: '-12px 0 16px' },
  next: { borderLeft: `4px solid ${tokens.colorBrandBackground}` },
  watching: { marginTop: '10px' },
  steps: { listStyleType: 'none', margin: 0, padding: 0 },
  step: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px 12px',
    alignItems: 'center',
    padding: '10px 16px',
    '& > svg': { flexShrink: 0 },
    // Its words are read before its buttons: these go to the next line rather than crowd them.
    '& > svg + div': { flex: '1 1 220px', minWidth: 0 },
    '& > .buttons': { marginInlineStart: 'auto' },
    '& small': { display: 'block', fontSize: '14px', color: tokens.colorNeutralForeground2 },
    '& b': { fontWeight: tokens.fontWeightSemibold },
  },
  done: { color: tokens.colorStatusSuccessForeground1 },
  failed: { color: tokens.colorStatusWarningForeground3 },
  serious: { color: tokens.colorStatusDangerForeground1 },
  'needs-you': { color: tokens.colorBrandForeground1 },
  'not-here': { color: tokens.colorNeutralForeground3 },
  'could-not-look': { color: tokens.colorNeutralForeground3 },
  ticket: {
    display: 'block',
    width: '100%',
    margin: '0 0 12px',
    padding: '10px 12px',
    border: '0',
    resize: 'vertical',
    color: 'inherit',
    fontFamily: `Consolas, ${tokens.fontFamilyMonospace}`,
    fontSize: '14px',
    lineHeight: '20px',
    backgroundColor: tokens.colorNeutralBackground4,
    borderRadius: tokens.borderRadiusMedium,
  },
})
