/** "Help and tips": tips that go round, what people ask, Apple's statements and their sources, the keys. */
import type { ViewProps } from '../view/view-props.ts'
import { MythsView } from '../myths/MythsView.tsx'
import { useWords } from '../text/words-context.ts'
import { ArticleCard } from './ArticleCard.tsx'
import { KeyTable } from './KeyTable.tsx'
import { Wishes } from './Wishes.tsx'

export function HelpView({ bridge, description, actions, go }: ViewProps) {
  const { t } = useWords()
  return (
    <div className="page">
      <h1 className="title">{t('frame.view.help')}</h1>
      <MythsView
        bridge={bridge}
        catalogue={description.catalogue}
        onOpenEntry={(id) => {
          go('processes', id)
        }}
        onOpenSource={actions.openSource}
      />
      <Wishes go={go} />
      <ArticleCard description={description} onOpenSource={actions.openSource} />
      <section aria-labelledby="help-keys">
        <h2 id="help-keys" className="head">
          {t('shortcuts.title')}
        </h2>
        <div className="card">
          <KeyTable />
        </div>
      </section>
    </div>
  )
}
