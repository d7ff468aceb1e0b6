/** Opens one of Windows's own pages. Nothing where the facts are of another PC. */
import { useState } from 'react'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import type { WindowsTool } from '../../shared/model/action.ts'
import { toolWords } from '../../shared/text/action-words.ts'
import { useWords } from '../text/words-context.ts'

interface Props {
  readonly tool: WindowsTool
  readonly bridge: Pick<InspectorBridge, 'openTool'>
  readonly isLive: boolean
}

export function ToolLink({ tool, bridge, isLive }: Props) {
  const words = useWords()
  const [hasFailed, setHasFailed] = useState(false)
  if (!isLive) return null
  const fail = () => {
    setHasFailed(true)
  }
  return (
    <>
      <button
        type="button"
        className="link"
        onClick={() => {
          setHasFailed(false)
          bridge.openTool(tool).then(({ ok }) => {
            if (!ok) fail()
          }, fail)
        }}
      >
        {toolWords(words, tool)}
      </button>
      <span role="status">{hasFailed ? ` ${words.t('action.openFailed')}` : ''}</span>
    </>
  )
}
