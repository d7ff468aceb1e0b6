/** The entries of the left pane: their names, and their icons. */
import {
  Document20Regular,
  Globe20Regular,
  Home20Regular,
  PhoneDesktop20Regular,
  QuestionCircle20Regular,
  Settings20Regular,
  TextBulletListSquare20Regular,
  Wrench20Regular,
} from '@fluentui/react-icons'
import type { ComponentType } from 'react'
import { viewIds, type ViewId } from '../../shared/model/window-choices.ts'
import type { TextKey } from '../../shared/text/words.ts'

export { viewIds, type ViewId }

/** These stand at the foot of the pane. */
export const footIds = ['help', 'settings'] as const satisfies readonly ViewId[]

export const viewNames = {
  overview: 'frame.view.overview',
  fix: 'frame.view.fix',
  processes: 'frame.view.processes',
  services: 'frame.view.services',
  connections: 'frame.view.connections',
  reports: 'frame.view.reports',
  help: 'frame.view.help',
  settings: 'frame.view.settings',
} as const satisfies Readonly<Record<ViewId, TextKey>>

export const viewIcons: Readonly<Record<ViewId, ComponentType>> = {
  overview: Home20Regular,
  fix: Wrench20Regular,
  processes: TextBulletListSquare20Regular,
  services: PhoneDesktop20Regular,
  connections: Globe20Regular,
  reports: Document20Regular,
  help: QuestionCircle20Regular,
  settings: Settings20Regular,
}
