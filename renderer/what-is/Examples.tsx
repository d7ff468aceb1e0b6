/** Examples of what can be asked. Shown while the search box is empty. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useWords } from '../text/words-context.ts'
import { useCard } from '../theme/card.ts'

const examples = [
  'AppleMobileDeviceService.exe',
  'mDNSResponder.exe',
  'distnoted.exe',
  'SyncServer.exe',
]

const useStyles = makeStyles({
  part: { display: 'grid', gap: '20px' },
  title: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  chips: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '8px' },
  chip: { minWidth: 'auto', fontWeight: tokens.fontWeightRegular, overflowWrap: 'anywhere' },
  where: { padding: '16px 24px' },
  steps: {
    display: 'grid',
    gap: '6px',
    margin: '8px 0 0',
    paddingInlineStart: '20px',
    '& > li': { paddingInlineStart: '4px' },
  },
  soft: {
    marginTop: '12px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
})

interface Props {
  readonly onTake: (name: string) => void
}

export function Examples({ onTake }: Props) {
  const { t } = useWords()
  const styles = useStyles()
  const card = useCard()
  return (
    <div className={styles.part}>
      <section aria-label={t('whatIs.examples.title')}>
        <h3 className={styles.title}>{t('whatIs.examples.title')}</h3>
        <ul className={styles.chips}>
          {examples.map((name) => (
            <li key={name}>
              <Button
                className={styles.chip}
                shape="circular"
                onClick={() => {
                  onTake(name)
                }}
              >
                {name}
              </Button>
            </li>
          ))}
        </ul>
      </section>
      <section className={mergeClasses(card, styles.where)} aria-label={t('whatIs.examples.where')}>
        <h3 className={styles.title}>{t('whatIs.examples.where')}</h3>
        <ol className={styles.steps}>
          <li>{t('whatIs.examples.step1')}</li>
          <li>{t('whatIs.examples.step2')}</li>
          <li>{t('whatIs.examples.step3')}</li>
        </ol>
        <p className={styles.soft}>{t('whatIs.examples.also')}</p>
      </section>
    </div>
  )
}
