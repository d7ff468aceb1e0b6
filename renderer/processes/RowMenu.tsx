/** The menu of one row: right click, Shift+F10 or the menu key. Arrows move, Enter chooses, Esc closes. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import { useWords } from '../text/words-context.ts'
import { forcedColors } from '../theme/layout.ts'
import type { MenuPlace } from './grid/ProcessGrid.tsx'

const menuItems = [
  'copyRow',
  'copyPath',
  'copyHash',
  'showInFolder',
  'filterPublisher',
  'properties',
] as const
export type MenuItemId = (typeof menuItems)[number]

/** Before these a line. */
const parted: readonly MenuItemId[] = ['showInFolder', 'properties']

const useStyles = makeStyles({
  menu: {
    position: 'fixed',
    zIndex: 40,
    minWidth: '220px',
    padding: '4px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: '8px',
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
    outlineStyle: 'none',
  },
  item: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '24px',
    width: '100%',
    minHeight: '32px',
    padding: '4px 12px',
    border: '0',
    borderRadius: '4px',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    '&:hover, &:focus-visible': { backgroundColor: tokens.colorSubtleBackgroundHover },
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '&[aria-disabled="true"]': {
      color: tokens.colorNeutralForegroundDisabled,
      [forcedColors]: { color: 'GrayText' },
    },
  },
  key: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  line: {
    height: '1px',
    margin: '4px -4px',
    backgroundColor: tokens.colorNeutralStroke3,
    [forcedColors]: { borderTop: '1px solid' },
  },
})

interface Props {
  readonly at: MenuPlace
  /** The row's name: a screen reader hears whose menu this is. */
  readonly name: string
  readonly isOff: (id: MenuItemId) => boolean
  readonly onChoose: (id: MenuItemId) => void
  readonly onClose: () => void
}

export function RowMenu({ at, name, isOff, onChoose, onClose }: Props) {
  const { t } = useWords()
  const styles = useStyles()
  const ref = useRef<HTMLDivElement>(null)
  const keys: Readonly<Partial<Record<MenuItemId, string>>> = {
    copyRow: t('shortcuts.keys.copy'),
    properties: `Alt+${t('shortcuts.keys.open')}`,
  }

  // Within the window, whatever it was opened at.
  useLayoutEffect(() => {
    const menu = ref.current
    if (menu === null) return
    const { width, height } = menu.getBoundingClientRect()
    menu.style.left = `${Math.max(4, Math.min(at.left, window.innerWidth - width - 4))}px`
    menu.style.top = `${Math.max(4, Math.min(at.top, window.innerHeight - height - 4))}px`
    menu.querySelector<HTMLElement>('[role="menuitem"]')?.focus()
  }, [at])

  useEffect(() => {
    const closeOutside = ({ target }: Event) => {
      if (!(target instanceof Node) || ref.current?.contains(target) !== true) onClose()
    }
    document.addEventListener('pointerdown', closeOutside)
    window.addEventListener('blur', onClose)
    window.addEventListener('resize', onClose)
    return () => {
      document.removeEventListener('pointerdown', closeOutside)
      window.removeEventListener('blur', onClose)
      window.removeEventListener('resize', onClose)
    }
  }, [onClose])

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault()
      onClose()
      return
    }
    const items = [...(ref.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])]
    const here = items.findIndex((item) => item === document.activeElement)
    const next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: items.length - 1 }[
      event.key
    ]
    if (next === undefined) return
    event.preventDefault()
    items.at(next % items.length)?.focus()
  }
  return (
    <div
      ref={ref}
      role="menu"
      aria-label={t('processes.menu.label', { name })}
      tabIndex={-1}
      className={styles.menu}
      onKeyDown={onKeyDown}
      onContextMenu={(event) => {
        event.preventDefault()
      }}
    >
      {menuItems.map((id) => {
        const key = keys[id]
        return (
          <div key={id} role="none">
            {parted.includes(id) && <div role="separator" className={styles.line} />}
            <button
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={styles.item}
              aria-disabled={isOff(id)}
              onClick={() => {
                if (!isOff(id)) onChoose(id)
              }}
            >
              {t(`processes.menu.${id}`)}
              {key !== undefined && (
                <span className={styles.key} aria-hidden>
                  {key}
                </span>
              )}
            </button>
          </div>
        )
      })}
    </div>
  )
}
