/** Where is the focus, can it be seen, and how does a test get somewhere with Tab alone? Nothing here moves it otherwise. */
import type { Locator, Page } from 'playwright-core'

export interface Focus {
  readonly role: string
  readonly name: string
  readonly value: string | undefined
}

/** What has the focus, by role and name as a screen reader gets them. */
export async function focusOf(page: Page): Promise<Focus> {
  const snapshot = await page.evaluate(() => {
    const element = document.activeElement
    if (element === null || element === document.body) return { role: 'body', name: '' }
    const { labels } = element as Partial<HTMLInputElement>
    const labelledBy = (element.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent)
    const name =
      [
        labelledBy.join(' '),
        element.getAttribute('aria-label'),
        labels?.[0]?.textContent,
        element.textContent,
      ].find((text) => text !== null && text !== undefined && text.trim() !== '') ?? ''
    const implied: Readonly<Record<string, string>> = {
      BUTTON: 'button',
      A: 'link',
      SELECT: 'combobox',
      SUMMARY: 'summary',
      MAIN: 'main',
      ARTICLE: 'article',
    }
    const type = element.getAttribute('type')
    const role =
      element.getAttribute('role') ??
      (element.tagName === 'INPUT'
        ? type === 'search'
          ? 'searchbox'
          : type === 'checkbox'
            ? 'checkbox'
            : 'textbox'
        : /^H\d$/.test(element.tagName)
          ? 'heading'
          : (implied[element.tagName] ?? element.tagName.toLowerCase()))
    const value = element instanceof HTMLInputElement ? element.value : undefined
    return { role, name: name.trim(), value }
  })
  return { value: undefined, ...snapshot }
}

export const hasFocus = (locator: Locator): Promise<boolean> =>
  locator.first().evaluate((element) => element === document.activeElement)

const mostPresses = 150

/** Presses Tab until this has the focus. @throws when it never gets it. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.first().waitFor()
  for (let presses = 0; presses < mostPresses; presses += 1) {
    if (await hasFocus(wanted)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${wanted.toString()}`)
}

export interface FocusSight {
  /** Something is drawn around or under what has the focus. */
  readonly isMarked: boolean
  /** It lies in the window, and nothing else lies over it. */
  readonly isInSight: boolean
}

export function focusSight(page: Page): Promise<FocusSight> {
  return page.evaluate(async () => {
    // A mark may fade in.
    await new Promise((resolve) => setTimeout(resolve, 300))
    const element = document.activeElement
    if (element === null) return { isMarked: false, isInSight: false }
    const hasLine = (style: CSSStyleDeclaration) =>
      (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) ||
      style.boxShadow !== 'none'
    const hasBorder = (of: Element) => {
      const after = getComputedStyle(of, '::after')
      if (after.content === 'none' || after.visibility === 'hidden') return false
      // A line below the field that grows out of its middle.
      const isFlat = after.transform.startsWith('matrix(0,')
      return !isFlat && parseFloat(after.borderBottomWidth) > 0
    }
    const around = [element, element.parentElement].filter((one) => one !== null)
    // A list marks the row that its keys are at.
    const row = document.getElementById(element.getAttribute('aria-activedescendant') ?? '')
    const isMarked =
      (row !== null && hasLine(getComputedStyle(row))) ||
      hasLine(getComputedStyle(element)) ||
      hasLine(getComputedStyle(element, '::after')) ||
      around.some(hasBorder)
    const { left, right, top, bottom } = element.getBoundingClientRect()
    const isInside =
      left >= 0 && top >= 0 && right <= window.innerWidth && bottom <= window.innerHeight
    // A link that breaks over lines is a box on each of them.
    const points = [...element.getClientRects()].flatMap(
      (box) =>
        [
          [(box.left + box.right) / 2, box.top + 2],
          [(box.left + box.right) / 2, box.bottom - 2],
        ] as const,
    )
    const isOnTop = points.every(([x, y]) => {
      const there = document.elementFromPoint(x, y)
      return there !== null && (element.contains(there) || there.contains(element))
    })
    return { isMarked, isInSight: isInside && isOnTop }
  })
}
