/** "Running now": what runs of Apple's list and what only looks like it, with memory, PID and verdict. */
import type { ViewProps } from '../view/view-props.ts'
import { BreakableName, BreakablePath } from '../parts/facts/Breakable.tsx'
import { Pill } from '../parts/Pill.tsx'
import { megabytes } from '../text/numbers.ts'
import { useWords } from '../text/words-context.ts'
import type { RunningRow } from './running-rows.ts'

/** More are in Processes: a hostile PC may run thousands. */
const mostRows = 40

interface Props extends Pick<ViewProps, 'go'> {
  readonly rows: readonly RunningRow[]
}

export function RunningNow({ rows, go }: Props) {
  const words = useWords()
  const { t, language } = words
  return (
    <section aria-labelledby="running">
      <div className="head-row">
        <h2 id="running" className="head">
          {t('overview.running')}
          {rows.length > 0 && <small>{t('overview.count', { count: rows.length })}</small>}
        </h2>
        <button
          type="button"
          className="link"
          onClick={() => {
            go('processes', 'all')
          }}
        >
          {t('overview.all')}
        </button>
      </div>
      {rows.length === 0 && <p>{t('overview.noneRunning')}</p>}
      {rows.length > 0 && (
        <table className="card running">
          <thead>
            <tr>
              <th scope="col">{t('overview.process')}</th>
              <th scope="col" className="wide-only">
                {t('overview.what')}
              </th>
              <th scope="col" className="number">
                {t('overview.memory')}
              </th>
              <th scope="col" className="number">
                {t('overview.pid')}
              </th>
              <th scope="col">{t('overview.verdict')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, mostRows).map((row) => {
              const memory =
                row.memory.state === 'known' ? megabytes(language, row.memory.value) : '–'
              return (
                <tr key={`${row.id} ${row.pid}`}>
                  <th scope="row">
                    <button
                      type="button"
                      className="row-link"
                      aria-label={`${row.name}, PID ${row.pid}`}
                      onClick={() => {
                        go('processes', row.id)
                      }}
                    >
                      {row.name}
                    </button>
                    <small>
                      {row.below.includes('\\') ? (
                        <BreakablePath path={row.below} />
                      ) : (
                        <BreakableName name={row.below} />
                      )}
                    </small>
                    <small className="narrow-only">{`${memory} · PID ${row.pid}`}</small>
                  </th>
                  <td className="wide-only">{row.what}</td>
                  <td className="number">{memory}</td>
                  <td className="number">{row.pid}</td>
                  <td>
                    <Pill level={row.level}>{row.verdict}</Pill>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      {rows.length > mostRows && (
        <button
          type="button"
          className="link"
          onClick={() => {
            go('processes', 'running')
          }}
        >
          {t('overview.more', { count: rows.length - mostRows })}
        </button>
      )}
    </section>
  )
}
