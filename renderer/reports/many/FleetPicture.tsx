/** The picture of many PCs: which findings on how many of them, and which versions. A bar chooses its finding. */
import { findingInFleet, kindOfFinding } from '../../../shared/fleet/order.ts'
import type { FleetSummary } from '../../../shared/model/fleet.ts'
import { shortText } from '../../../shared/text/visible-text.ts'
import { LevelSign } from '../../parts/LevelSign.tsx'
import { useWords } from '../../text/words-context.ts'

interface Props {
  readonly summary: FleetSummary
  readonly finding: string | null
  readonly onChoose: (finding: string | null) => void
}

export function FleetPicture({ summary, finding, onChoose }: Props) {
  const words = useWords()
  const { t, language } = words
  const { groups, versions, answered } = summary
  const most = Math.max(1, ...groups.map(({ count }) => count))
  const shown = (count: number) => count.toLocaleString(language)
  return (
    <div className="fleet-picture">
      {groups.length > 0 && (
        <section aria-labelledby="fleet-findings">
          <h3 id="fleet-findings" className="head">
            {t('fleet.view.picture')}
          </h3>
          <ul className="fleet-bars">
            {groups.map((group) => (
              <li key={group.code}>
                <button
                  type="button"
                  aria-pressed={finding === group.code}
                  onClick={() => {
                    onChoose(finding === group.code ? null : group.code)
                  }}
                >
                  <LevelSign level={group.severity} />
                  <span>{kindOfFinding(words, group.code) ?? findingInFleet(words, group)}</span>
                  <span className="fleet-track" aria-hidden>
                    <span
                      className={`fleet-bar ${group.severity}`}
                      style={{ width: `${(group.count / most) * 100}%` }}
                    />
                  </span>
                  <span className="fleet-count">{shown(group.count)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {versions.length > 0 && (
        <section aria-labelledby="fleet-versions">
          <h3 id="fleet-versions" className="head">
            {t('fleet.column.versions')}
          </h3>
          <ul className="fleet-bars">
            {versions.map(({ version, count }) => (
              <li key={version} className="fleet-version">
                <span>{shortText(version, 60)}</span>
                <span className="fleet-track" aria-hidden>
                  <span
                    className="fleet-bar"
                    style={{ width: `${(count / Math.max(1, answered)) * 100}%` }}
                  />
                </span>
                <span className="fleet-count">{shown(count)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
