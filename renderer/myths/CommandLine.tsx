/** A command that can be copied. They see it whole and copy it; nothing here runs it. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { Checkmark16Regular, Copy16Regular } from '@fluentui/react-icons'
import { useEffect, useState } from 'react'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import { label } from '../../shared/text/label.ts'
import { useWords } from '../text/words-context.ts'

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'start',
    gap: '8px',
    marginTop: '6px',
    padding: '4px 4px 4px 12px',
    borderRadius: '6px',
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  command: {
    padding: '4px 0',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
  button: { minWidth: 'auto' },
  failed: { gridColumn: '1 / -1', fontSize: tokens.fontSizeBase200 },
})

/** How long the button says that it worked. */
const saidMs = 3_000

interface Props {
  readonly command: string
  /** For what: the same command may stand in several tips. */
  readonly about: string
  readonly onCopy: InspectorBridge['copyText']
}

export function CommandLine({ command, about, onCopy }: Props) {
  const { t } = useWords()
  const styles = useStyles()
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle')

  useEffect(() => {
    if (state !== 'copied') return
    const timer = setTimeout(() => {
      setState('idle')
    }, saidMs)
    return () => {
      clearTimeout(timer)
    }
  }, [state])

  const copy = async () => {
    try {
      setState((await onCopy(command)).ok ? 'copied' : 'failed')
    } catch {
      setState('failed')
    }
  }

  const isCopied = state === 'copied'
  return (
    <div className={styles.line}>
      <code className={styles.command}>{command}</code>
      <Button
        className={styles.button}
        size="small"
        appearance="subtle"
        icon={isCopied ? <Checkmark16Regular /> : <Copy16Regular />}
        aria-label={`${label({ t }, t('myths.label.copyNamed', { command }))} ${about}`}
        onClick={() => void copy()}
      >
        {isCopied ? t('myths.label.copied') : t('myths.label.copy')}
      </Button>
      <span role="status" className={state === 'failed' ? styles.failed : 'spoken-only'}>
        {isCopied && t('myths.label.copied')}
        {state === 'failed' && t('myths.label.copyFailed')}
      </span>
    </div>
  )
}
