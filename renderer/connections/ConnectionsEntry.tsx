/** "Connections": the way to Apple's servers, the hosts file, ports and firewall. */
import { useMemo } from 'react'
import { viewOfFinding } from '../view/badges.ts'
import { NotLive } from '../parts/NotLive.tsx'
import type { ViewProps } from '../view/view-props.ts'
import { useWords } from '../text/words-context.ts'
import { ConnectionsView } from './ConnectionsView.tsx'
import { RecordedConnections } from './RecordedConnections.tsx'

export function ConnectionsEntry({
  bridge,
  source,
  local,
  findings,
  onChecked,
  actions,
}: ViewProps) {
  const { t } = useWords()
  const ours = useMemo(
    () => findings.filter(({ code }) => viewOfFinding(code) === 'connections'),
    [findings],
  )
  return (
    <div className="page">
      {source.kind === 'this-pc' ? (
        <ConnectionsView
          bridge={bridge}
          local={local}
          findings={ours}
          onChecked={onChecked}
          onOpenSource={actions.openSource}
        />
      ) : source.kind === 'report' ? (
        <RecordedConnections
          key={source.id}
          bridge={bridge}
          look={source.look}
          checked={source.checked}
          findings={ours}
          onOpenSource={actions.openSource}
        />
      ) : (
        <>
          <h1 className="title">{t('frame.view.connections')}</h1>
          <div className="card">
            <NotLive />
          </div>
        </>
      )}
    </div>
  )
}
