/** The doors of the overview: what brings somebody here, and where that is answered. */
import {
  ChevronRight20Regular,
  ClipboardPaste24Regular,
  Headset24Regular,
  History24Regular,
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
  connect: PhoneDesktop24Regular,
  seen: TaskListLtr24Regular,
  uninstalled: History24Regular,
} as const
type DoorId = keyof typeof icons

const doors = {
  'with-apple': ['taskManager', 'notRecognised', 'errorNumber', 'helping'],
  'without-apple': ['connect', 'seen', 'uninstalled', 'helping'],
  /** Where there is no Windows: what works without one. */
  'not-windows': ['helping', 'paste', 'errorNumber', 'appleList'],
} as const satisfies Readonly<Record<string, readonly DoorId[]>>
export type PcKind = keyof typeof doors

interface Props extends Pick<ViewProps, 'go' | 'search'> {
  readonly pc: PcKind
}

export function Doors({ pc, go, search }: Props) {
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
    connect: () => {
      go('fix', 'not-recognised')
    },
    seen: () => {
      search('')
    },
    uninstalled: () => {
      go('fix', 'remove-all')
    },
  }
  return (
    <>
      <h2 className="head">
        {t(pc === 'not-windows' ? 'overview.works' : 'overview.doors.title')}
      </h2>
      <ul className="doors">
        {doors[pc].map((id) => {
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
