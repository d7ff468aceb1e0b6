/** The focus stays where somebody works: when what has it goes away, such as a notice that is dismissed, the part around it takes it. */
import { useEffect } from 'react'

const parts = 'section, article, form, aside, main, dialog, [role="dialog"]'

export function useKeptFocus(): void {
  useEffect(() => {
    let around: readonly Element[] = []
    const note = ({ target }: FocusEvent) => {
      const path: Element[] = []
      for (let one = target; one instanceof Element; one = one.parentElement) path.push(one)
      around = path
    }
    const keep = () => {
      const [had, ...rest] = around
      if (had === undefined || had.isConnected || document.activeElement !== document.body) return
      around = []
      const part = rest.find((one) => one.isConnected && one.matches(parts))
      const next = part ?? document.querySelector('main')
      if (!(next instanceof HTMLElement)) return
      if (!next.hasAttribute('tabindex')) next.tabIndex = -1
      next.focus({ preventScroll: true })
    }
    // Whoever has clicked somewhere works with the mouse from there on.
    const forget = () => {
      around = []
    }
    const observer = new MutationObserver(keep)
    observer.observe(document.body, { childList: true, subtree: true })
    document.addEventListener('focusin', note)
    document.addEventListener('pointerdown', forget, true)
    return () => {
      observer.disconnect()
      document.removeEventListener('focusin', note)
      document.removeEventListener('pointerdown', forget, true)
    }
  }, [])
}
