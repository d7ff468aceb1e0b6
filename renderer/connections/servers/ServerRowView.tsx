/** One server in one line. Opened, it tells every step. */
import {
  createCustomFocusIndicatorStyle,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components'
import { ChevronRight16Regular } from '@fluentui/react-icons'
import { memo, useId } from 'react'
import type { Endpoint } from '../../../shared/catalogue/endpoints.ts'
import type { ConnectionResult } from '../../../shared/model/connection.ts'
import { endpointWords } from '../../../shared/text/connection-words.ts'
import { useWords } from '../../text/words-context.ts'
import { forcedColors } from '../../theme/layout.ts'
import { small } from '../breakpoints.ts'
import { durationWords } from '../durations.ts'
import type { SourceAccess } from './EvidenceList.tsx'
import { resultWord, type RowFacts, type RowState } from './server-rows.ts'
import { ServerDetails } from './ServerDetails.tsx'
import { Sign, type SignKind } from '../Sign.tsx'
import { useTextStyles } from '../../theme/text-styles.ts'

const signs = {
  'not-checked': 'empty',
  'left-out': 'quiet',
  waiting: 'empty',
  checking: 'busy',
  ok: 'good',
  partly: 'attention',
  trouble: 'attention',
  gone: 'quiet',
  untried: 'unknown',
} as const satisfies Record<RowState, SignKind>

/** Beside the name. */
const inLine = (column: string) =>
  ({ gridColumn: column, gridRow: '1', alignSelf: 'start', marginTop: '2px' }) as const

const useStyles = makeStyles({
  row: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 40px 172px 56px 16px',
    alignItems: 'center',
    gap: '2px 12px',
    minHeight: '52px',
    padding: '7px 14px 7px 42px',
    '&:hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    [small]: { gridTemplateColumns: 'minmax(0, 1fr) auto 16px', paddingInlineStart: '16px' },
  },
  notFirst: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  attention: {
    '::before': {
      content: '""',
      position: 'absolute',
      insetBlock: '0',
      insetInlineStart: '0',
      borderInlineStartWidth: '3px',
      borderInlineStartStyle: 'solid',
      borderInlineStartColor: tokens.colorStatusWarningForeground3,
    },
  },
  // What it is for has the whole width, below the line of its name.
  server: { gridColumn: '1 / -1', gridRow: '1', [small]: { gridColumn: '1 / 3' } },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '0 8px',
    paddingInlineEnd: '332px',
    [small]: { paddingInlineEnd: 0 },
  },
  toggle: {
    margin: 0,
    padding: 0,
    border: 'none',
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'start',
    overflowWrap: 'anywhere',
    cursor: 'pointer',
    // The whole row is the target, however short the name.
    '::after': { content: '""', position: 'absolute', inset: '0' },
    ...createCustomFocusIndicatorStyle({ outlineStyle: 'none' }),
    '&:focus-visible': { outline: 'none' },
    '&:focus-visible::after': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
      borderRadius: '6px',
    },
  },
  tag: {
    padding: '0 6px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: '4px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase100,
    lineHeight: '16px',
    [forcedColors]: { color: 'inherit' },
  },
  port: { ...inLine('2'), textAlign: 'end', [small]: { display: 'none' } },
  result: {
    ...inLine('3'),
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr)',
    alignItems: 'center',
    gap: '8px',
    [small]: { gridColumn: '1', gridRow: '2' },
  },
  time: {
    ...inLine('4'),
    textAlign: 'end',
    [small]: { gridColumn: '2 / 4', gridRow: '2' },
  },
  chevron: {
    ...inLine('5'),
    color: tokens.colorNeutralForeground3,
    transitionProperty: 'transform',
    transitionDuration: tokens.durationFast,
    [small]: { gridColumn: '3', gridRow: '1' },
  },
  turned: { transform: 'rotate(90deg)' },
  details: {
    padding: '4px 16px 16px',
    backgroundColor: tokens.colorNeutralBackground1,
  },
})

interface Props extends SourceAccess, RowFacts {
  readonly endpoint: Endpoint
  readonly results: readonly ConnectionResult[]
  readonly isOpen: boolean
  readonly onToggle: (endpointId: string) => void
  readonly onTry: ((endpointId: string) => void) | undefined
}

export const ServerRowView = memo(function ServerRowView(props: Props) {
  const { endpoint, results, isOpen, onToggle, onTry, state, elapsedMs, sources, onOpenSource } =
    props
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const text = useTextStyles()
  const detailsId = useId()
  const { id, pattern, port, fate } = endpoint
  const isTrouble = state === 'trouble' || state === 'partly'
  return (
    <>
      <div
        role="row"
        className={mergeClasses(styles.row, styles.notFirst, isTrouble && styles.attention)}
      >
        <div role="cell" className={styles.server}>
          <div className={styles.head}>
            <button
              type="button"
              className={styles.toggle}
              aria-expanded={isOpen}
              aria-controls={isOpen ? detailsId : undefined}
              onClick={() => {
                onToggle(id)
              }}
            >
              {pattern}
            </button>
            {fate.state !== 'kept' && (
              <span className={styles.tag}>{t(`connectionView.servers.tag.${fate.state}`)}</span>
            )}
          </div>
          <div className={text.soft}>{endpointWords(words, endpoint).what}</div>
        </div>
        <div role="cell" className={mergeClasses(text.soft, text.figures, styles.port)}>
          {port}
        </div>
        <div role="cell" className={mergeClasses(styles.result, text.small)}>
          <Sign kind={signs[state]} />
          <span>{resultWord(words, props)}</span>
        </div>
        <div role="cell" className={mergeClasses(text.soft, text.figures, styles.time)}>
          {elapsedMs === undefined ? '' : durationWords(words, elapsedMs)}
        </div>
        <ChevronRight16Regular
          className={mergeClasses(styles.chevron, isOpen && styles.turned)}
          aria-hidden
        />
      </div>
      {isOpen && (
        <div role="row">
          <div role="cell" aria-colspan={4} id={detailsId} className={styles.details}>
            <ServerDetails
              endpoint={endpoint}
              results={results}
              facts={props}
              onTry={onTry}
              sources={sources}
              onOpenSource={onOpenSource}
            />
          </div>
        </div>
      )}
    </>
  )
})
