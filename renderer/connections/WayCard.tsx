/** The way to Apple, and what is known of it: what a check would do, how far one is, or how one ended that found nothing wrong. */
import { makeStyles, mergeClasses } from '@fluentui/react-components'
import type { Endpoint } from '../../shared/catalogue/endpoints.ts'
import { overallWords } from '../../shared/text/connection-words.ts'
import { LevelSign } from '../parts/LevelSign.tsx'
import { useWords } from '../text/words-context.ts'
import { isFaultless, type ShownAnswer } from './answer.ts'
import { CheckProgress } from './CheckProgress.tsx'
import type { ConnectionsState } from './connections-state.ts'
import type { Link } from './way/way.ts'
import { WayPicture } from './way/WayPicture.tsx'

const useStyles = makeStyles({
  card: { display: 'grid', gap: '16px' },
  words: { display: 'grid', gap: '4px', maxWidth: '92ch' },
  title: { display: 'flex', alignItems: 'center', gap: '8px', margin: 0 },
})

interface Props {
  readonly state: ConnectionsState
  readonly answer: ShownAnswer | undefined
  readonly links: readonly Link[]
  /** Out of an opened report: nothing can be checked. */
  readonly isRecorded?: boolean
}

export function WayCard({ state, answer, links, isRecorded = false }: Props) {
  const { t } = useWords()
  const styles = useStyles()
  const { running } = state
  return (
    <div className={mergeClasses('card', styles.card)}>
      <WayPicture links={links} />
      {running !== undefined ? (
        <CheckProgress running={running} />
      ) : answer !== undefined ? (
        isFaultless(answer) && <Verdict answer={answer} />
      ) : isRecorded ? (
        <p>{t('services.notHeld')}</p>
      ) : (
        <BeforeWords state={state} />
      )}
    </div>
  )
}

/** Of a check without a finding; what is wrong has its card below. */
function Verdict({ answer: { overall, tone } }: { readonly answer: ShownAnswer }) {
  const words = useWords()
  const styles = useStyles()
  const { title, means, next } = overallWords(words, overall)
  return (
    <div className={styles.words}>
      <h2 className={mergeClasses('finding-title', styles.title)}>
        <LevelSign level={tone === 'good' ? 'good' : 'quiet'} />
        {title}
      </h2>
      <p>{means}</p>
      <p>{next}</p>
    </div>
  )
}

/** What Apple no longer names is left out. */
function isAsked({ fate }: Endpoint): boolean {
  return fate.state !== 'gone'
}

function BeforeWords({ state: { description } }: { readonly state: ConnectionsState }) {
  const { t } = useWords()
  const styles = useStyles()
  const count =
    description.state === 'ready' ? description.value.endpoints.filter(isAsked).length : 0
  return (
    <div className={styles.words}>
      <h2 className={mergeClasses('finding-title', styles.title)}>
        {t('connectionView.answer.beforeTitle')}
      </h2>
      <p>
        {count > 0
          ? t('connectionView.answer.before', { count })
          : t('connectionView.answer.beforeUnknown')}
      </p>
      <p className="soft">{t('connectionView.answer.beforeQuiet')}</p>
    </div>
  )
}
