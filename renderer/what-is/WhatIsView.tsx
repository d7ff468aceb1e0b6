/** The "What is …?" view. Any name, path, pasted line or list of lines gets an answer while it is being typed. */
import { Button, makeStyles, mergeClasses, SearchBox, tokens } from '@fluentui/react-components'
import { memo, useId, useRef, useState, type KeyboardEvent, type Ref } from 'react'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import type { InspectedProcess } from '../../shared/model/inspection.ts'
import { useWords } from '../text/words-context.ts'
import { useCard } from '../theme/card.ts'
import { AnswerParts } from './AnswerParts.tsx'
import { Examples } from './Examples.tsx'
import { LineList } from './LineList.tsx'
import { spokenAnswer } from './spoken-answer.ts'
import { useBlock } from './use-block.ts'
import { useWhatIs } from './use-what-is.ts'

/** What the main process takes. */
const longestText = 40_000

const useStyles = makeStyles({
  view: { width: '100%', maxWidth: '760px', marginInline: 'auto' },
  title: {
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
  },
  lead: { marginTop: '4px', color: tokens.colorNeutralForeground2 },
  search: { width: '100%', maxWidth: 'none', minHeight: '44px', marginTop: '12px' },
  more: { whiteSpace: 'nowrap', color: tokens.colorNeutralForeground3 },
  keys: {
    marginTop: '6px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  answer: { marginTop: '20px', transitionProperty: 'opacity', transitionDuration: '100ms' },
  lines: { marginTop: '20px' },
  waiting: { opacity: 0.7 },
  plain: { padding: '20px 24px', display: 'grid', gap: '8px', justifyItems: 'start' },
  plainTitle: {
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
})

interface Props {
  readonly bridge: Pick<InspectorBridge, 'askWhatIs' | 'examineProcess'>
  readonly catalogue: Catalogue
  /** What the last inspection says: verdicts, and why something does not run. */
  readonly processes?: readonly InspectedProcess[] | undefined
  /** What stands in the box at first. */
  readonly initialText?: string | undefined
  readonly onOpenEntry: (entryId: string) => void
  readonly onOpenSource: (sourceKey: string) => void
}

export const WhatIsView = memo(function WhatIsView(props: Props) {
  const { bridge, catalogue, processes, onOpenEntry, onOpenSource } = props
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const card = useCard()
  const keysId = useId()
  const viewRef = useRef<HTMLElement>(null)
  const inputRef = useRef<HTMLInputElement>(null)
  const { block, drop, take: takeBlock } = useBlock(props.initialText ?? '')
  const [typed, setTyped] = useState(props.initialText ?? '')
  const text = block?.text ?? typed
  const { shown, retry } = useWhatIs(bridge, text, words.language)
  const found = 'answer' in shown ? shown.answer : undefined
  const answer = found && { ...found, leftOut: found.leftOut + (block?.leftOut ?? 0) }
  const isAnswered = shown.state === 'answered'

  const type = (next: string) => {
    drop()
    setTyped(next.slice(0, longestText))
  }
  const take = (name: string) => {
    type(name)
    inputRef.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, target } = event
    const buttons = [...(viewRef.current?.querySelectorAll<HTMLElement>('[data-suggestion]') ?? [])]
    const stops = [inputRef.current, ...buttons].filter((stop) => stop !== null)
    const at = stops.findIndex((stop) => stop === target)
    if (key === 'Escape' && text !== '') {
      take('')
    } else if (key === 'Enter' && target === inputRef.current && isAnswered) {
      buttons[0]?.click()
    } else if (key === 'ArrowDown' && at >= 0) {
      stops[at + 1]?.focus()
    } else if (key === 'ArrowUp' && at > 0) {
      stops[at - 1]?.focus()
    } else {
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <section
      ref={viewRef}
      className={styles.view}
      aria-label={t('whatIs.title')}
      onKeyDown={onKeyDown}
    >
      <h2 className={styles.title}>{t('whatIs.title')}</h2>
      <p className={styles.lead}>{t('whatIs.lead')}</p>
      <SearchBox
        className={styles.search}
        size="large"
        // Fluent's own type for this ref allows nothing; what it hands out is the input.
        ref={inputRef as Ref<never>}
        value={block?.first ?? typed}
        onChange={(_, { value }) => {
          type(value)
        }}
        onPaste={(event) => {
          if (takeBlock(event)) setTyped('')
        }}
        {...(block !== undefined && {
          contentAfter: (
            <span className={styles.more}>{t('whatIs.block.more', { count: block.more })}</span>
          ),
        })}
        placeholder={t('whatIs.search.placeholder')}
        aria-label={t('whatIs.search.label')}
        aria-describedby={keysId}
        dismiss={{ 'aria-label': t('whatIs.search.clear') }}
        spellCheck={false}
        autoComplete="off"
      />
      <p id={keysId} className={styles.keys}>
        {t('whatIs.search.keys')}
      </p>
      <p className="spoken-only" role="status">
        {isAnswered && spokenAnswer(words, shown.answer, catalogue)}
        {shown.state === 'failed' && t('whatIs.failed.title')}
      </p>
      <div
        className={mergeClasses(styles.answer, shown.state === 'asking' && styles.waiting)}
        aria-busy={shown.state === 'asking'}
      >
        {shown.state === 'idle' && <Examples onTake={take} />}
        {shown.state === 'failed' && (
          <div className={mergeClasses(card, styles.plain)}>
            <h3 className={styles.plainTitle}>{t('whatIs.failed.title')}</h3>
            <p>{t('whatIs.failed.body')}</p>
            <Button onClick={retry}>{t('whatIs.failed.retry')}</Button>
          </div>
        )}
        {answer !== undefined && (
          <AnswerParts
            // A new name is a new page: what was looked up for the one before does not belong to it.
            key={`${answer.name} ${answer.line}`}
            answer={answer}
            bridge={bridge}
            catalogue={catalogue}
            processes={processes}
            onTake={take}
            onOpenEntry={onOpenEntry}
            onOpenSource={onOpenSource}
          />
        )}
        {answer !== undefined && answer.lines.length > 1 && (
          <div className={styles.lines}>
            <LineList answer={answer} catalogue={catalogue} />
          </div>
        )}
      </div>
    </section>
  )
})
