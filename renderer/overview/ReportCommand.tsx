/** Where there is no Windows: how to get a report from the PC that somebody asks about. */
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import { useCopied } from '../parts/use-copied.ts'
import { useWords } from '../text/words-context.ts'

/** docs/report.md says what the options do. */
const command = 'Process-Inspector-for-iTunes.exe --report --format json --output report.json'
const copiedTexts = { copied: 'overview.copied', notCopied: 'overview.notCopied' } as const

export function ReportCommand({ onCopy }: { readonly onCopy: InspectorBridge['copyText'] }) {
  const { t } = useWords()
  const { copy, copied } = useCopied(onCopy, copiedTexts)
  return (
    <section aria-labelledby="get-report">
      <h2 id="get-report" className="head">
        {t('overview.getReport')}
      </h2>
      <div className="card stack">
        <p>{t('overview.getReportBody')}</p>
        <div className="command">
          <code>{command}</code>
          <button
            type="button"
            className="button"
            onClick={() => {
              copy(t('overview.command'), command)
            }}
          >
            {t('overview.copyCommand')}
          </button>
        </div>
        <p role="status">{copied}</p>
      </div>
    </section>
  )
}
