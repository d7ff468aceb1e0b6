/** The views that are loaded when first looked at. Each is loaded when it is first looked at. */
import { makeStyles, mergeClasses } from '@fluentui/react-components'
import { lazy, Suspense, useCallback, useState } from 'react'
import type { AppDescription, InspectorBridge } from '../../shared/ipc/channels.ts'
import type { ListOptions } from '../../shared/model/list-options.ts'
import type { Checked } from '../connections/use-connections.ts'
import type { LocalConnections } from '../connections/use-local-connections.ts'
import type { InspectionState } from '../inspection/inspection-state.ts'
import { useWords } from '../text/words-context.ts'
import { low, narrow } from '../theme/layout.ts'
import type { ViewId } from './view-ids.ts'
import { later } from '../parts/later.tsx'

const Waiting = later(async () => (await import('../parts/Waiting.tsx')).Waiting)

const WhatIsView = lazy(async () => ({
  default: (await import('../what-is/WhatIsView.tsx')).WhatIsView,
}))
const AllProcessesView = lazy(async () => ({
  default: (await import('../all-processes/AllProcessesView.tsx')).AllProcessesView,
}))
const ConnectionsView = lazy(async () => ({
  default: (await import('../connections/ConnectionsView.tsx')).ConnectionsView,
}))
const MythsView = lazy(async () => ({
  default: (await import('../myths/MythsView.tsx')).MythsView,
}))
const RecorderView = lazy(async () => ({
  default: (await import('../recorder/RecorderView.tsx')).RecorderView,
}))

const useStyles = makeStyles({
  pane: {
    position: 'relative',
    minHeight: '0',
    overflow: 'auto',
    padding: '0 20px 20px',
    [narrow]: { padding: '0 12px 12px' },
    [low]: { overflow: 'visible' },
  },
  // Its own edges are those of the cards above it.
  whole: { padding: '0', [narrow]: { padding: '0' } },
  away: { display: 'none' },
})

interface Props {
  readonly view: ViewId
  readonly bridge: InspectorBridge
  readonly description: AppDescription
  readonly inspection: InspectionState
  readonly local: LocalConnections
  readonly onChecked: (checked: Checked | undefined) => void
  /** Counts the wishes to look again. */
  readonly lookCount: number
  /** What was asked in the search when nothing was found. */
  readonly asked: string
  readonly onOpenEntry: (id: string) => void
  readonly onOpenSource: (sourceKey: string) => void
  readonly onSave: () => void
}

export function OtherView(props: Props) {
  const { view, bridge, inspection, onOpenEntry, onOpenSource } = props
  const { catalogue } = props.description
  const { t } = useWords()
  const styles = useStyles()
  // A check of the connections goes on, and keeps its answer, while another view is looked at.
  const [hasConnections, setHasConnections] = useState(false)
  if (view === 'connections' && !hasConnections) setHasConnections(true)
  // Kept here while another view is looked at, and in the settings for the next start.
  const [listOptions, setListOptions] = useState(props.description.listOptions ?? undefined)
  const rememberList = useCallback(
    (options: ListOptions) => {
      setListOptions(options)
      // Not worth a word when it fails: the list looks as chosen until the program is closed.
      bridge.rememberList(options).catch(() => {})
    },
    [bridge],
  )
  // So does a recording, which must not end because somebody looks at something else meanwhile.
  const [hasRecorder, setHasRecorder] = useState(false)
  if (view === 'recorder' && !hasRecorder) setHasRecorder(true)
  const waiting = <Waiting label={t('window.nav.loading')} />
  return (
    <>
      {view !== 'helpers' && view !== 'connections' && view !== 'recorder' && (
        <div className={mergeClasses(styles.pane, view === 'all' && styles.whole)}>
          <Suspense fallback={waiting}>
            {view === 'what-is' && (
              <WhatIsView
                bridge={bridge}
                catalogue={catalogue}
                processes={inspection.inspection?.processes}
                initialText={props.asked}
                onOpenEntry={onOpenEntry}
                onOpenSource={onOpenSource}
              />
            )}
            {view === 'all' && (
              <AllProcessesView
                bridge={bridge}
                catalogue={catalogue}
                isPaused={inspection.isPaused}
                lookCount={props.lookCount}
                initialOptions={listOptions}
                onOptions={rememberList}
                onOpenEntry={onOpenEntry}
              />
            )}
            {view === 'myths' && (
              <MythsView
                bridge={bridge}
                catalogue={catalogue}
                onOpenEntry={onOpenEntry}
                onOpenSource={onOpenSource}
              />
            )}
          </Suspense>
        </div>
      )}
      {hasConnections && (
        <div className={mergeClasses(styles.pane, view !== 'connections' && styles.away)}>
          <Suspense fallback={waiting}>
            <ConnectionsView
              bridge={bridge}
              local={props.local}
              onChecked={props.onChecked}
              onOpenSource={onOpenSource}
            />
          </Suspense>
        </div>
      )}
      {hasRecorder && (
        <div className={mergeClasses(styles.pane, view !== 'recorder' && styles.away)}>
          <Suspense fallback={waiting}>
            <RecorderView bridge={bridge} onSave={props.onSave} />
          </Suspense>
        </div>
      )}
    </>
  )
}
