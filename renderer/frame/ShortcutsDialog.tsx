/** The dialog of keys and of this program's version. A dialog that Esc closes; loaded when it is first asked for. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import type { AppDescription } from '../../shared/ipc/channels.ts'
import { useWords } from '../text/words-context.ts'
import { KeyTable } from '../help/KeyTable.tsx'

const useStyles = makeStyles({
  dialog: {
    width: 'min(520px, calc(100vw - 24px))',
    maxHeight: 'calc(100vh - 24px)',
    overflow: 'auto',
    padding: '20px 24px',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: '8px',
    boxShadow: tokens.shadow64,
    '&::backdrop': { backgroundColor: 'rgb(0 0 0 / 40%)' },
  },
  title: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: '26px',
    fontWeight: tokens.fontWeightSemibold,
    marginBottom: '8px',
  },
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
  const titleId = useId()
  // Before anything in here takes the focus.
  const [before] = useState(() => document.activeElement)
  const ref = useRef<HTMLDialogElement>(null)

  useEffect(() => {
    const dialog = ref.current
    dialog?.showModal()
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [before])

  const onKeyDown = (event: KeyboardEvent) => {
    // The window's own keys mean nothing while this is open.
    event.stopPropagation()
    if (event.key !== 'Escape' && event.key !== 'F1') return
    event.preventDefault()
    onClose()
  }
  const { name, version } = description
  return (
    <dialog
      ref={ref}
      className={styles.dialog}
      aria-labelledby={titleId}
      onKeyDown={onKeyDown}
      onCancel={onClose}
    >
      <h2 id={titleId} className={styles.title}>
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
    </dialog>
  )
}
