/** What a row says aloud. */
import type { Words } from '../../shared/text/words.ts'
import type { Row } from './rows.ts'

export function normalWord(t: Words['t'], isNormal: boolean): string {
  return isNormal ? t('window.normal.yes') : t('window.normal.no')
}

export function spokenRow(words: Words, row: Omit<Row, 'id' | 'summary'>): string {
  const { mark } = row
  const said = stateWords(words, row)
  return mark === undefined
    ? said
    : words.t('live.row', { row: said, mark: words.t(`live.mark.${mark}`) })
}

function stateWords(
  { t }: Words,
  { name, status, absence, isNormal, instanceCount, trust }: Omit<Row, 'id' | 'summary'>,
): string {
  const values = { name, status: t(`window.statusSpoken.${status}`) }
  if (absence !== undefined) {
    const why = t(`window.absence.${absence}`)
    return isNormal === null
      ? t('window.list.rowAbsent', { ...values, why })
      : t('window.list.rowAbsentJudged', { ...values, why, normal: normalWord(t, isNormal) })
  }
  if (trust === undefined) return t('window.list.rowOther', values)
  const verdict = { ...values, trust: t(`window.trustSpoken.${trust}`) }
  if (instanceCount < 2) return t('window.list.rowRunning', verdict)
  const instances = t('window.list.instances', { count: instanceCount })
  return t('window.list.rowRunningMany', { ...verdict, instances })
}
