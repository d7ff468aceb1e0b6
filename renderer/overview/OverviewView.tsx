/** The overview: the verdict, four doors, and what runs now. */
import { useCallback } from 'react'
import {
  ChevronRight20Regular,
  Headset24Regular,
  NumberSymbol24Regular,
  PhoneDesktop24Regular,
  TaskListLtr24Regular,
} from '@fluentui/react-icons'
import type { ComponentType } from 'react'
import { InspectionNews } from './InspectionNews.tsx'
import type { ViewProps } from '../frame/view-props.ts'
import { useWords } from '../text/words-context.ts'

interface Door {
  readonly id: 'taskManager' | 'notRecognised' | 'errorNumber' | 'helping'
  readonly Icon: ComponentType
  readonly onOpen: () => void
}

export function OverviewView({ bridge, state, findings, inspection, go }: ViewProps) {
  const { t } = useWords()
  const show = useCallback(
    (rowId: string) => {
      go('processes', rowId)
    },
    [go],
  )
  const doors: readonly Door[] = [
    {
      id: 'taskManager',
      Icon: TaskListLtr24Regular,
      onOpen: () => {
        go('processes')
      },
    },
    {
      id: 'notRecognised',
      Icon: PhoneDesktop24Regular,
      onOpen: () => {
        go('fix', 'not-recognised')
      },
    },
    {
      id: 'errorNumber',
      Icon: NumberSymbol24Regular,
      onOpen: () => {
        go('fix', 'error-number')
      },
    },
    {
      id: 'helping',
      Icon: Headset24Regular,
      onOpen: () => {
        go('reports')
      },
    },
  ]
  return (
    <div className="page">
      <div className="stack">
        <InspectionNews
          state={state}
          findings={findings}
          slowStage={inspection.slowStage}
          onCancel={inspection.cancel}
          onRetry={inspection.refresh}
          onCopy={bridge.copyText}
          onShow={show}
        />
      </div>
      <h2 className="head">{t('overview.doors.title')}</h2>
      <ul className="doors">
        {doors.map(({ id, Icon, onOpen }) => (
          <li key={id}>
            <button type="button" className="door" onClick={onOpen}>
              <Icon aria-hidden />
              <span>
                <b>{t(`overview.doors.${id}.title`)}</b>
                <small>{t(`overview.doors.${id}.body`)}</small>
              </span>
              <ChevronRight20Regular aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
