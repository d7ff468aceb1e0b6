/** The dialog of keys and of this program's version. A dialog that Esc closes; loaded when it is first asked for. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import type { AppDescription } from '../../shared/ipc/channels.ts'
import { KeyTable } from '../help/KeyTable.tsx'
import { DialogFrame, useDialogTitle } from '../parts/DialogFrame.tsx'
import { useWords } from '../text/words-context.ts'

const useStyles = makeStyles({
  body: { minHeight: 0, overflow: 'auto', padding: '20px 24px' },
  soft: {
    marginTop: '12px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  end: { display: 'flex', justifyContent: 'flex-end', marginTop: '16px' },
})

interface Props {
  readonly description: Pick<AppDescription, 'name' | 'version'>
  readonly onClose: () => void
}

export function ShortcutsDialog({ description, onClose }: Props) {
  const { t } = useWords()
  const styles = useStyles()
  const titleClass = useDialogTitle()
  const titleId = useId()
  const { name, version } = description
  return (
    <DialogFrame
      titleId={titleId}
      widthPx={520}
      isClosedBy={({ key }) => key === 'F1'}
      onClose={onClose}
    >
      <div className={styles.body}>
        <h2 id={titleId} className={titleClass}>
          {t('shortcuts.title')}
        </h2>
        <KeyTable />
        <p className={styles.soft}>
          {name} {t('window.about.version', { version })}. {t('app.notApple')}
        </p>
        <div className={styles.end}>
          <Button appearance="primary" autoFocus onClick={onClose}>
            {t('shortcuts.close')}
          </Button>
        </div>
      </div>
    </DialogFrame>
  )
}
