/** The place of the views: the chosen one, and behind it those that go on. */
import { lazy, Suspense, useState } from 'react'
import { later } from '../parts/later.tsx'
import { useWords } from '../text/words-context.ts'
import { viewIds, type ViewId } from '../view/view-ids.ts'
import type { ViewProps } from '../view/view-props.ts'
import { staysAlive, views } from './views.ts'

const Waiting = later(async () => (await import('../parts/Waiting.tsx')).Waiting)

const PastedView = lazy(async () => ({
  default: (await import('../pasted/PastedView.tsx')).PastedView,
}))

/** A pasted list has rows and nothing else: these entries show them, the others say what they lack. */
const rowEntries: readonly ViewId[] = ['overview', 'processes']

interface Props extends Omit<ViewProps, 'isShown'> {
  readonly view: ViewId
}

export function ViewHost({ view, ...props }: Props) {
  const { t } = useWords()
  const [opened, setOpened] = useState<readonly ViewId[]>([view])
  if (!opened.includes(view)) setOpened([...opened, view])
  const showsRows = (id: ViewId) => props.source.kind === 'list' && rowEntries.includes(id)
  return viewIds
    .filter((id) => id === view || (staysAlive.has(id) && !showsRows(id) && opened.includes(id)))
    .map((id) => {
      const View = showsRows(id) ? PastedView : views[id]
      return (
        <div key={id} className="view" data-view={id} hidden={id !== view}>
          <Suspense fallback={<Waiting label={t('window.nav.loading')} />}>
            <View
              {...props}
              isShown={id === view}
              target={props.target?.view === id ? props.target : undefined}
            />
          </Suspense>
        </div>
      )
    })
}
