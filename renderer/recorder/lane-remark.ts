/** The remark below the name of a lane. */
import type { Lane } from '../../shared/model/recording.ts'
import type { Words } from '../../shared/text/words.ts'

export function laneRemark({ t, has }: Words, { label, id, pid, owners }: Lane): string {
  const key = `process.${id ?? ''}.name`
  const name = has(key) ? t(key) : ''
  const isNew = name !== '' && name !== label && `${name}.exe` !== label
  return [
    ...(isNew && owners.length === 0 ? [name] : []),
    ...(pid === null ? [] : [t('recorder.table.pid', { pid })]),
    ...(owners.length === 0 ? [] : [t('recorder.table.owners', { names: owners.join(', ') })]),
  ].join(' · ')
}
