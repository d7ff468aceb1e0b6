/** The doors of the overview: what brings somebody here, and where that is answered. */
import {
  ChevronRight20Regular,
  ClipboardPaste24Regular,
  Headset24Regular,
  NumberSymbol24Regular,
  PhoneDesktop24Regular,
  TaskListLtr24Regular,
} from '@fluentui/react-icons'
import type { ViewProps } from '../view/view-props.ts'
import { useWords } from '../text/words-context.ts'

const icons = {
  taskManager: TaskListLtr24Regular,
  notRecognised: PhoneDesktop24Regular,
  errorNumber: NumberSymbol24Regular,
  helping: Headset24Regular,
  paste: ClipboardPaste24Regular,
  appleList: TaskListLtr24Regular,
} as const
type DoorId = keyof typeof icons

const here: readonly DoorId[] = ['taskManager', 'notRecognised', 'errorNumber', 'helping']
/** Where there is no Windows: what works without one. */
const elsewhere: readonly DoorId[] = ['helping', 'paste', 'errorNumber', 'appleList']

interface Props extends Pick<ViewProps, 'go' | 'search'> {
  readonly isWindows: boolean
}

export function Doors({ isWindows, go, search }: Props) {
  const { t } = useWords()
  const open: Readonly<Record<DoorId, () => void>> = {
    taskManager: () => {
      go('processes')
    },
    notRecognised: () => {
      go('fix', 'not-recognised')
    },
    errorNumber: () => {
      search('')
    },
    helping: () => {
      go('reports')
    },
    paste: () => {
      search('')
    },
    appleList: () => {
      go('processes')
    },
  }
  return (
    <>
      <h2 className="head">{t(isWindows ? 'overview.doors.title' : 'overview.works')}</h2>
      <ul className="doors">
        {(isWindows ? here : elsewhere).map((id) => {
          const Icon = icons[id]
          return (
            <li key={id}>
              <button type="button" className="door" onClick={open[id]}>
                <Icon aria-hidden />
                <span>
                  <b>{t(`overview.doors.${id}.title`)}</b>
                  <small>{t(`overview.doors.${id}.body`)}</small>
                </span>
                <ChevronRight20Regular aria-hidden />
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}
