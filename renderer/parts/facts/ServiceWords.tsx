/** One service: its state, its startup type, and how it last ended. */
import { known } from '../../../shared/model/probe.ts'
import type { CatalogueService } from '../../../shared/model/service.ts'
import { exitWords } from '../../../shared/text/fact-words.ts'
import { useWords } from '../../text/words-context.ts'
import { ProbeValue } from './ProbeValue.tsx'

export function ServiceWords({ service }: { readonly service: CatalogueService }) {
  const words = useWords()
  const { t } = words
  const { keyName, isInstalled, listed, configuration, isProgramThere } = service
  if (isInstalled.state !== 'known') return <ProbeValue probe={isInstalled} show={String} />
  if (!isInstalled.value) return t('window.service.missing', { name: keyName })
  const state =
    listed.state === 'known' ? known(t(`window.service.state.${listed.value.state}`)) : listed
  const isStopped = listed.state === 'known' && listed.value.state === 'stopped'
  const exit = isStopped ? exitWords(words, listed.value.lastExit) : undefined
  const isGone = isProgramThere.state === 'known' && !isProgramThere.value
  return (
    <>
      {keyName}: <ProbeValue probe={state} show={String} />
      {' · '}
      <ProbeValue
        probe={configuration}
        show={(set) => t(`window.service.start.${set.startType}`)}
      />
      {exit !== undefined && ` · ${exit}`}
      {isGone && ` · ${t('service.programGone')}`}
    </>
  )
}
