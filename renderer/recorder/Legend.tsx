/** The legend of the picture. For eyes: the table says it in words. */
import { makeStyles, mergeClasses } from '@fluentui/react-components'
import { useTextStyles } from '../theme/text-styles.ts'
import { useWords } from '../text/words-context.ts'
import { Bar } from './Bar.tsx'
import { EventMark } from './EventMark.tsx'
import { GapBand } from './GapBand.tsx'

const useStyles = makeStyles({
  legend: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px' },
  entry: { display: 'flex', alignItems: 'center', gap: '6px' },
  sample: { position: 'relative', width: '26px', height: '16px' },
})

export function Legend() {
  const { t } = useWords()
  const styles = useStyles()
  const text = useTextStyles()
  return (
    <ul className={mergeClasses(styles.legend, text.soft)} aria-hidden>
      <li className={styles.entry}>
        <span className={styles.sample}>
          <Bar isApple left={0} width={100} />
        </span>
        {t('recorder.picture.apple')}
      </li>
      {(['appeared', 'changed', 'went'] as const).map((kind) => (
        <li key={kind} className={styles.entry}>
          <EventMark kind={kind} />
          {t(`recorder.picture.${kind}`)}
        </li>
      ))}
      <li className={styles.entry}>
        <span className={styles.sample}>
          <Bar isApple={false} span={stopped} left={0} width={100} />
        </span>
        {t('recorder.picture.stopped')}
      </li>
      <li className={styles.entry}>
        <span className={styles.sample}>
          <GapBand left={0} width={100} />
        </span>
        {t('recorder.picture.gap')}
      </li>
    </ul>
  )
}

const stopped = {
  fromMs: 0,
  toMs: 0,
  isOpenAtStart: true,
  isOpenAtEnd: true,
  state: 'stopped',
} as const
