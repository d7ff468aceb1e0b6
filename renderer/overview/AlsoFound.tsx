/** The findings besides the one in the verdict, worst first: each opens to what to do. */
import { label } from '../../shared/text/label.ts'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import type { Finding } from '../../shared/model/finding.ts'
import { findingWords } from '../../shared/text/fact-words.ts'
import { findingTitle } from '../../shared/text/finding-title.ts'
import { BreakablePath } from '../parts/facts/Breakable.tsx'
import { FindingAction } from '../parts/FindingCard.tsx'
import { LevelSign } from '../parts/LevelSign.tsx'
import { useWords } from '../text/words-context.ts'

interface Props {
  readonly findings: readonly Finding[]
  readonly isLive: boolean
  readonly bridge: Pick<InspectorBridge, 'openTool' | 'copyText'>
}

export function AlsoFound({ findings, isLive, bridge }: Props) {
  const words = useWords()
  const { t } = words
  return (
    <section aria-labelledby="also">
      <h2 id="also" className="head">
        {t('overview.alsoTitle')}
        <small>{findings.length}</small>
      </h2>
      <ul className="card rows">
        {findings.map((finding) => (
          <li key={JSON.stringify(finding)}>
            <details className="also">
              <summary>
                <LevelSign level={finding.severity} />
                <span>
                  <b>
                    <span className="spoken-only">
                      {label(words, t(`severity.${finding.severity}`))}{' '}
                    </span>
                    {findingTitle(words, finding)}
                  </b>
                  <small>
                    <BreakablePath path={findingWords(words, finding)} />
                  </small>
                </span>
              </summary>
              <FindingAction finding={finding} isLive={isLive} bridge={bridge} isPrimary={false} />
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}
