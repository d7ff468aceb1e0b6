/** The text for a ticket, to copy. */
import type { Diagnosis } from '../../shared/model/diagnosis.ts'
import { ticketText } from '../../shared/text/doctor-words.ts'
import { systemWords } from '../../shared/text/system-words.ts'
import type { ViewProps } from '../view/view-props.ts'
import { useCopied } from '../parts/use-copied.ts'
import { useWords } from '../text/words-context.ts'
import { useFixStyles } from './use-fix-styles.ts'

const texts = { copied: 'doctor.ticket.copied', notCopied: 'overview.notCopied' } as const

interface Props extends Pick<ViewProps, 'bridge' | 'state'> {
  readonly diagnosis: Diagnosis
}

export function Ticket({ diagnosis, bridge, state: { inspection } }: Props) {
  const words = useWords()
  const { t } = words
  const styles = useFixStyles()
  const { copy, copied } = useCopied(bridge.copyText, texts)
  const about =
    inspection === undefined
      ? []
      : [
          systemWords(words, inspection.machine),
          ...inspection.products.map(({ id, version }) =>
            id === 'itunes' ? `iTunes ${version}` : `${t('doctor.appleDevices')} ${version}`,
          ),
        ]
  const text = ticketText(words, diagnosis, about)
  return (
    <section className="card" aria-labelledby="walk-ticket">
      <h2 id="walk-ticket" className="head">
        {t('doctor.ticket.title')}
      </h2>
      <textarea
        key={text}
        className={styles.ticket}
        readOnly
        rows={10}
        aria-label={t('doctor.ticket.title')}
        defaultValue={text}
      />
      <button
        type="button"
        className="button"
        onClick={() => {
          copy(t('doctor.ticket.title'), text)
        }}
      >
        {t('doctor.ticket.copy')}
      </button>
      <p role="status">{copied}</p>
    </section>
  )
}
