/** The rows of the search in their groups, for the mouse and, through the field, for the keyboard. */
import {
  Lightbulb20Regular,
  NumberSymbol20Regular,
  TextBulletListSquare20Regular,
  Wrench20Regular,
} from '@fluentui/react-icons'
import { fold } from '../../shared/search/fold.ts'
import { useWords } from '../text/words-context.ts'
import { Pill } from '../parts/Pill.tsx'
import { groups, type Option } from './options.ts'

const icons = {
  symptom: Wrench20Regular,
  running: TextBulletListSquare20Regular,
  answer: TextBulletListSquare20Regular,
  error: NumberSymbol20Regular,
  tip: Lightbulb20Regular,
} as const

interface Props {
  readonly options: readonly Option[]
  readonly activeId: string | undefined
  readonly query: string
  readonly onOpen: (option: Option) => void
  readonly elementId: (optionId: string) => string
}

export function OptionList({ options, activeId, query, onOpen, elementId }: Props) {
  const { t } = useWords()
  const row = (option: Option) => {
    const Icon = option.group === 'more' ? undefined : icons[option.group]
    return (
      <div
        key={option.id}
        id={elementId(option.id)}
        role="option"
        aria-selected={option.id === activeId}
        className="option"
        // The focus stays in the field.
        onMouseDown={(event) => {
          event.preventDefault()
        }}
        onClick={() => {
          onOpen(option)
        }}
      >
        {Icon !== undefined && <Icon aria-hidden />}
        <span className={option.group === 'more' ? 'option-text link' : 'option-text'}>
          {option.group === 'more' ? (
            option.title
          ) : (
            <>
              <b>
                <Marked text={option.title} query={query} />
              </b>
              {option.body !== '' && (
                <small>
                  <Marked text={option.body} query={query} />
                </small>
              )}
            </>
          )}
        </span>
        {option.pill !== undefined && <Pill level={option.pill.level}>{option.pill.text}</Pill>}
        {option.id === activeId && <kbd aria-hidden>{t('shortcuts.keys.open')}</kbd>}
      </div>
    )
  }
  return (
    <div role="listbox" aria-label={t('search.results')} className="options">
      {groups.map((group) => {
        const members = options.filter((option) => option.group === group)
        if (members.length === 0) return null
        return (
          <div key={group} role="group" aria-label={t(`search.group.${group}`)}>
            <p className="option-head" aria-hidden>
              {t(`search.group.${group}`)}
            </p>
            {members.map(row)}
          </div>
        )
      })}
      {options.filter(({ group }) => group === 'more').map(row)}
    </div>
  )
}

interface MarkedProps {
  readonly text: string
  readonly query: string
}

/** The found letters stand out, where folding kept each letter's place: else the text stays as it is. */
function Marked({ text, query }: MarkedProps) {
  const folded = fold(text)
  const wanted = fold(query.trim().slice(0, 100))
  const at = wanted.length < 2 || folded.length !== text.length ? -1 : folded.indexOf(wanted)
  if (at < 0) return text
  const end = at + wanted.length
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, end)}</mark>
      {text.slice(end)}
    </>
  )
}
