/** The one search, in the title bar: a name, a path, pasted lines, an error number, a symptom, a tip. */
import { Dismiss16Regular, Search20Regular } from '@fluentui/react-icons'
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { RefObject } from 'react'
import type { AppDescription, InspectorBridge } from '../../shared/ipc/channels.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { ViewProps } from '../view/view-props.ts'
import type { InspectionState } from '../inspection/inspection-state.ts'
import { useWords } from '../text/words-context.ts'
import { useBlock } from '../what-is/use-block.ts'

const SearchPanel = lazy(async () => ({
  default: (await import('./SearchPanel.tsx')).SearchPanel,
}))

/** What the main process takes. */
const longestText = 40_000

interface Props {
  readonly inputRef: RefObject<HTMLInputElement | null>
  /** What another view wants to be searched; a new object each time. */
  readonly asked: { readonly text: string } | undefined
  readonly bridge: InspectorBridge
  readonly description: AppDescription
  readonly state: InspectionState
  readonly findings: readonly Finding[]
  readonly go: ViewProps['go']
  readonly onOpenSource: (sourceKey: string) => void
  /** Makes a pasted list a source of its own; false where no line of it can be read. */
  readonly onKeep: (whole: string) => Promise<boolean>
}

export function SearchField({ inputRef, asked, onKeep, ...props }: Props) {
  const { t } = useWords()
  const { block, drop, take: takeBlock } = useBlock('')
  const [typed, setTyped] = useState('')
  const [isOpen, setIsOpen] = useState(false)
  const [activeId, setActiveId] = useState<string>()
  const [seen, setSeen] = useState(asked)
  const rootRef = useRef<HTMLDivElement>(null)
  /** Enter came before the answers were there to hear it: the program is still loading them. */
  const [entered, setEntered] = useState<string>()
  const text = block?.text ?? typed

  const type = useCallback(
    (next: string) => {
      drop()
      setEntered(undefined)
      setTyped(next.slice(0, longestText))
      setIsOpen(next.trim() !== '')
    },
    [drop],
  )
  const keep = async () => {
    if (block === undefined) return
    // What cannot be kept stays open: the answer says of each line what it is.
    if (await onKeep(block.whole)) type('')
  }
  if (seen !== asked) {
    setSeen(asked)
    if (asked !== undefined) type(asked.text)
  }

  useEffect(() => {
    if (asked !== undefined) inputRef.current?.focus()
  }, [asked, inputRef])

  useEffect(() => {
    if (!isOpen) return
    const closeOutside = ({ target }: PointerEvent) => {
      if (!(target instanceof Node) || rootRef.current?.contains(target) !== true) setIsOpen(false)
    }
    document.addEventListener('pointerdown', closeOutside)
    return () => {
      document.removeEventListener('pointerdown', closeOutside)
    }
  }, [isOpen])

  // React writes to a field whenever it draws it: what a refresh does not change must stay the same element.
  const input = useMemo(
    () => (
      <input
        ref={inputRef}
        type="text"
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={isOpen ? 'search-panel' : undefined}
        aria-autocomplete="list"
        aria-activedescendant={isOpen ? activeId : undefined}
        aria-label={t('frame.search.label')}
        aria-keyshortcuts="Control+F"
        placeholder={t('frame.search.placeholder')}
        value={block?.first ?? typed}
        spellCheck={false}
        autoComplete="off"
        onFocus={() => {
          if (text !== '') setIsOpen(true)
        }}
        onChange={({ target }) => {
          type(target.value)
        }}
        onPaste={(event) => {
          if (!takeBlock(event)) return
          setTyped('')
          setIsOpen(true)
        }}
      />
    ),
    [inputRef, isOpen, activeId, t, block, typed, text, type, takeBlock],
  )

  return (
    <div
      ref={rootRef}
      className="search"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey && block !== undefined) {
          event.preventDefault()
          void keep()
          return
        }
        if (event.key === 'Enter' && event.target === inputRef.current) setEntered(text)
        if (event.key !== 'Escape') return
        event.preventDefault()
        if (!isOpen) type('')
        setIsOpen(false)
        inputRef.current?.focus()
      }}
    >
      <div className="search-box">
        <Search20Regular aria-hidden />
        {input}
        {block !== undefined && (
          <span className="search-more">{t('whatIs.block.more', { count: block.more })}</span>
        )}
        {text === '' ? (
          <kbd aria-hidden>{t('shortcuts.keys.search')}</kbd>
        ) : (
          <button
            type="button"
            className="icon-button"
            aria-label={t('window.header.clear')}
            onClick={() => {
              type('')
              inputRef.current?.focus()
            }}
          >
            <Dismiss16Regular aria-hidden />
          </button>
        )}
      </div>
      {isOpen && (
        <div
          id="search-panel"
          className={block === undefined ? 'search-panel' : 'search-panel wide'}
        >
          <Suspense>
            <SearchPanel
              {...props}
              inputRef={inputRef}
              onActive={setActiveId}
              text={text}
              entered={entered}
              leftOut={block?.leftOut ?? 0}
              onKeep={block === undefined ? undefined : () => void keep()}
              onTake={type}
              onClose={() => {
                setIsOpen(false)
              }}
            />
          </Suspense>
        </div>
      )}
    </div>
  )
}
