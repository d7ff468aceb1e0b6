/** The look-up of an error number or message: answers as somebody types. */
import { Field, Input, makeStyles, mergeClasses } from '@fluentui/react-components'
import { Search16Regular } from '@fluentui/react-icons'
import { memo, useRef, type KeyboardEvent, type Ref } from 'react'
import type { FoundErrors } from '../../../shared/catalogue/errors.ts'
import type { InspectorBridge } from '../../../shared/ipc/channels.ts'
import type { Words } from '../../../shared/text/words.ts'
import { shortText } from '../../../shared/text/visible-text.ts'
import { useWords } from '../../text/words-context.ts'
import { ErrorMeaning } from './ErrorMeaning.tsx'
import type { SourceAccess } from '../servers/EvidenceList.tsx'
import { Panel } from '../Panel.tsx'
import { useErrorSearch } from './use-error-search.ts'
import { useTextStyles } from '../../theme/text-styles.ts'

const useStyles = makeStyles({
  input: { width: '100%', minWidth: 0 },
  answers: { display: 'grid', gap: '12px', '&:empty': { display: 'none' } },
})

const nothingFound: FoundErrors = { matches: [], unknown: [] }

interface Props extends SourceAccess {
  readonly bridge: InspectorBridge
}

export const ErrorLookUp = memo(function ErrorLookUp({ bridge, ...access }: Props) {
  const { t } = useWords()
  const styles = useStyles()
  const text = useTextStyles()
  const { text: typed, type, answer } = useErrorSearch(bridge)
  const inputRef = useRef<HTMLInputElement>(null)
  const answersRef = useRef<HTMLDivElement>(null)

  /** Arrows walk from the input through the answers and back. */
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || event.altKey || event.ctrlKey || event.shiftKey) return
    const answers = answersRef.current?.querySelectorAll<HTMLElement>('article') ?? []
    const places = [inputRef.current, ...answers].filter((place) => place !== null)
    const here = places.findIndex((place) => place === document.activeElement)
    const next = here < 0 ? undefined : places[here + step]
    if (next === undefined) return
    event.preventDefault()
    next.focus()
  }

  const { matches, unknown } = answer.state === 'found' ? answer.found : nothingFound
  const count = matches.length
  return (
    <Panel title={t('errors.title')}>
      <Field label={t('errors.label')} hint={t('errors.hint')}>
        <Input
          // Fluent's own type for this ref allows nothing; what it hands out is the input.
          ref={inputRef as Ref<never>}
          className={styles.input}
          value={typed}
          placeholder={t('errors.placeholder')}
          contentBefore={<Search16Regular aria-hidden />}
          spellCheck={false}
          autoComplete="off"
          onChange={(_, { value }) => {
            type(value)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') type(typed, 0)
            else if (event.key === 'Escape' && typed !== '') {
              event.preventDefault()
              type('')
            } else move(event)
          }}
        />
      </Field>
      <div role="status" className={count > 0 ? 'spoken-only' : undefined}>
        {answer.state === 'failed' && <p>{t('errors.failed')}</p>}
        {answer.state === 'found' && count === 0 && (
          <>
            <p className={text.strong}>{t('errors.none')}</p>
            <p className={text.small}>
              {unknown.length === 0 ? t('errors.noneBody') : unknownWords(t, unknown)}
            </p>
          </>
        )}
        {count > 0 && t('errors.count', { count })}
      </div>
      {answer.state === 'found' && count > 0 && (
        <div
          ref={answersRef}
          role="group"
          aria-label={t('errors.results')}
          className={mergeClasses(styles.answers)}
          onKeyDown={move}
        >
          {matches.map((match) => (
            <ErrorMeaning key={match.row.id} match={match} {...access} />
          ))}
          {unknown.length > 0 && <p className={text.small}>{unknownWords(t, unknown)}</p>}
        </div>
      )}
    </Panel>
  )
})

function unknownWords(t: Words['t'], unknown: readonly string[]): string {
  return t('errors.unknown', { numbers: unknown.map((code) => shortText(code, 20)).join(', ') })
}
