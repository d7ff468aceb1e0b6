/** A finding with its one action: what it is, what to do, where, and how to undo it. */
import { label as labelled } from '../../shared/text/label.ts'
import { useId, useState, type ReactNode } from 'react'
import { actionOf, type FindingAction as Action } from '../../shared/judge/findings/actions.ts'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import type { Finding } from '../../shared/model/finding.ts'
import { actionWords } from '../../shared/text/action-words.ts'
import { findingWords } from '../../shared/text/fact-words.ts'
import { findingTitle } from '../../shared/text/finding-title.ts'
import { useWords } from '../text/words-context.ts'
import { BreakablePath } from './facts/Breakable.tsx'
import { FoldSummary } from './facts/FoldSummary.tsx'
import { LevelSign } from './LevelSign.tsx'

interface Props {
  readonly finding: Finding
  /** False for a report or a list: Windows's tools are on the PC itself. */
  readonly isLive: boolean
  readonly bridge: Pick<InspectorBridge, 'openTool' | 'copyText'>
  /** Where the finding stands below its own title already, as in the verdict. */
  readonly hasTitle?: boolean
  readonly isPrimary?: boolean
}

/** The whole card, for a view that deals with this kind of finding. */
export function FindingCard({
  finding,
  children,
  ...props
}: Props & { readonly children?: ReactNode }) {
  const words = useWords()
  const id = useId()
  const { severity } = finding
  return (
    // Two lines of the hosts file have one title: no landmark, which must be the only one of its name.
    <article className={`card finding ${severity}`} aria-labelledby={id}>
      <p className={`level ${severity}`}>
        <LevelSign level={severity} /> {words.t(`severity.${severity}`)}
      </p>
      <h2 id={id} className="finding-title">
        {findingTitle(words, finding)}
      </h2>
      <p>
        <BreakablePath path={findingWords(words, finding)} />
      </p>
      {children}
      <FindingAction finding={finding} {...props} />
    </article>
  )
}

export function FindingAction({ finding, isLive, bridge, isPrimary = true }: Props) {
  const words = useWords()
  const title = findingTitle(words, finding)
  const pid = finding.values?.['pid']
  // Several findings may have the same action: each button says what it is about.
  const about = pid === undefined ? title : `${title} (PID ${pid})`
  return (
    <ActionSteps
      action={actionOf(finding)}
      {...{ about, isLive, bridge, isPrimary }}
      label={words.t('action.label.next')}
    />
  )
}

interface StepsProps extends Pick<Props, 'isLive' | 'bridge' | 'isPrimary'> {
  readonly action: Action
  /** What the buttons are about, for a screen reader. */
  readonly about: string
  readonly label: string
}

/** One thing to do: where Windows lets one do it, its command, and the way back. */
export function ActionSteps({
  action,
  about,
  label,
  isLive,
  bridge,
  isPrimary = true,
}: StepsProps) {
  const words = useWords()
  const { t } = words
  const [told, setTold] = useState('')
  const { text, opens, command, commandDoes, undo, needsAdmin } = actionWords(words, action)
  const tool = action.opens
  const open = () => {
    if (tool === null) return
    bridge.openTool(tool).then(
      ({ ok }) => {
        setTold(ok ? '' : t('action.openFailed'))
      },
      () => {
        setTold(t('action.openFailed'))
      },
    )
  }
  const copy = () => {
    if (command === null) return
    bridge.copyText(command).then(
      ({ ok }) => {
        setTold(
          ok ? t('overview.copied', { name: t('overview.command') }) : t('overview.notCopied'),
        )
      },
      () => {
        setTold(t('overview.notCopied'))
      },
    )
  }
  return (
    <div className="action">
      <p>
        <b>{labelled(words, label)}</b> {text}
      </p>
      {undo !== null && (
        <p className="soft">
          {labelled(words, t('action.label.undo'))} {undo}
        </p>
      )}
      {command !== null && (
        <details>
          <FoldSummary about={about}>{t('action.label.command')}</FoldSummary>
          <p>
            <code>{command}</code>
          </p>
          <p className="soft">{commandDoes}</p>
        </details>
      )}
      {needsAdmin !== null && <p className="soft">{needsAdmin}</p>}
      <div className="buttons">
        {opens !== null && isLive && (
          <button
            type="button"
            className={isPrimary ? 'button primary' : 'button'}
            aria-label={`${opens}: ${about}`}
            onClick={open}
          >
            {opens}
          </button>
        )}
        {command !== null && (
          <button
            type="button"
            className="button"
            aria-label={`${labelled(words, t('action.label.copy'))} ${about}`}
            onClick={copy}
          >
            {t('action.label.copy')}
          </button>
        )}
      </div>
      {opens !== null && !isLive && <p className="soft">{t('action.notHere')}</p>}
      <p role="status">{told}</p>
    </div>
  )
}
