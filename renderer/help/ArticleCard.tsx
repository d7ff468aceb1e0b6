/** What Apple says about these processes as a whole, and where. */
import type { AppDescription } from '../../shared/ipc/channels.ts'
import { FoldedSources } from '../parts/facts/FoldedSources.tsx'
import { SourceLinks } from '../parts/facts/SourceLinks.tsx'
import { textFromData } from '../text/text-from-data.ts'
import { useWords } from '../text/words-context.ts'

interface Props {
  readonly description: AppDescription
  readonly onOpenSource: (sourceKey: string) => void
}

export function ArticleCard({ description, onOpenSource }: Props) {
  const words = useWords()
  const { t } = words
  const { statements, sources } = description.catalogue
  const keys = [...new Set(statements.flatMap((statement) => statement.sources))]
  return (
    <section aria-labelledby="help-article">
      <h2 id="help-article" className="head">
        {t('frame.help.article')}
      </h2>
      <div className="card stack">
        <ul className="stack">
          {statements.map(({ id }) => (
            <li key={id}>{textFromData(words, `statement.${id}`, id)}</li>
          ))}
        </ul>
        <FoldedSources about={t('frame.help.article')}>
          <SourceLinks keys={keys} sources={sources} onOpen={onOpenSource} />
        </FoldedSources>
      </div>
    </section>
  )
}
