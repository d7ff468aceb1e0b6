/** A text from the system that can be selected, with a button that copies it. */
import { Button, makeStyles } from '@fluentui/react-components'
import { Copy16Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import { useWords } from '../text/words-context.ts'
import { useTextStyles } from '../theme/text-styles.ts'

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', gap: '4px' },
  text: { fontFamily: 'Consolas, monospace', userSelect: 'text' },
})

interface Props {
  /** As shown: already made harmless. */
  readonly text: string
  /** As copied: exactly what the system says. */
  readonly copied: string
  readonly label: string
  readonly onCopy: InspectorBridge['copyText']
}

export function CopyableText({ text: shown, copied, label, onCopy }: Props) {
  const { t } = useWords()
  const styles = useStyles()
  const text = useTextStyles()
  const [outcome, setOutcome] = useState<'copied' | 'not-copied'>()
  const copy = async () => {
    try {
      setOutcome((await onCopy(copied)).ok ? 'copied' : 'not-copied')
    } catch {
      setOutcome('not-copied')
    }
  }
  return (
    <div>
      <div className={styles.line}>
        <span className={`${text.foreign} ${styles.text}`}>{shown}</span>
        <Button
          appearance="subtle"
          size="small"
          icon={<Copy16Regular />}
          aria-label={label}
          onClick={() => void copy()}
        />
      </div>
      <p role="status">
        {outcome === 'copied' && t('connectionView.hosts.copied')}
        {outcome === 'not-copied' && t('connectionView.hosts.notCopied')}
      </p>
    </div>
  )
}
