/** The tables of this view: one line a row while there is room, then each row as a block. */
import { makeStyles, tokens } from '@fluentui/react-components'

/** Under this the pane and the table together leave no room for six columns. */
const cramped = '@media (max-width: 1079px)'
const narrow = '@media (max-width: 639px)'

export const useTableStyles = makeStyles({
  table: { width: '100%', padding: 0, borderCollapse: 'separate', borderSpacing: 0 },
  head: {
    padding: '8px 12px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: 400,
    textAlign: 'start',
    [cramped]: { '&[data-column="runsAs"], &[data-column="serves"]': { display: 'none' } },
    [narrow]: { display: 'none' },
  },
  row: { [narrow]: { display: 'block', padding: '8px 0' } },
  cell: {
    padding: '6px 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    textAlign: 'start',
    fontWeight: 400,
    overflowWrap: 'break-word',
    [narrow]: { display: 'block', padding: '2px 16px', border: 0 },
  },
  wide: { [cramped]: { display: 'none' } },
  number: { textAlign: 'end', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
})
