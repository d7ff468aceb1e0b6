/** Before each file of the window's tests, which share one process and one page: limits of looking things up, and a clean page. */
import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach, vi } from 'vitest'

// Ends what hangs. Looking things up by role is slow without a browser, and the machine may be busy.
configure({ asyncUtilTimeout: 60_000 })

// happy-dom holds every rule of style against every element that is looked up. Who looks asks for these alone.
const asked = /display|visibility|pointer-events/
interface Sheets {
  insertRule: (this: CSSStyleSheet, rule: string, index?: number) => number
  takesAll?: (this: CSSStyleSheet, rule: string, index?: number) => number
}
const sheets: Sheets = CSSStyleSheet.prototype
const takesAll = (sheets.takesAll ??= sheets.insertRule)
sheets.insertRule = function (rule, index) {
  return asked.test(rule) ? takesAll.call(this, rule, index) : 0
}

interface SizedWindow {
  readonly happyDOM: { readonly setViewport: (size: { width: number; height: number }) => void }
}

beforeEach(() => {
  const { happyDOM } = window as unknown as SizedWindow
  happyDOM.setViewport({ width: 1024, height: 768 })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})
