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
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    gap: '12px',
    alignItems: 'center',
    padding: '10px 16px',
    '& small': { display: 'block', fontSize: '14px', color: tokens.colorNeutralForeground2 },
    '& b': { fontWeight: tokens.fontWeightSemibold },
    '@media (max-width: 700px)': { gridTemplateColumns: '20px minmax(0, 1fr)' },
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
