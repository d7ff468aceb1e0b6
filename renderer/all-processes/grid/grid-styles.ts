/** Styles of the grid. Plain elements: thousands of them pass by while somebody scrolls. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { forcedColors } from '../../theme/layout.ts'
import { rowPaddingPx } from './columns.ts'

export const headerHeightPx = 36
export const rowHeightPx = 34
/** Name and number, and a second line for the rest. */
export const compactRowHeightPx = 54

const tiny = '@media (max-width: 479px)'

const oneLine = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const

export const useGridStyles = makeStyles({
  grid: {
    position: 'relative',
    height: '100%',
    overflow: 'auto',
    borderRadius: '7px',
    outlineStyle: 'none',
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
    paddingInlineEnd: '0',
  },
  new: { backgroundColor: tokens.colorPaletteGreenBackground1 },
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
  soft: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    [forcedColors]: { color: 'inherit' },
  },
  number: { textAlign: 'end', paddingInlineEnd: '22px', fontVariantNumeric: 'tabular-nums' },
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
  listed: { fontWeight: tokens.fontWeightSemibold },
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
  group: {
    flexShrink: 0,
    minHeight: '24px',
    padding: '0 8px',
    border: `1px solid ${tokens.colorBrandStroke2}`,
    borderRadius: '12px',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForeground1,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    cursor: 'pointer',
    '&:hover': { backgroundColor: tokens.colorBrandBackground2 },
    [forcedColors]: { color: 'ButtonText' },
    [tiny]: { display: 'none' },
  },
  // Where the name needs the whole line, its group is told on the second one.
  groupBelow: { display: 'none', [tiny]: { display: 'inline' } },
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
  second: { gridColumn: '1 / -1', lineHeight: tokens.lineHeightBase200 },
})

export type GridClasses = ReturnType<typeof useGridStyles>
