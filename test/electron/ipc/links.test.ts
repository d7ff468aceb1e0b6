import { expect, test } from 'vitest'
import { addressOfSource, openLink } from '../../../electron/ipc/links.ts'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'

test('every source with a page opens exactly that https page', async () => {
  const opened: string[] = []
  const withPage = Object.entries(readCatalogue().sources).filter(
    ([, { url }]) => url !== undefined,
  )
  expect(withPage.length).toBeGreaterThan(3)
  for (const [key, { url }] of withPage) {
    const answer = await openLink(key, (address) => {
      opened.push(address)
      return Promise.resolve()
    })
    expect(answer.ok).toBe(true)
    expect(opened.pop()).toBe(url)
    expect(addressOfSource(key)).toMatch(/^https:\/\//)
  }
})

test.each(['https://example.com', '__proto__', 'constructor', '', 'file:///etc/passwd'])(
  'the key %j opens nothing',
  async (key) => {
    let opened = 0
    const answer = await openLink(key, () => {
      opened += 1
      return Promise.resolve()
    })
    expect(answer).toMatchObject({ ok: false, failure: { code: 'bad-arguments' } })
    expect(opened).toBe(0)
  },
)
