/** The view of tips that go round. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { memo } from 'react'
import { myths } from '../../shared/catalogue/myths.ts'
import type { Catalogue } from '../../shared/catalogue/schemas/catalogue-schema.ts'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import { useWords } from '../text/words-context.ts'
import { MythCard } from './MythCard.tsx'

const useStyles = makeStyles({
  intro: { maxWidth: '820px', color: tokens.colorNeutralForeground2 },
  cards: { display: 'grid', gap: '12px', marginTop: '12px' },
})

interface Props {
  readonly bridge: Pick<InspectorBridge, 'copyText'>
  readonly catalogue: Catalogue
  readonly onOpenEntry: (entryId: string) => void
  readonly onOpenSource: (sourceKey: string) => void
}

export const MythsView = memo(function MythsView(props: Props) {
  const { t } = useWords()
  const styles = useStyles()
  return (
    <section aria-label={t('myths.title')}>
      <h2 className="head">{t('myths.title')}</h2>
      <p className={styles.intro}>{t('myths.intro')}</p>
      <ul className={styles.cards}>
        {myths.map((myth) => (
          <li key={myth.id}>
            <MythCard
              myth={myth}
              catalogue={props.catalogue}
              onCopy={props.bridge.copyText}
              onOpenEntry={props.onOpenEntry}
              onOpenSource={props.onOpenSource}
            />
          </li>
        ))}
      </ul>
    </section>
  )
})
