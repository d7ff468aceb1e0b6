/** Styles of titles and quiet lines in the Connections view. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { forcedColors } from '../theme/layout.ts'

export const useTextStyles = makeStyles({
  title: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  answer: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: '26px',
    fontWeight: tokens.fontWeightSemibold,
  },
  strong: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  soft: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    [forcedColors]: { color: 'inherit' },
  },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  label: {
    margin: '0 0 4px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    [forcedColors]: { color: 'inherit' },
  },
  /** Anybody's words: they break anywhere and keep their direction to themselves. */
  foreign: { overflowWrap: 'anywhere', unicodeBidi: 'isolate' },
  figures: { fontVariantNumeric: 'tabular-nums' },
})
