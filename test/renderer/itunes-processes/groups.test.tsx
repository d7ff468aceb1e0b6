// @vitest-environment happy-dom
import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { success } from '../../../shared/model/result.ts'
import type { Inspection } from '../../../shared/model/inspection.ts'
import { denied, known } from '../../../shared/model/probe.ts'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { runningOtherWords } from '../../../shared/text/other-program-words.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { fakeBridge } from '../fake-bridge.ts'
import { cleanWindow, openWindow, shownRows } from '../open-window.tsx'
import {
  desktopServices,
  examined,
  genuineHelpers,
  inspectionOfPc,
  installedProgram,
  noSignature,
  saying,
} from '../recorded-pc.ts'

cleanWindow()

async function open(inspection: Inspection) {
  const bridge = fakeBridge()
  bridge.runInspection.mockResolvedValue(success(inspection))
  return openWindow(bridge)
}

const alike = {
  process: examined(6666, 'iTunes\u200bHe1per.exe', 'C:\\Temp', {
    signature: known(noSignature),
    version: known(saying('Nothing to see')),
  }),
  resembles: 'iTunesHelper.exe',
  why: 'confusable-letters',
} as const

const otherWords = (name: string) => runningOtherWords(wordsIn('en'), name, readCatalogue())!

const others = [
  examined(7001, 'AppleChromeDAV.exe', 'C:\\Program Files\\Apple', {
    version: known(saying('iCloud Bookmarks')),
  }),
  examined(7002, 'YSLoader.exe', 'C:\\Program Files\\Apple', {
    version: known(saying('YSLoader')),
  }),
]

describe('names that look like them', () => {
  test('have a group of their own only when there are any', async () => {
    await open(inspectionOfPc({ running: genuineHelpers }))
    expect(screen.queryByRole('grid', { name: 'Look-alike names' })).toBeNull()
    expect(screen.queryByRole('grid', { name: 'Other Apple programs' })).toBeNull()
    expect(screen.getAllByRole('grid')).toHaveLength(3)
  })

  test('are shown harmless, with the verdict, what they resemble, why, and what to do', async () => {
    const { user } = await open(inspectionOfPc({ running: genuineHelpers, lookAlikes: [alike] }))
    const grid = screen.getByRole('grid', { name: 'Look-alike names' })
    const row = within(grid).getByRole('row', {
      name: 'iTunes⟨U+200B⟩He1per.exe, running, not signed',
    })
    expect(within(row).getByText('Looks like iTunesHelper.exe, but has other letters')).toBeTruthy()
    await user.click(row)
    const details = within(screen.getByRole('article', { name: 'About iTunes⟨U+200B⟩He1per.exe' }))
    expect(
      details.getByText(/could be mistaken for iTunesHelper\.exe, but is something else\./),
    ).toBeTruthy()
    expect(details.getByText(/^Apple uses only the exact name\./)).toBeTruthy()
    expect(details.getByText(/not iTunesHelper\.exe\.$/)).toBeTruthy()
    expect(details.getAllByText('Not signed').length).toBeGreaterThan(0)
  })

  test('stay while somebody reads about them, and go with the next choice', async () => {
    const both = inspectionOfPc({ running: genuineHelpers, lookAlikes: [alike] })
    const { user, bridge } = await open(both)
    await user.click(screen.getByRole('row', { name: /He1per\.exe/ }))
    bridge.runInspection.mockResolvedValue(success(inspectionOfPc({ running: genuineHelpers })))
    await user.keyboard('{F5}')
    const row = await screen.findByRole('row', {
      name: 'iTunes⟨U+200B⟩He1per.exe, not running, not signed, just ended',
    })
    expect(screen.getByText('0 of 1 running')).toBeTruthy()
    const details = within(screen.getByRole('article', { name: 'About iTunes⟨U+200B⟩He1per.exe' }))
    expect(details.getByText('It has ended. Below is what was last seen of it.')).toBeTruthy()
    expect(details.getByText(/not iTunesHelper\.exe\.$/)).toBeTruthy()
    await waitFor(() => expect(row.getAttribute('aria-label')).not.toContain('ended'))
    expect(row.isConnected).toBe(true)
    await user.click(screen.getByRole('row', { name: /^iTunesHelper\.exe/ }))
    expect(screen.queryByRole('row', { name: /He1per\.exe/ })).toBeNull()
  })

  test('are told when they appear', async () => {
    const { user, bridge } = await open(inspectionOfPc({ running: genuineHelpers }))
    bridge.runInspection.mockResolvedValue(
      success(inspectionOfPc({ running: genuineHelpers, lookAlikes: [alike] })),
    )
    await user.keyboard('{F5}')
    await waitFor(() => {
      const spoken = screen.getAllByRole('status').map((region) => region.textContent)
      expect(spoken).toContain(
        'iTunes⟨U+200B⟩He1per.exe appeared, with a name that looks like iTunesHelper.exe',
      )
    })
  })
})

