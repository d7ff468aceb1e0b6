/** Gives the page the accent colour that somebody has chosen in Windows, and follows it. */
import { systemPreferences, type WebContents } from 'electron'
import { accentCss } from './accent-colours.ts'

/** Where the system tells none, the page's own colour stays. */
function accentOfSystem(): string {
  try {
    return systemPreferences.getAccentColor()
  } catch {
    return ''
  }
}

export function followAccent(contents: WebContents): void {
  if (process.platform !== 'win32') return
  let inserted: Promise<string> | undefined
  const show = async () => {
    const before = await inserted
    if (contents.isDestroyed()) return
    inserted = contents.insertCSS(accentCss(accentOfSystem()))
    if (before !== undefined) await contents.removeInsertedCSS(before)
  }
  // A page that is loaded anew has lost what was inserted; one that is gone needs none.
  const follow = () => {
    show().catch(() => {
      inserted = undefined
    })
  }
  contents.on('dom-ready', () => {
    inserted = undefined
    follow()
  })
  systemPreferences.on('accent-color-changed', follow)
  contents.once('destroyed', () => {
    systemPreferences.off('accent-color-changed', follow)
  })
}
