// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { success } from '../../../shared/model/result.ts'
import type { RunEntry } from '../../../shared/model/autostart.ts'
import { failed, known } from '../../../shared/model/probe.ts'
import { supportedLanguages, type Language } from '../../../shared/text/languages.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { runEntry, switchedOff } from '../../fixtures/run-keys.ts'
import { fakeBridge } from '../fake-bridge.ts'
import { cleanWindow, openWindow } from '../open-window.tsx'
import { genuineHelpers, inspectionOfPc } from '../recorded-pc.ts'

cleanWindow()

/** What the details say about starting with Windows on this PC. */
async function told(
  startsAtLogon: readonly RunEntry[],
  { name = 'iTunesHelper.exe', language = 'en' }: { name?: string; language?: Language } = {},
) {
  const bridge = fakeBridge(language)
  bridge.runInspection.mockResolvedValue(
    success(inspectionOfPc({ running: genuineHelpers, startsAtLogon })),
  )
  const { user } = await openWindow(bridge)
  await user.click(await screen.findByRole('row', { name: new RegExp(`^${name}, `) }))
  const now = screen
    .getByRole('heading', { name: wordsIn(language).t('window.details.now') })
    .closest('section')!
  const [term] = within(now).queryAllByText(wordsIn(language).t('autostart.label'), {
    selector: 'dt',
  })
  return term?.parentElement?.querySelector('dd')?.textContent
}

test('an entry that is on says yes, and which entry it is', async () => {
  expect(await told([runEntry()])).toBe(
    'YesFor all users, entry “iTunesHelper”: "C:\\Program Files\\iTunes\\iTunesHelper.exe"',
  )
})

test('one that is off says since when, and how to switch it on again', async () => {
  const text = await told([runEntry({ startupSwitch: switchedOff() })])
  expect(text).toMatch(/^Disabled in Task Manager since 3 May 2026/)
  expect(text).toContain('To enable it again, open Task Manager')
  expect(await screen.findByText(/With this setting you can enable it again/)).toBeTruthy()
})

test('no entry is said to be none, and what could not be read is said with its reason', async () => {
  expect(await told([])).toBe('No entry')
})

test('a switch that cannot be read is no "off"', async () => {
  const text = await told([runEntry({ startupSwitch: failed('unreadable') })])
  expect(text).toMatch(/^Not known: what Windows has stored about it could not be read/)
})

test('a program elsewhere is told calmly, with nothing hidden in its name', async () => {
  const command = known('"D:\\x\u202E\\iTunesHelper.exe"')
  expect(await told([runEntry({ command })])).toContain('D:\\x⟨U+202E⟩\\iTunesHelper.exe')
})

test('a process that never starts at logon says nothing about it', async () => {
  expect(await told([], { name: 'AppleMobileDeviceService.exe' })).toBeUndefined()
})

test.each(supportedLanguages)('is told in %s', async (language) => {
  const text = await told([runEntry({ startupSwitch: switchedOff() })], { language })
  expect(text).toContain('2026')
  expect(text).not.toMatch(/autostart\.|\{\{/)
})
