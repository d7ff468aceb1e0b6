/** Apple's statements, and who made this program. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { memo, useId } from 'react'
import type { AppDescription } from '../../shared/ipc/channels.ts'
import { standingStatementId } from '../parts/facts/DisableWarning.tsx'
import { SourceLinks } from '../parts/facts/SourceLinks.tsx'
import { textFromData } from '../text/text-from-data.ts'
import { useWords } from '../text/words-context.ts'
import { useCard } from '../theme/card.ts'

const useStyles = makeStyles({
  title: {
    margin: '16px 0 6px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  card: { padding: '12px 16px', display: 'grid', gap: '8px' },
  statements: { display: 'grid', gap: '8px' },
  soft: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
})

interface Props {
  readonly description: AppDescription
  readonly onOpenSource: (sourceKey: string) => void
}

export const About = memo(function About({ description, onOpenSource }: Props) {
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const card = useCard()
  const titleId = useId()
  const { catalogue, name, version } = description
  const statements = catalogue.statements.filter(({ id }) => id !== standingStatementId)
  const sources = [...new Set(catalogue.statements.flatMap((statement) => statement.sources))]
  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId} className={styles.title}>
        {t('window.about.title')}
      </h2>
      <div className={mergeClasses(card, styles.card)}>
        <ul className={styles.statements}>
          {statements.map(({ id }) => (
            <li key={id}>{textFromData(words, `statement.${id}`, id)}</li>
          ))}
        </ul>
        <p className={styles.soft}>
          {t('window.about.sources')}:{' '}
          <SourceLinks keys={sources} sources={catalogue.sources} onOpen={onOpenSource} />
        </p>
        <p className={styles.soft}>
          {name} {t('window.about.version', { version })}. {t('app.notApple')}
        </p>
      </div>
    </section>
  )
})
