/** The verdict on top of everything: one sentence, why, and the one thing to do. */
import { label } from '../../shared/text/label.ts'
import {
  Desktop28Regular,
  ShieldCheckmark28Regular,
  ShieldError24Regular,
  Warning28Regular,
} from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { Inspection } from '../../shared/model/inspection.ts'
import { productWords, systemWords } from '../../shared/text/system-words.ts'
import { useWords } from '../text/words-context.ts'
import type { Headline } from './headline.ts'

const signs = {
  good: ShieldCheckmark28Regular,
  attention: Warning28Regular,
  danger: ShieldError24Regular,
  plain: Desktop28Regular,
} as const

interface Props {
  readonly headline: Headline
  readonly inspection: Inspection | undefined
  /** What to do, and what may be copied. */
  readonly children?: ReactNode
  readonly tools?: ReactNode
}

export function VerdictCard({ headline, inspection, children, tools }: Props) {
  const words = useWords()
  const { t } = words
  const { mood, title, hint } = headline
  const Sign = signs[mood]
  const meta =
    inspection === undefined
      ? []
      : [
          ...productWords(words, inspection.products),
          ...(inspection.machine.platform === 'win32'
            ? [systemWords(words, inspection.machine)]
            : []),
          t('window.overview.seen', { count: inspection.processesSeen }),
        ]
  return (
    <section className={`card verdict ${mood}`} aria-labelledby="verdict">
      <span className="disc" aria-hidden>
        <Sign />
      </span>
      <div className="verdict-text">
        <h1 id="verdict" className="title">
          {mood === 'danger' && (
            <span className="spoken-only">{label({ t }, t('severity.danger'))} </span>
          )}
          {title}
        </h1>
        {hint !== undefined && <p>{hint}</p>}
        {children}
        {meta.length > 0 && <p className="meta">{meta.join(' · ')}</p>}
      </div>
      {tools !== undefined && <div className="tools">{tools}</div>}
    </section>
  )
}
