/** One check of a signature with the internet, where this PC lacks certificates behind it: only when somebody asks. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { InspectorBridge } from '../../../shared/ipc/channels.ts'
import { offersOnlineCheck } from '../../../shared/judge/trust/signer-fact.ts'
import type { Instance } from '../../../shared/model/inspection.ts'
import { reasonWords } from '../../../shared/text/fact-words.ts'
import { useWords } from '../../text/words-context.ts'

const useStyles = makeStyles({
  part: { display: 'grid', justifyItems: 'start', gap: '6px', marginTop: '12px' },
  soft: { color: tokens.colorNeutralForeground2 },
})

type State =
  | { readonly state: 'idle' | 'looking' | 'incomplete' | 'done' }
  | { readonly state: 'failed'; readonly reason: string }

interface Props {
  readonly process: Instance
  readonly bridge: Pick<InspectorBridge, 'checkOnline'>
}

export function OnlineCheck({ process, bridge }: Props) {
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const [state, setState] = useState<State>({ state: 'idle' })
  if (!offersOnlineCheck(process)) return null
  const check = () => {
    setState({ state: 'looking' })
    bridge.checkOnline(process.pid).then(
      (answer) => {
        if (!answer.ok) setState({ state: 'failed', reason: 'windows-error' })
        else if (answer.value.state !== 'known') {
          setState({ state: 'failed', reason: answer.value.reason })
        } else {
          const { verdict } = answer.value.value
          setState({ state: verdict === 'untrusted-root' ? 'incomplete' : 'done' })
        }
      },
      () => {
        setState({ state: 'failed', reason: 'windows-error' })
      },
    )
  }
  return (
    <div className={styles.part}>
      <Button disabledFocusable={state.state === 'looking'} onClick={check}>
        {t('processes.online.offer')}
      </Button>
      <p className={styles.soft}>{t('processes.online.hint')}</p>
      <p role="status">
        {state.state === 'failed'
          ? t('processes.online.failed', { reason: reasonWords(words, state.reason) })
          : state.state !== 'idle' && t(`processes.online.${state.state}`)}
      </p>
    </div>
  )
}
