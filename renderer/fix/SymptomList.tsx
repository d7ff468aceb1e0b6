/** Symptoms in the user's words, each a button. */
import { ChevronRight20Regular } from '@fluentui/react-icons'
import type { Symptom } from '../../shared/model/symptom.ts'
import { useWords } from '../text/words-context.ts'

interface Props {
  readonly symptoms: readonly Symptom[]
  readonly onChoose: (symptom: Symptom) => void
  /** Large, with what else people call it. */
  readonly isDoor?: boolean
  /** Where somebody comes back to. */
  readonly left?: Symptom | undefined
}

export function SymptomList({ symptoms, onChoose, isDoor = false, left }: Props) {
  const { t } = useWords()
  return (
    <ul className={isDoor ? 'doors' : 'link-rows'}>
      {symptoms.map((symptom) => (
        <li key={symptom}>
          <button
            type="button"
            className="door"
            autoFocus={symptom === left}
            onClick={() => {
              onChoose(symptom)
            }}
          >
            <span>
              <b>{t(`doctor.symptom.${symptom}.name`)}</b>
              {isDoor && <small>{t(`doctor.symptom.${symptom}.words`)}</small>}
            </span>
            <ChevronRight20Regular aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  )
}
