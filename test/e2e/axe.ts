/** What axe finds in the page as it stands. Sent in by the test's own connection: the page's policy lets no script in. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** @param rules only these; all that axe has by itself where none is given */
export async function axeFindings(
  page: Page,
  ...rules: readonly string[]
): Promise<readonly { readonly id: string; readonly where: readonly unknown[] }[]> {
  await page.evaluate(source)
  const { violations } = await page.evaluate(
    (only) => {
      const { axe: inPage } = globalThis as unknown as { axe: typeof axe }
      const some =
        only.length === 0 ? {} : { runOnly: { type: 'rule' as const, values: [...only] } }
      return inPage.run(document, { resultTypes: ['violations'], ...some })
    },
    [...rules],
  )
  return violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target) }))
}
