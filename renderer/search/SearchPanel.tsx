/** The answers below the search: rows to choose from, and the answer itself; for several lines a verdict for each. */
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import type { Catalogue } from '../../shared/catalogue/schemas/catalogue-schema.ts'
import type { AppDescription, InspectorBridge } from '../../shared/ipc/channels.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { WhatIsAnswer } from '../../shared/catalogue/what-is.ts'
import { isFileName } from '../../shared/search/fold.ts'
import type { ViewProps } from '../view/view-props.ts'
import type { InspectionState } from '../inspection/inspection-state.ts'
import { runningRows } from '../overview/running-rows.ts'
import { useWords } from '../text/words-context.ts'
import { AnswerParts } from '../what-is/AnswerParts.tsx'
import { isWorthAWarning } from '../what-is/worth-a-warning.ts'
import { spokenAnswer } from '../what-is/spoken-answer.ts'
import { useWhatIs } from '../what-is/use-what-is.ts'
import { BlockAnswer } from './BlockAnswer.tsx'
import { optionsOf, type Option } from './options.ts'
import { OptionList } from './OptionList.tsx'

export interface SearchPanelProps {
  readonly inputRef: RefObject<HTMLInputElement | null>
  readonly text: string
  /** For which text Enter was pressed before the panel was there. */
  readonly entered: string | undefined
  readonly leftOut: number
  readonly bridge: InspectorBridge
  readonly description: AppDescription
  readonly state: InspectionState
  readonly findings: readonly Finding[]
  readonly go: ViewProps['go']
  /** Tells the field which row is chosen. */
  readonly onActive: (optionId: string | undefined) => void
  readonly onTake: (text: string) => void
  readonly onClose: () => void
  readonly onOpenSource: (sourceKey: string) => void
  /** Of a pasted block. */
  readonly onKeep: (() => void) | undefined
}

const none: readonly Option[] = []

export function SearchPanel(props: SearchPanelProps) {
  const { inputRef, text, leftOut, bridge, description, state, findings } = props
  const { go, onActive, onClose } = props
  const words = useWords()
  const { t } = words
  const { catalogue } = description
  const { inspection } = state
  const panelRef = useRef<HTMLDivElement>(null)
  const { shown, retry } = useWhatIs(bridge, text, words.language)
  const found = 'answer' in shown ? shown.answer : undefined
  const answer = found && { ...found, leftOut: found.leftOut + leftOut }
  const isAnswered = shown.state === 'answered'
  const isBlock = answer !== undefined && answer.lines.length + answer.leftOut > 1
  const options = useMemo(() => {
    if (found === undefined || isBlock) return none
    const rows = inspection === undefined ? [] : runningRows(words, inspection, findings)
    const all = optionsOf({ words, text, answer: found, rows, catalogue })
    // What stands in the answer below is not said in its row, too.
    return all.map((option) => (option.leads === null ? { ...option, body: '' } : option))
  }, [found, isBlock, inspection, findings, words, text, catalogue])
  const [chosenId, setChosenId] = useState<string>()
  // What the genuine one is must not stand above the warning, nor open before it.
  const isWarned = found !== undefined && !isBlock && isWorthAWarning(found)
  const active =
    options.find(({ id }) => id === chosenId) ??
    (isWarned ? options.find((option) => isOfLookAlike(option, catalogue)) : options[0])
  const activeId = active?.id
  useEffect(() => {
    onActive(activeId === undefined ? undefined : elementId(activeId))
  }, [activeId, onActive])
  useEffect(
    () => () => {
      onActive(undefined)
    },
    [onActive],
  )

  const open = (option: Option | undefined) => {
    if (option?.leads != null) {
      onClose()
      go(...option.leads)
      return
    }
    const below = panelRef.current?.querySelector<HTMLElement>(
      'aside, article, .search-answer button',
    )
    below?.focus()
  }
  // Enter while the answer is still on its way opens the best as soon as it is there.
  const waitsForRef = useRef<string | undefined>(props.entered)
  const onKey = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const at = options.findIndex(({ id }) => id === activeId)
    const next = { ArrowDown: at + 1, ArrowUp: Math.max(at, 0) - 1 }[event.key]
    if (next !== undefined && options.length > 0) {
      setChosenId(options[(next + options.length) % options.length]?.id)
    } else if (event.key === 'Enter') {
      if (isAnswered) open(active)
      else waitsForRef.current = text
    } else {
      return
    }
    event.preventDefault()
  }
  const onKeyRef = useRef(onKey)
  const openRef = useRef(open)
  useEffect(() => {
    onKeyRef.current = onKey
    openRef.current = open
  })
  useEffect(() => {
    const input = inputRef.current
    const listen = (event: KeyboardEvent) => {
      onKeyRef.current(event)
    }
    input?.addEventListener('keydown', listen)
    return () => {
      input?.removeEventListener('keydown', listen)
    }
  }, [inputRef])
  useEffect(() => {
    if (!isAnswered) return
    const isWaiting = waitsForRef.current === text
    waitsForRef.current = undefined
    if (isWaiting) openRef.current(active)
  }, [isAnswered, text, active])

  const rows = options.length > 0 && (
    <OptionList
      options={options}
      activeId={activeId}
      query={text}
      onOpen={open}
      elementId={elementId}
    />
  )
  return (
    <div ref={panelRef} aria-busy={!isAnswered}>
      <p className="spoken-only" role="status">
        {isAnswered && spokenAnswer(words, shown.answer, catalogue)}
        {shown.state === 'failed' && t('whatIs.failed.title')}
      </p>
      {shown.state === 'failed' && (
        <div className="search-answer">
          <p>{t('whatIs.failed.body')}</p>
          <button type="button" className="button" onClick={retry}>
            {t('whatIs.failed.retry')}
          </button>
        </div>
      )}
      {isBlock && (
        <BlockAnswer
          answer={answer}
          catalogue={catalogue}
          onCopy={bridge.copyText}
          onKeep={props.onKeep}
        />
      )}
      {!isWarned && rows}
      {answer !== undefined && !isBlock && (options.length === 0 || isCertain(answer)) && (
        <div className="search-answer">
          <AnswerParts
            // A new name is a new page: what was looked up for the one before does not belong to it.
            key={`${answer.name} ${answer.line}`}
            answer={options.length > 0 ? { ...answer, suggestions: [] } : answer}
            bridge={bridge}
            catalogue={catalogue}
            processes={inspection?.processes}
            onTake={props.onTake}
            onOpenEntry={(id) => {
              onClose()
              go('processes', id)
            }}
            onOpenSource={props.onOpenSource}
          />
        </div>
      )}
      {isWarned && rows}
      {answer !== undefined && !isBlock && answer.entryId === null && (
        <p className="search-whole">
          <button
            type="button"
            className="link"
            onClick={() => {
              onClose()
              go('processes', 'all')
            }}
          >
            {t('search.whole')}
          </button>
        </p>
      )}
    </div>
  )
}

const elementId = (optionId: string) => `search-${optionId.replace(/[^A-Za-z0-9]+/g, '-')}`

/** It runs here under the name that is warned of. */
function isOfLookAlike({ group, leads }: Option, { processes }: Catalogue): boolean {
  return group === 'running' && !processes.some(({ id }) => id === leads?.[1])
}

/** What was typed names one thing: the answer stands below the rows. */
function isCertain(answer: WhatIsAnswer): boolean {
  const { entryId, otherId, lookAlike, errors, running, name } = answer
  return (
    entryId !== null ||
    otherId !== null ||
    lookAlike !== null ||
    errors.length > 0 ||
    (running?.length ?? 0) > 0 ||
    isFileName(name)
  )
}
