/** The frame of a dialog: above the window, ended by Esc and its own keys, and the focus goes back where it was. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'

const useStyles = makeStyles({
  dialog: {
    maxHeight: 'calc(100vh - 32px)',
    padding: 0,
    flexDirection: 'column',
    '&[open]': { display: 'flex' },
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: '8px',
    boxShadow: tokens.shadow64,
    '&::backdrop': { backgroundColor: 'rgb(0 0 0 / 40%)' },
  },
  title: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    unicodeBidi: 'isolate',
  },
})

interface Props {
  readonly titleId: string
  readonly widthPx: number
  readonly isClosedBy: (event: KeyboardEvent) => boolean
  /** What else the keyboard does in it. */
  readonly onKey?: (event: KeyboardEvent) => void
  readonly onClose: () => void
  readonly className?: string | undefined
  readonly children: ReactNode
}

export function useDialogTitle(): string {
  return useStyles().title
}

export function DialogFrame(props: Props) {
  const { titleId, widthPx, isClosedBy, onKey, onClose, className, children } = props
  const styles = useStyles()
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
  return (
    <dialog
      ref={ref}
      className={mergeClasses(styles.dialog, className)}
      style={{ width: `min(${widthPx}px, calc(100vw - 24px))` }}
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        // The window's own keys mean nothing while this is open.
        event.stopPropagation()
        if (event.key === 'Escape' || isClosedBy(event)) {
          event.preventDefault()
          onClose()
          return
        }
        onKey?.(event)
      }}
      onCancel={onClose}
    >
      {children}
    </dialog>
  )
}
