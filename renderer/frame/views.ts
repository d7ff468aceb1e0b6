/** The views by their entries. Each but the first is loaded when it is first opened. */
import { lazy, type ComponentType } from 'react'
import { OverviewView } from '../overview/OverviewView.tsx'
import type { ViewId } from '../view/view-ids.ts'
import type { ViewProps } from '../view/view-props.ts'

/** Of each view the file that holds it. */
export const views: Readonly<Record<ViewId, ComponentType<ViewProps>>> = {
  overview: OverviewView,
  fix: lazy(async () => ({ default: (await import('../fix/FixView.tsx')).FixView })),
  processes: lazy(async () => ({
    default: (await import('../processes/ProcessesView.tsx')).ProcessesView,
  })),
  services: lazy(async () => ({
    default: (await import('../services/ServicesView.tsx')).ServicesView,
  })),
  connections: lazy(async () => ({
    default: (await import('../connections/ConnectionsEntry.tsx')).ConnectionsEntry,
  })),
  reports: lazy(async () => ({
    default: (await import('../reports/ReportsView.tsx')).ReportsView,
  })),
  help: lazy(async () => ({ default: (await import('../help/HelpView.tsx')).HelpView })),
  settings: lazy(async () => ({
    default: (await import('../settings/SettingsView.tsx')).SettingsView,
  })),
}

/** These go on behind another view once they were opened: a check, a recording, a list and what is chosen in it. */
export const staysAlive: ReadonlySet<ViewId> = new Set<ViewId>([
  'overview',
  'fix',
  'processes',
  'connections',
  'reports',
])
