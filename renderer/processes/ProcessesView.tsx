/** "Processes": what Apple lists, and all processes of this PC. */
import { useCallback, useState } from 'react'
import type { ListOptions } from '../../shared/model/list-options.ts'
import { AllProcessesView } from '../all-processes/AllProcessesView.tsx'
import { NotLive } from '../frame/NotLive.tsx'
import type { ViewProps } from '../frame/view-props.ts'
import { HelpersView } from '../itunes-processes/HelpersView.tsx'
import { useWords } from '../text/words-context.ts'

const lists = ['apple', 'all'] as const

export function ProcessesView(props: ViewProps) {
  const { bridge, description, source, state, isShown, target, lookCount, go } = props
  const { t } = useWords()
  const [list, setList] = useState<(typeof lists)[number]>('apple')
  const [seen, setSeen] = useState(target)
  if (seen !== target) {
    setSeen(target)
    if (target !== undefined) setList(target.id === 'all' ? 'all' : 'apple')
  }
  // Kept here while another view is looked at, and in the settings for the next start.
  const [listOptions, setListOptions] = useState(description.listOptions ?? undefined)
  const rememberList = useCallback(
    (options: ListOptions) => {
      setListOptions(options)
      // Not worth a word when it fails: the list looks as chosen until the program is closed.
      bridge.rememberList(options).catch(() => {})
    },
    [bridge],
  )
  return (
    <div className="whole">
      <div className="view-head">
        <h1 className="title">{t('frame.view.processes')}</h1>
        <div role="group" aria-label={t('frame.processes.lists')} className="segments">
          {lists.map((id) => (
            <button
              key={id}
              type="button"
              aria-pressed={id === list}
              onClick={() => {
                setList(id)
              }}
            >
              {t(`frame.processes.${id}`)}
            </button>
          ))}
        </div>
      </div>
      <div className="whole-body" hidden={list !== 'apple'}>
        <HelpersView
          bridge={bridge}
          description={description}
          state={state}
          target={target}
          choices={props.choices}
          remember={props.remember}
          onOpenSource={props.actions.openSource}
        />
      </div>
      {list === 'all' && isShown && (
        <div className="whole-body">
          {source.kind === 'this-pc' ? (
            <AllProcessesView
              bridge={bridge}
              catalogue={description.catalogue}
              isPaused={state.isPaused}
              lookCount={lookCount}
              initialOptions={listOptions}
              onOptions={rememberList}
              onOpenEntry={(id) => {
                go('processes', id)
              }}
            />
          ) : (
            <NotLive />
          )}
        </div>
      )}
    </div>
  )
}
