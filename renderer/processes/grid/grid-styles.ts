/** Styles of the grid. Plain elements: thousands of them pass by while somebody scrolls. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { forcedColors } from '../../theme/layout.ts'
import { rowPaddingPx } from './columns.ts'

export const headerHeightPx = 36
export const rowHeightPx = 33
/** Name and number, and a second line for the rest. */
export const compactRowHeightPx = 54

const oneLine = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const

export const useGridStyles = makeStyles({
  grid: {
    position: 'relative',
    height: '100%',
    overflow: 'auto',
    borderRadius: '7px',
    outlineStyle: 'none',
    '&::-webkit-scrollbar-corner': { backgroundColor: 'transparent' },
    // A new row above must not push the others about while somebody reads.
    overflowAnchor: 'none',
    scrollPaddingTop: `${headerHeightPx}px`,
    '&:focus-visible [aria-selected="true"]': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
      [forcedColors]: { outlineColor: 'Highlight' },
    },
  },
  body: { position: 'relative' },
  row: {
    position: 'absolute',
    insetInline: '0',
    top: '0',
    display: 'grid',
    gridTemplateColumns: 'var(--process-columns)',
    alignItems: 'center',
    height: `${rowHeightPx}px`,
    padding: `0 ${rowPaddingPx}px`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    contain: 'layout style',
    cursor: 'default',
    '&:hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  compact: {
    height: `${compactRowHeightPx}px`,
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignContent: 'center',
  },
  new: { backgroundColor: tokens.colorPaletteGreenBackground1 },
  aside: { color: tokens.colorNeutralForeground3 },
  ended: { color: tokens.colorNeutralForeground3, backgroundColor: tokens.colorNeutralBackground2 },
  selected: {
    backgroundColor: tokens.colorBrandBackground2,
    '&:hover': { backgroundColor: tokens.colorBrandBackground2 },
    '&::before': {
      content: '""',
      position: 'absolute',
      insetBlock: '0',
      insetInlineStart: '0',
      width: '3px',
      backgroundColor: tokens.colorBrandStroke1,
      [forcedColors]: { backgroundColor: 'Highlight', width: '6px' },
    },
  },
  cell: { ...oneLine, paddingInlineEnd: '12px', unicodeBidi: 'isolate' },
  soft: { color: tokens.colorNeutralForeground2, [forcedColors]: { color: 'inherit' } },
  mono: { fontFamily: tokens.fontFamilyMonospace },
  // Where something is to come, so that nothing jumps when it does.
  pill: {
    display: 'block',
    width: '72px',
    height: '12px',
    borderRadius: '6px',
    backgroundColor: tokens.colorNeutralStencil1,
    [forcedColors]: { border: '1px solid' },
  },
  // The pill has its own edge; letters of it are never cut away.
  pillCell: { overflow: 'hidden', whiteSpace: 'nowrap' },
  number: { textAlign: 'end', paddingInlineEnd: '14px', fontVariantNumeric: 'tabular-nums' },
  unknown: { color: tokens.colorNeutralForeground4, [forcedColors]: { color: 'inherit' } },
  nameCell: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    minWidth: '0',
    paddingInlineEnd: '12px',
    overflow: 'hidden',
  },
  name: { ...oneLine, unicodeBidi: 'isolate' },
  struck: { textDecorationLine: 'line-through' },
  fold: {
    flexShrink: 0,
    display: 'grid',
    placeContent: 'center',
    width: '24px',
    height: '24px',
    marginInlineStart: '-6px',
    borderRadius: '4px',
    '&:hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  noFold: { flexShrink: 0, width: '18px' },
  mark: {
    flexShrink: 0,
    display: 'inline-flex',
    alignItems: 'center',
    gap: '3px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    [forcedColors]: { color: 'inherit' },
  },
  markNew: { color: tokens.colorPaletteGreenForeground1 },
  second: {
    gridColumn: '1 / -1',
    paddingInlineEnd: '0',
    lineHeight: tokens.lineHeightBase200,
  },
})

export type GridClasses = ReturnType<typeof useGridStyles>
