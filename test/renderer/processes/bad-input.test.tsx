// @vitest-environment happy-dom
/** Does the table stand what a hostile PC may hold: odd signs in every column, and a PC that is wholly another with each look? */
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { success } from '../../../shared/model/result.ts'
import { columnIds } from '../../../shared/model/list-options.ts'
import { known } from '../../../shared/model/probe.ts'
import { fakeBridge, instance } from '../fake-bridge.ts'
import { inProcess, openView, running, withLayout } from './rows.ts'

withLayout(1600, 4000)
afterEach(cleanup)

const odd: Readonly<Record<string, string>> = {
  'turned round': 'a\u202Efdp\u2066.exe',
  'of no width': 'a\u200B\u2060\uFEFF.exe',
  'of 32,000 letters': `${'x'.repeat(32_000)}.exe`,
  'with a NUL and a bell': 'a\0b\u0007.exe',
  'with an order to a terminal': 'a\u001B[31m\u009Bb.exe',
  'of pictures': '👩‍👩‍👧‍👦🏴‍☠️.exe',
  'written from the right': 'תוכנה-برنامج.exe',
  'of half a letter': 'a\uD800b.exe',
  'of lines': 'a\r\nb\u2028c.exe',
  'of markup': '<img src=x onerror=alert(1)>.exe',
  'of many marks': `e${'\u0301'.repeat(4_000)}.exe`,
}

/** Signs that hide, turn round or give orders. */
const harmful =
  // eslint-disable-next-line no-control-regex -- these very signs must not reach the page
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200B\u202A-\u202E\u2060-\u2069\uFEFF]/u

describe('a text', () => {
  test.each(Object.entries(odd))(
    '%s is shown whole and harmless in every column and in Properties',
    async (_, text) => {
      const bridge = fakeBridge()
      const path = `C:\\Users\\${text}`
      const process = running(5120, text)
      const signer = { commonName: text, organization: text }
      bridge.learnProcesses.mockResolvedValue(
        success({
          revision: 1,
          processes: [
            {
              pid: 5120,
              startedAtUtc:
                process.startedAtUtc.state === 'known' ? process.startedAtUtc.value : null,
              imagePath: known(path),
              commandLine: known(`"${path}" --${text}`),
              services: known([text, `${text} 2`]),
            },
          ],
          files: [
            {
              path,
              signature: known({
                ...{ verdict: 'trusted', where: 'embedded', code: 0, signer },
                ...{ issuer: text, stampedAtUtc: null },
              }),
            },
          ],
          pending: 0,
        }),
      )
      bridge.examineProcess.mockResolvedValue(
        success(
          instance(5120, {
            ...process,
            imagePath: known(path),
            owner: known({ securityId: 'S-1', account: text, integrity: 'medium' }),
          }),
        ),
      )
      bridge.hashFile.mockResolvedValue(success({ path, sha256: 'ab'.repeat(32), sizeBytes: 7 }))
      const child = running(6000, 'child.exe', 5120, 9_000)
      const { user } = openView([process, child], { bridge, options: { columns: columnIds } })
      const row = await screen.findByRole('row', { name: / 5120/ })
      await waitFor(() => {
        expect(within(row).getAllByRole('gridcell')).toHaveLength(columnIds.length)
        expect(bridge.learnProcesses).toHaveBeenCalled()
      })
      await act(() => Promise.resolve())
      expect(document.body.textContent).not.toMatch(harmful)
      expect(document.querySelector('img')).toBeNull()
      expect(row.textContent.length).toBeLessThan(10_000)
      await user.click(row)
      await user.keyboard('{Alt>}{Enter}{/Alt}')
      const dialog = await screen.findByRole('dialog')
      await within(dialog).findByText('ab'.repeat(32))
      for (const tab of within(dialog).getAllByRole('tab')) {
        await user.click(tab)
        expect(document.body.textContent).not.toMatch(harmful)
      }
    },
  )
})

/** Forty names: the ones above, each sign that hides by itself, and what is no name at all. */
const names = [
  ...Object.values(odd),
  ...['', ' ', '   ', '\u00A0', '\u3000', '.', '..', '.exe', 'CON', '\u2800', '\u3164'],
  ...['\u202A', '\u202B', '\u202D', '\u2067', '\u2068', '\u200E', '\u061C', '\u00AD', '\u034F'].map(
    (sign) => `iTunes${sign}Helper.exe`,
  ),
  ...[
    '\u{E0041}',
    '\u{1D173}',
    '\uFFF9',
    '\uFE0F',
    '\u180E',
    '\uDC00',
    '\u2029',
    '\u0085',
    '\t',
  ].map((sign) => `${sign}.exe`),
]

test('forty odd names in one list: each row can be told from the others, and nothing hidden is in the page', async () => {
  expect(new Set(names).size).toBe(40)
  const { user } = openView(
    names.map((name, at) => running(5000 + at, name)),
    { options: { columns: columnIds } },
  )
  await screen.findByRole('row', { name: / 5000/ })
  expect(document.body.innerHTML).not.toMatch(harmful)
  const rows = [...document.querySelectorAll('[data-key]')]
  const told = rows.map((row) => row.getAttribute('aria-label'))
  expect(rows).toHaveLength(40)
  expect(new Set(told).size).toBe(40)
  for (const name of told) expect(name?.length).toBeLessThan(4_000)
  const controls = [...document.querySelectorAll('button, input')].map(
    (one) => one.getAttribute('aria-label') ?? one.textContent,
  )
  expect(controls.filter((name, at) => controls.indexOf(name) !== at)).toEqual([])
  // The filter finds a sign by what is shown of it.
  await user.type(screen.getByRole('searchbox'), 'U+202E')
  expect(document.querySelectorAll('[data-key]')).toHaveLength(1)
})

test('of 10,000 processes that are wholly others with the next look none of the old is left, and the choice is not lost', async () => {
  const pc = (from: number) =>
    Array.from({ length: 10_000 }, (_, at) => running(from + at, `p${from + at}.exe`, 4, from + at))
  const { bridge, user } = openView(pc(10))
  await user.click(await screen.findByRole('row', { name: /^p10\.exe/ }))
  bridge.listProcesses.mockResolvedValue(success(inProcess(pc(20_010))))
  act(() => screen.getByRole('grid').focus())
  await user.keyboard('{F5}')
  await screen.findByRole('row', { name: /^p20010\.exe/ })
  expect(screen.queryByRole('row', { name: /^p11\.exe/ })).toBeNull()
  expect(screen.getByRole('button', { name: 'Whole PC 10,000' })).toBeTruthy()
  expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('10001')
  await user.keyboard('{ArrowDown}')
  expect(screen.getByRole('row', { selected: true }).getAttribute('aria-label')).toMatch(/^p20/)
})
