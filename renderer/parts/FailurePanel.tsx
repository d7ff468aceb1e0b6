/** A failure: what went wrong, what to do, what the system said. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ErrorCircle24Regular } from '@fluentui/react-icons'
import { useId, useState } from 'react'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import { type LookFailure, failureDetails, failureWords } from '../text/failure-words.ts'
import { useWords } from '../text/words-context.ts'
import { useCard } from '../theme/card.ts'

const useStyles = makeStyles({
  panel: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr)',
    gap: '0 16px',
    padding: '16px 20px',
  },
  icon: { color: tokens.colorPaletteMarigoldForeground2 },
  title: {
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  remark: { marginTop: '4px', color: tokens.colorNeutralForeground3 },
  next: { marginTop: '4px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '12px' },
  details: {
    marginTop: '12px',
    color: tokens.colorNeutralForeground3,
    '& summary': { cursor: 'pointer', minHeight: '24px', width: 'fit-content' },
  },
  system: {
    margin: '4px 0 0',
    maxHeight: '160px',
    overflow: 'auto',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
})

interface Props {
  readonly failure: LookFailure
  /** What is left on the screen in spite of it. */
  readonly remark?: string | undefined
  readonly onRetry: () => void
  readonly onCopy: InspectorBridge['copyText']
}

export function FailurePanel({ failure, remark, onRetry, onCopy }: Props) {
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const card = useCard()
  const titleId = useId()
  const [copied, setCopied] = useState<'copied' | 'not-copied'>()
  const { title, next } = failureWords(words, failure)

  const copy = async () => {
    try {
      const answer = await onCopy(`${title}\n${failureDetails(failure)}`)
      setCopied(answer.ok ? 'copied' : 'not-copied')
    } catch {
      setCopied('not-copied')
    }
  }

  return (
    <section className={`${card} ${styles.panel}`} aria-labelledby={titleId}>
      <ErrorCircle24Regular className={styles.icon} aria-hidden />
      <div>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        <p className={styles.next}>{next}</p>
        {remark !== undefined && <p className={styles.remark}>{remark}</p>}
        <div className={styles.buttons}>
          <Button appearance="primary" onClick={onRetry}>
            {t('window.failure.tryAgain')}
          </Button>
          <Button onClick={() => void copy()}>{t('window.failure.copy')}</Button>
        </div>
        <p role="status">
          {copied === 'copied' && t('window.failure.copied')}
          {copied === 'not-copied' && t('window.notice.copy')}
        </p>
        <details className={styles.details}>
          <summary>{t('window.failure.details')}</summary>
          <pre className={styles.system}>{failureDetails(failure)}</pre>
        </details>
      </div>
    </section>
  )
}
