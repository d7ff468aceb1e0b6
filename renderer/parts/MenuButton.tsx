/** A button with a menu. Arrows move, Enter chooses, Esc closes and leads back to the button. */
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'

export interface MenuItem {
  readonly id: string
  readonly name: ReactNode
  /** Beside the name, such as a key. */
  readonly aside?: string | undefined
  /** Of items of which one holds; undefined for an action. */
  readonly isChosen?: boolean | undefined
  readonly onChoose: () => void
}

interface Props {
  readonly className: string
  /** What the button is called where its content does not say it. */
  readonly label?: string | undefined
  readonly items: readonly MenuItem[]
  readonly children: ReactNode
}

export function MenuButton({ className, label, items, children }: Props) {
  const [isOpen, setIsOpen] = useState(false)
  const rootRef = useRef<HTMLDivElement>(null)
  const buttonRef = useRef<HTMLButtonElement>(null)
  const menuId = useId()

  useEffect(() => {
    if (!isOpen) return
    rootRef.current?.querySelector<HTMLElement>('[role^="menuitem"]')?.focus()
    const closeOutside = ({ target }: PointerEvent) => {
      if (!(target instanceof Node) || rootRef.current?.contains(target) !== true) setIsOpen(false)
    }
    document.addEventListener('pointerdown', closeOutside)
    return () => {
      document.removeEventListener('pointerdown', closeOutside)
    }
  }, [isOpen])

  const close = () => {
    setIsOpen(false)
    buttonRef.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen) return
    if (event.key === 'Escape' || event.key === 'Tab') {
      if (event.key === 'Escape') event.preventDefault()
      close()
      return
    }
    const rows = [...(rootRef.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])]
    const here = rows.findIndex((row) => row === document.activeElement)
    const next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: rows.length - 1 }[
      event.key
    ]
    if (next === undefined) return
    event.preventDefault()
    rows.at(next % rows.length)?.focus()
  }

  return (
    <div ref={rootRef} className="menu-root" onKeyDown={onKeyDown}>
      <button
        ref={buttonRef}
        type="button"
        className={className}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? menuId : undefined}
        onClick={() => {
          setIsOpen(!isOpen)
        }}
      >
        {children}
      </button>
      {isOpen && (
        <ul id={menuId} role="menu" className="menu">
          {items.map(({ id, name, aside, isChosen, onChoose }) => (
            <li key={id} role="none">
              <button
                type="button"
                tabIndex={-1}
                role={isChosen === undefined ? 'menuitem' : 'menuitemradio'}
                aria-checked={isChosen}
                onClick={() => {
                  close()
                  onChoose()
                }}
              >
                <span className="menu-name">{name}</span>
                {aside !== undefined && <kbd aria-hidden>{aside}</kbd>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
