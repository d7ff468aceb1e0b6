/** What a screen reader hears at once: what is serious, by name, with the first look and whenever something new is. */
import { label } from '../../shared/text/label.ts'
import { memo, useState } from 'react'
import type { Finding } from '../../shared/model/finding.ts'
import { findingWords } from '../../shared/text/fact-words.ts'
import { findingTitle } from '../../shared/text/finding-title.ts'
import { useWords } from '../text/words-context.ts'

/** More at once are told as a number. */
const mostNamed = 2

const keyOf = ({ code, subject, values }: Finding) => `${code} ${subject} ${values?.['pid'] ?? ''}`

export const DangerAlert = memo(function DangerAlert({
  findings,
}: {
  readonly findings: readonly Finding[]
}) {
  const words = useWords()
  const { t } = words
  const dangers = findings.filter(({ severity }) => severity === 'danger')
  const [told, setTold] = useState<{
    readonly known: ReadonlySet<string>
    readonly fresh: readonly Finding[]
  }>({ known: new Set(), fresh: [] })
  const fresh = dangers.filter((finding) => !told.known.has(keyOf(finding)))
  // What has gone and comes back is told again.
  const hasGone = [...told.known].some((key) => !dangers.some((finding) => keyOf(finding) === key))
  if (fresh.length > 0 || hasGone) {
    setTold({
      known: new Set(dangers.map(keyOf)),
      fresh: fresh.length > 0 ? fresh : told.fresh.filter((one) => dangers.includes(one)),
    })
  }
  const named = told.fresh.slice(0, mostNamed)
  const more = told.fresh.length - named.length
  return (
    <div className="spoken-only" role="alert">
      {named.map((finding) => (
        <p key={keyOf(finding)}>
          {label(words, t('severity.danger'))} {findingTitle(words, finding)}.{' '}
          {findingWords(words, finding)}
        </p>
      ))}
      {more > 0 && <p>{t('overview.alertMore', { count: more })}</p>}
    </div>
  )
})
