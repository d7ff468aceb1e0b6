/** "Connections": the way to Apple's servers, the hosts file, ports and firewall. */
import { NotLive } from '../frame/NotLive.tsx'
import type { ViewProps } from '../frame/view-props.ts'
import { useWords } from '../text/words-context.ts'
import { ConnectionsView } from './ConnectionsView.tsx'
import { RecordedConnections } from './RecordedConnections.tsx'

export function ConnectionsEntry({ bridge, source, local, onChecked, actions }: ViewProps) {
  const { t } = useWords()
  return (
    <div className="page">
      <h1 className="title">{t('frame.view.connections')}</h1>
      {source.kind === 'this-pc' ? (
        <ConnectionsView
          bridge={bridge}
          local={local}
          onChecked={onChecked}
          onOpenSource={actions.openSource}
        />
      ) : source.kind === 'report' ? (
        <RecordedConnections
          key={source.id}
          bridge={bridge}
          look={source.look}
          checked={source.checked}
          onOpenSource={actions.openSource}
        />
      ) : (
        <div className="card">
          <NotLive />
        </div>
      )}
    </div>
  )
}
