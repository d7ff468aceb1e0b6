/** "Processes": Apple's that run, all that Apple lists, and everything that runs on this PC. */
import { useCallback, useState } from 'react'
import type { ListOptions } from '../../shared/model/list-options.ts'
import type { ViewProps } from '../view/view-props.ts'
import { ProcessTable } from './ProcessTable.tsx'

export function ProcessesView(props: ViewProps) {
  const { bridge, description, source, state, findings, isShown, target, lookCount } = props
  const { choices, remember, actions, onRefresh } = props
  // Kept here while another view is looked at, and in the settings for the next start.
  const [options, setOptions] = useState(description.listOptions ?? undefined)
  const rememberList = useCallback(
    (next: ListOptions) => {
      setOptions(next)
      // Not worth a word when it fails: the table looks as chosen until the program is closed.
      bridge.rememberList(next).catch(() => {})
    },
    [bridge],
  )
  const onSelected = useCallback(
    (selectedId: string) => {
      remember({ selectedId })
    },
    [remember],
  )
  const isLive = source.kind === 'this-pc'
  return (
    <ProcessTable
      // Another source is another table: nothing of the one before is chosen in it.
      key={source.id}
      bridge={bridge}
      catalogue={description.catalogue}
      state={state}
      findings={findings}
      isPaused={state.isPaused}
      isShown={isShown}
      isLive={isLive}
      opened={source.kind === 'this-pc' ? undefined : source.listing}
      target={target}
      lookCount={lookCount}
      initialOptions={options}
      onOptions={rememberList}
      initialSelected={choices.selectedId}
      onSelected={onSelected}
      onRetry={onRefresh}
      onOpenSource={actions.openSource}
    />
  )
}
