/** The same as the picture, in words: for whoever hears the window, and for copying. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { LaneKind, Recording } from '../../shared/model/recording.ts'
import { laneWords } from '../../shared/text/recording-words.ts'
import { Panel } from '../connections/Panel.tsx'
import { useTextStyles } from '../theme/text-styles.ts'
import { useWords } from '../text/words-context.ts'
import { laneRemark } from './lane-remark.ts'

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  cell: {
    padding: '6px 12px 6px 0',
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { borderTop: '0', paddingTop: 0 },
  group: { paddingTop: '12px', borderTop: '0' },
  remark: { display: 'block' },
})

const kinds: readonly LaneKind[] = ['process', 'service', 'port']

export function LaneTable({ recording }: { readonly recording: Recording }) {
  const words = useWords()
  const { t } = words
  const styles = useStyles()
  const text = useTextStyles()
  const groups = kinds
    .map((kind) => ({ kind, lanes: recording.lanes.filter((lane) => lane.kind === kind) }))
    .filter(({ lanes }) => lanes.length > 0)
  if (groups.length === 0) return null
  const head = mergeClasses(styles.cell, styles.head, text.soft)
  return (
    <Panel title={t('recorder.table.title')}>
      <table className={styles.table} aria-label={t('recorder.table.title')}>
        <thead>
          <tr>
            <th scope="col" className={head}>
              {t('recorder.table.what')}
            </th>
            <th scope="col" className={head}>
              {t('recorder.table.happened')}
            </th>
          </tr>
        </thead>
        {groups.map(({ kind, lanes }) => (
          <tbody key={kind}>
            <tr>
              <th
                scope="rowgroup"
                colSpan={2}
                className={mergeClasses(styles.cell, styles.group, text.label)}
              >
                {t(`recorder.picture.${kind}`)}
              </th>
            </tr>
            {lanes.map((lane, index) => (
              <tr key={`${lane.label} ${lane.pid} ${index}`}>
                <th scope="row" className={mergeClasses(styles.cell, text.foreign)}>
                  {lane.label}
                  <span className={mergeClasses(styles.remark, text.soft)}>
                    {laneRemark(words, lane)}
                  </span>
                </th>
                <td className={mergeClasses(styles.cell, text.foreign)}>
                  {laneWords(words, lane).join(', ')}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </Panel>
  )
}
