/** The SHA-256 of a file, calculated when it is first seen, and given up when nobody looks any more. */
import { useEffect, useState } from 'react'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import { reasonWords } from '../../shared/text/fact-words.ts'
import { useWords } from '../text/words-context.ts'

type State =
  | { readonly state: 'looking' }
  | { readonly state: 'known'; readonly sha256: string }
  | { readonly state: 'failed'; readonly code: string }

interface Props {
  readonly bridge: Pick<InspectorBridge, 'hashFile' | 'cancelHash' | 'copyText'>
  readonly pid: number
  /** What is hashed must be what is shown. */
  readonly path: string
  /** The same at every drawing. */
  readonly onHash: (sha256: string) => void
}

export function HashValue({ bridge, pid, path, onHash }: Props) {
  const words = useWords()
  const { t } = words
  const [state, setState] = useState<State>({ state: 'looking' })
  const [attempt, setAttempt] = useState(0)
  const [isCopied, setIsCopied] = useState(false)

  useEffect(() => {
    let isWanted = true
    const show = (next: State) => {
      if (isWanted) setState(next)
    }
    bridge.hashFile(pid).then(
      (answer) => {
        if (!answer.ok) show({ state: 'failed', code: answer.failure.code })
        else if (answer.value.path !== path) show({ state: 'failed', code: 'process-ended' })
        else {
          show({ state: 'known', sha256: answer.value.sha256 })
          if (isWanted) onHash(answer.value.sha256)
        }
      },
      () => {
        show({ state: 'failed', code: 'cannot-read' })
      },
    )
    return () => {
      isWanted = false
      bridge.cancelHash().catch(() => {})
    }
  }, [bridge, pid, path, attempt, onHash])

  switch (state.state) {
    case 'looking':
      return (
        <span role="status">
          {t('processes.hash.looking')}{' '}
          <button
            type="button"
            className="link"
            onClick={() => {
              bridge.cancelHash().catch(() => {})
            }}
          >
            {t('processes.hash.stop')}
          </button>
        </span>
      )
    case 'failed':
      return (
        <span role="status">
          {t('processes.hash.failed', { reason: reasonWords(words, state.code) })}{' '}
          <button
            type="button"
            className="link"
            onClick={() => {
              setState({ state: 'looking' })
              setAttempt(attempt + 1)
            }}
          >
            {t('allProcesses.pane.again')}
          </button>
        </span>
      )
    case 'known':
      return (
        <>
          <code>{state.sha256}</code>{' '}
          <button
            type="button"
            className="link"
            onClick={() => {
              bridge.copyText(state.sha256).then(
                ({ ok }) => {
                  setIsCopied(ok)
                },
                () => {},
              )
            }}
          >
            {t('processes.hash.copy')}
          </button>
          <span role="status" className="soft">
            {isCopied && ` ${t('processes.copied', { name: 'SHA-256' })}`}
          </span>
        </>
      )
  }
}
