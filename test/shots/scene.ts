/** What is a scene? A view in one state: what the main process answers, and what a person does in it. */
import type { Page } from 'playwright-core'
import type { AskedChannel } from '../../shared/ipc/channels.ts'
import { viewIds, type ViewId } from '../../renderer/view/view-ids.ts'

export interface Scene {
  readonly name: string
  readonly view: ViewId
  /** What the main process answers; null for an answer that does not come. */
  readonly answers: Partial<Record<AskedChannel, unknown>>
  /** Once the view is there. */
  readonly prepare?: (page: Page) => Promise<void>
}

export const keyOf = (view: ViewId): string => `Control+${viewIds.indexOf(view) + 1}`

/** The view that is shown: others keep their place in the page. */
export const inView = (page: Page) => page.locator('.view:not([hidden])')

/** Clicks, and waits until what it leads to is drawn: a part that is loaded late. */
export const press =
  (selector: string, which = 0) =>
  async (page: Page): Promise<void> => {
    await inView(page).locator(selector).nth(which).click()
    await page.waitForTimeout(700)
  }

export const scrollTo =
  (selector: string) =>
  async (page: Page): Promise<void> => {
    await inView(page)
      .locator(selector)
      .first()
      .evaluate((part) => {
        part.scrollIntoView({ block: 'start' })
      })
  }

export const inTurn =
  (...steps: readonly ((page: Page) => Promise<void>)[]) =>
  async (page: Page): Promise<void> => {
    for (const step of steps) await step(page)
  }

export const chooseRow = (name: RegExp) => async (page: Page) => {
  await page.getByRole('row', { name }).first().click()
  // The list stands where it stood before a row was chosen in it.
  await page.evaluate(() => {
    for (const part of document.querySelectorAll('main *')) part.scrollTop = 0
  })
}