describe("other programs of Apple's", () => {
  const pc = inspectionOfPc({ running: genuineHelpers, maybeApple: known(others) })

  test('that go while they have the focus hand it to the list', async () => {
    const { user, bridge } = await open(pc)
    await user.click(screen.getByRole('row', { name: /YSLoader\.exe/ }))
    act(() => screen.getByRole('row', { name: /YSLoader\.exe/ }).focus())
    bridge.runInspection.mockResolvedValue(success(inspectionOfPc({ running: genuineHelpers })))
    await waitFor(() => {
      expect(screen.queryByRole('row', { name: /YSLoader\.exe/ })).toBeNull()
    })
    expect(document.activeElement?.getAttribute('role')).toBe('row')
  })

  test('stand last, described by their files, and their details claim no more than is known', async () => {
    const { user } = await open(pc)
    expect(shownRows().slice(-2)).toEqual([
      'AppleChromeDAV.exe, running, signed by Apple',
      'YSLoader.exe, running, signed by Apple',
    ])
    const row = screen.getByRole('row', { name: /^AppleChromeDAV/ })
    expect(within(row).getByText('iCloud Bookmarks')).toBeTruthy()
    await user.click(row)
    const details = within(screen.getByRole('article', { name: 'About AppleChromeDAV.exe' }))
    const what = otherWords('AppleChromeDAV.exe')
    expect(await details.findByText(what.what)).toBeTruthy()
    expect(details.getByText(what.missing)).toBeTruthy()
    expect(details.queryByText(/^Signed by Apple, but not one of/)).toBeNull()
    expect(details.queryByText('Original file name')).toBeNull()
    expect(details.getByText('14 Sept 2020, ', { exact: false })).toBeTruthy()
  })

  test('of a name that is not in the catalogue are said to be signed by Apple, and no more', async () => {
    const unknown = examined(7003, 'AppleSomethingNew.exe', 'C:\\Program Files\\Apple')
    const { user } = await open(
      inspectionOfPc({ running: genuineHelpers, maybeApple: known([unknown]) }),
    )
    await user.click(screen.getByRole('row', { name: /^AppleSomethingNew/ }))
    const details = within(screen.getByRole('article', { name: 'About AppleSomethingNew.exe' }))
    expect(await details.findByText(/^Signed by Apple, but not one of/)).toBeTruthy()
  })

  test('the keyboard walks through them as through the others', async () => {
    const { user } = await open(pc)
    screen.getAllByRole('row', { name: /^A/ })[0]!.focus()
    await user.keyboard('{End}')
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^YSLoader\.exe/)
    await user.keyboard('{ArrowUp}{Enter}')
    const article = screen.getByRole('article', { name: 'About AppleChromeDAV.exe' })
    await waitFor(() => {
      expect(article.contains(document.activeElement)).toBe(true)
    })
    await user.keyboard('{Escape}')
    await waitFor(() => {
      expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^AppleChromeDAV/)
    })
  })

  test('the search finds them by what their file says', async () => {
    const { user } = await open(pc)
    await user.type(screen.getByRole('searchbox'), 'icloud bookmarks')
    expect(shownRows()).toEqual(['AppleChromeDAV.exe, running, signed by Apple'])
  })

  test('are left out where nobody could look, without a word that there are none', async () => {
    await open(inspectionOfPc({ running: genuineHelpers, maybeApple: denied('needs-admin') }))
    expect(screen.queryByRole('grid', { name: 'Other Apple programs' })).toBeNull()
  })

  test('of very many only so many lines are drawn, and that is said', async () => {
    const many = Array.from({ length: 250 }, (_, index) =>
      examined(10_000 + index, `Apple${index}.exe`, 'C:\\Program Files\\Apple'),
    )
    await open(inspectionOfPc({ maybeApple: known(many) }))
    const grid = screen.getByRole('grid', { name: 'Other Apple programs' })
    expect(within(grid).getAllByRole('row', { name: /^Apple/ })).toHaveLength(200)
    expect(screen.getByText(/^50 more are not shown/)).toBeTruthy()
  })
})

describe('what does not run', () => {
  const stopped = inspectionOfPc({
    installed: [...installedProgram, 'AppleMobileDeviceService.exe', 'mDNSResponder.exe'],
    services: {
      ...desktopServices,
      'Apple Mobile Device Service': ['stopped', 'disabled'],
      'Bonjour Service': ['stopped', 'automatic'],
    },
  })

  test('says in its row why, and whether that is normal', async () => {
    await open(stopped)
    for (const name of [
      'AppleMobileDeviceService.exe, not running, needs attention: its service is disabled',
      'mDNSResponder.exe, not running, needs attention: its service is stopped',
      'AppleMobileBackup.exe, not running, normal: runs only during a task',
      'qttask.exe, not running, normal: no longer supplied by Apple',
    ]) {
      expect(screen.getByRole('row', { name })).toBeTruthy()
    }
  })

  test('says so in its details as well, with the state of its service', async () => {
    const { user } = await open(stopped)
    await user.click(screen.getByRole('row', { name: /^AppleMobileDeviceService/ }))
    const details = within(screen.getByRole('article'))
    expect(
      details.getByText(/so Windows never starts it\. That is not as it should be\./),
    ).toBeTruthy()
    expect(details.getByText(/^Apple Mobile Device Service:/).textContent).toBe(
      'Apple Mobile Device Service: stopped · Disabled: never starts',
    )
    await user.click(screen.getByRole('row', { name: /^AppleMobileBackup/ }))
    expect(within(screen.getByRole('article')).getByText(/That is normal\.$/)).toBeTruthy()
  })
})
