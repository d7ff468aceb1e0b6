/** The head of the table: what the view is, and the button that shows and hides the details. */
import { PanelRight20Regular } from '@fluentui/react-icons'
import { useWords } from '../text/words-context.ts'

interface Props {
  readonly isOpen: boolean
  /** Nothing is chosen. */
  readonly isOff: boolean
  readonly onToggle: () => void
}

export function TableHead({ isOpen, isOff, onToggle }: Props) {
  const { t } = useWords()
  return (
    <div className="process-head">
      <h1 className="title">{t('frame.view.processes')}</h1>
      <button
        type="button"
        className="button"
        aria-pressed={isOpen}
        disabled={isOff}
        onClick={onToggle}
      >
        <PanelRight20Regular aria-hidden />
        {t('window.details.region')}
      </button>
    </div>
  )
}
