/** The steps that undo a tip. Step by step, with what is to be typed. */
import { makeStyles, mergeClasses } from '@fluentui/react-components'
import type { Myth } from '../../shared/catalogue/schemas/myths-schema.ts'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import { textFromData } from '../text/text-from-data.ts'
import { useWords } from '../text/words-context.ts'
import { CommandLine } from './CommandLine.tsx'
import { useTextStyles } from '../theme/text-styles.ts'

const useStyles = makeStyles({
  steps: {
    display: 'grid',
    gap: '10px',
    margin: '6px 0 0',
    paddingInlineStart: '20px',
    '& > li': { paddingInlineStart: '4px' },
  },
  admin: { marginTop: '6px' },
})

interface Props {
  readonly myth: Myth
  /** The tip. */
  readonly about: string
  readonly onCopy: InspectorBridge['copyText']
}

export function UndoSteps({ myth, about, onCopy }: Props) {
  const words = useWords()
  const styles = useStyles()
  const texts = useTextStyles()
  const needsAdmin = myth.undo.some((step) => step.needsAdmin === true)
  return (
    <>
      {needsAdmin && (
        <p className={mergeClasses(texts.soft, styles.admin)}>
          {words.t('myths.label.needsAdmin')}
        </p>
      )}
      <ol className={styles.steps}>
        {myth.undo.map(({ step, command }) => (
          <li key={step}>
            {textFromData(words, `myths.item.${myth.id}.undo.${step}`, step)}
            {command !== undefined && <CommandLine {...{ command, about, onCopy }} />}
          </li>
        ))}
      </ol>
    </>
  )
}
