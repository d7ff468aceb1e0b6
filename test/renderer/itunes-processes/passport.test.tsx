// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { failure, success } from '../../../shared/model/result.ts'
import type { ExaminedProcess, Inspection } from '../../../shared/model/inspection.ts'
import { denied, known, skipped } from '../../../shared/model/probe.ts'
import type { Language } from '../../../shared/text/languages.ts'
import { fakeBridge } from '../fake-bridge.ts'
import { cleanWindow, openWindow } from '../open-window.tsx'
import {
  examined,
  genuineHelpers,
  inspectionOfPc,
  noSignature,
  observed,
  saying,
  signedBy,
} from '../recorded-pc.ts'

cleanWindow()

async function open(inspection: Inspection, language: Language = 'en') {
  const bridge = fakeBridge(language)
  bridge.runInspection.mockResolvedValue(success(inspection))
  return openWindow(bridge)
}

const inDetails = () => within(screen.getByRole('article'))

/** Opens the window on these running programs and goes to the details of one of them. */
async function openOn(name: string, running: readonly ExaminedProcess[], language?: Language) {
  const opened = await open(inspectionOfPc({ running }), language)
  await opened.user.click(await screen.findByRole('row', { name: new RegExp(`^${name}, `) }))
  return { ...opened, details: inDetails() }
}

/** What the details say of this PC under one name; what the catalogue says of it comes after. */
function factIn(details: ReturnType<typeof inDetails>, name: string): string | null | undefined {
  const [term] = details.getAllByText(name, { selector: 'dt' })
  return term?.parentElement?.querySelector('dd')?.textContent
}

/** The four facts: name, word and sentence of each. */
function factsIn(details: ReturnType<typeof inDetails>): readonly (string | null)[] {
  const list = details.getByText('Original file name').closest('ul')
  return within(list!)
    .getAllByRole('listitem')
    .map((item) => item.textContent)
}

const device = genuineHelpers.find(({ name }) => name === 'AppleMobileDeviceService.exe')!

describe('the passport of one running program', () => {
  test('that is genuine ticks its four facts and says who, since when and with what', async () => {
    const { details } = await openOn('AppleMobileDeviceService.exe', genuineHelpers)
    expect(details.getByText("Apple's own file, in the right folder.")).toBeTruthy()
    const facts = factsIn(details)
    expect(facts).toHaveLength(4)
    for (const fact of facts) expect(fact).toContain('As it should be')
    expect(facts[2]).toBe('Signed byAs it should beSigned by Apple Inc. and not changed since.')
    expect(factIn(details, 'Version')).toBe('486.0.2.16')
    expect(factIn(details, 'Company')).toBe('Apple Inc.')
    expect(factIn(details, 'Issued by')).toBe('Symantec Class 3 SHA256 Code Signing CA')
    expect(factIn(details, 'Runs as')).toBe('NT AUTHORITY\\SYSTEM · system rights')
    expect(factIn(details, 'Services in it')).toBe('Apple Mobile Device Service')
    expect(factIn(details, 'Started by')).toBe('services.exe (process 812)')
    expect(factIn(details, 'Memory')).toBe('18 MB')
    expect(factIn(details, 'Session, threads, handles')).toBe(
      'session 0 · 12 threads · 341 handles',
    )
    expect(factIn(details, 'Started')).toMatch(/^22 Nov 2026, \d\d:14( \(.+\))?$/)
    expect(factIn(details, 'Windows service')).toBe(
      'Apple Mobile Device Service: running · Automatic: starts with the PC',
    )
  })

  test('from another folder asks for a closer look and crosses that fact alone', async () => {
    const moved = { ...device, imagePath: known('D:\\Portable\\AppleMobileDeviceService.exe') }
    const { details } = await openOn('AppleMobileDeviceService.exe', [moved])
    expect(details.getByText("Apple's own file, in an unexpected folder.")).toBeTruthy()
    const crossed = factsIn(details).filter((fact) => fact?.includes('Not as it should be'))
    expect(crossed).toHaveLength(1)
    expect(crossed[0]).toContain('D:\\Portable\\')
  })

  test('without a signature says so in row, verdict and facts', async () => {
    const unsigned = { ...device, signature: known(noSignature) }
    const { details } = await openOn('AppleMobileDeviceService.exe', [unsigned])
    const row = screen.getByRole('row', {
      name: 'AppleMobileDeviceService.exe, running, not signed',
    })
    expect(within(row).getByText('Not signed')).toBeTruthy()
    expect(details.getByText('The file is not signed. Apple signs this program.')).toBeTruthy()
    expect(factIn(details, 'Signed by')).toBe('nobody: there is no signature')
  })

  test('of another maker names that maker', async () => {
    const others = { ...device, signature: known(signedBy('Audinate Pty Ltd')) }
    const { details } = await openOn('AppleMobileDeviceService.exe', [others])
    expect(details.getAllByText("Not Apple's").length).toBeGreaterThan(0)
    expect(factIn(details, 'Signed by')).toBe('Audinate Pty Ltd')
  })

  test('with a name in its signature that nobody vouches for calls it a claim', async () => {
    const selfSigned = {
      ...device,
      signature: known({ ...signedBy('Apple Inc.'), verdict: 'untrusted-root' } as const),
    }
    const { details } = await openOn('AppleMobileDeviceService.exe', [selfSigned])
    expect(factIn(details, 'Signed by')).toBe('says “Apple Inc.”, not proven')
  })

  test("of Apple's beside a foreign library is not called another maker's", async () => {
    const helper = observed(9120, 'iTunesHelper.exe', {
      neighbours: [
        { fileName: 'CoreFoundation.dll', isPresent: known(true), signature: known(noSignature) },
      ],
    })
    const { details } = await openOn('iTunesHelper.exe', [helper])
    expect(screen.queryByText("Not Apple's")).toBeNull()
    expect(
      details.getByText("Apple's own file, but a DLL in its folder is not Apple's."),
    ).toBeTruthy()
    expect(factIn(details, 'In its folder: CoreFoundation.dll')).toBe(
      'nobody: there is no signature',
    )
  })

  test('that cannot be judged gives the reason, and grey instead of an alarm', async () => {
    const no = denied('needs-admin')
    const hidden = {
      ...device,
      imagePath: no,
      imagePathWay: null,
      signature: no,
      version: no,
      owner: no,
      workingSetBytes: skipped('lister-does-not-tell'),
    }
    const { details } = await openOn('AppleMobileDeviceService.exe', [hidden])
    expect(details.getByText('Reason: only an administrator can see it.')).toBeTruthy()
    expect(factsIn(details).filter((fact) => fact?.includes('Not known'))).toHaveLength(3)
    expect(factIn(details, 'Runs as')).toBe('Not known: only an administrator can see it')
    expect(factIn(details, 'Memory')).toBe('Not known: the process list does not say')
    expect(details.queryByRole('button', { name: 'Copy' })).toBeNull()
    expect(details.queryByRole('button', { name: 'Show in folder' })).toBeNull()
  })

  test('follows the language', async () => {
    const { details } = await openOn('AppleMobileDeviceService.exe', genuineHelpers, 'sv')
    expect(details.getByText('Apples egen fil, i rätt mapp.')).toBeTruthy()
    expect(details.getAllByText('Som det ska vara')).toHaveLength(4)
    expect(factIn(details, 'Körs som')).toBe('NT AUTHORITY\\SYSTEM · systemets rättigheter')
    expect(details.getByRole('button', { name: 'Visa i mappen' })).toBeTruthy()
  })

  test('shows hostile texts of any length harmless and cut', async () => {
    const hostile = '\u202E<img src=x onerror=alert(1)>\u0000'
    const long = `${hostile}${'x'.repeat(32_767 - hostile.length)}`
    const { details } = await openOn('AppleMobileDeviceService.exe', [
      {
        ...device,
        version: known(
          saying(long, { companyName: long, productName: long, fixedFileVersion: long }),
        ),
        signature: known(signedBy(long)),
        owner: known({ securityId: 'S-1', account: long, integrity: null }),
        services: known([long]),
        parentName: long,
      },
    ])
    for (const name of ['Description', 'Company', 'Version', 'Runs as', 'Started by']) {
      const text = factIn(details, name) ?? ''
      expect(text).toContain('⟨U+202E⟩<img')
      expect(text.length).toBeLessThan(500)
    }
    expect(document.querySelector('img')).toBeNull()
    for (const sign of ['\u202E', '\u0000']) {
      expect(document.body.textContent).not.toContain(sign)
    }
  })
})

describe('the file', () => {
  const path =
    'C:\\Program Files\\Common Files\\Apple\\Mobile Device Support\\AppleMobileDeviceService.exe'

  test('is copied and shown in its folder by keyboard alone', async () => {
    const { user, bridge } = await open(inspectionOfPc({ running: genuineHelpers }))
    const row = await screen.findByRole('row', { name: /^AppleMobileDeviceService\.exe, running/ })
    await user.click(row)
    await user.keyboard('{Enter}')
    for (let presses = 0; presses < 9; presses += 1) {
      if (document.activeElement === screen.getByRole('button', { name: 'Copy' })) break
      await user.tab()
    }
    await user.keyboard('{Enter}')
    expect(bridge.copyText).toHaveBeenCalledExactlyOnceWith(path)
    expect(await screen.findByText('The path is copied.')).toBeTruthy()
    await user.tab()
    await user.keyboard(' ')
    expect(bridge.showFile).toHaveBeenCalledExactlyOnceWith(device.pid)
  })

  test('on another computer is not opened, and the reason is told', async () => {
    const { user, bridge, details } = await openOn('AppleMobileDeviceService.exe', [device])
    bridge.showFile.mockResolvedValue(failure({ code: 'network-path', detail: '' }))
    await user.click(details.getByRole('button', { name: 'Show in folder' }))
    expect(await screen.findByText(/^The file is on another computer/)).toBeTruthy()
  })

  test('that cannot be copied or shown is told too', async () => {
    const { user, bridge, details } = await openOn('AppleMobileDeviceService.exe', [device])
    bridge.copyText.mockRejectedValue(new Error('no clipboard'))
    bridge.showFile.mockRejectedValue(new Error('no handler'))
    await user.click(details.getByRole('button', { name: 'Copy' }))
    expect(await screen.findByText(/^The path could not be copied/)).toBeTruthy()
    await user.click(details.getByRole('button', { name: 'Show in folder' }))
    expect(await screen.findByText(/^The folder could not be opened/)).toBeTruthy()
  })
})

describe('several instances', () => {
  const elsewhere = known('D:\\Portable\\distnoted.exe')

  test('two have an open passport each', async () => {
    const { details } = await openOn('distnoted.exe', [
      observed(20, 'distnoted.exe'),
      observed(21, 'distnoted.exe'),
    ])
    expect(details.getAllByText('Original file name')).toHaveLength(2)
  })

  test('of three only the one that most needs eyes is open, and the others open by keyboard', async () => {
    const { details, user } = await openOn('distnoted.exe', [
      observed(20, 'distnoted.exe'),
      observed(21, 'distnoted.exe'),
      observed(22, 'distnoted.exe', { imagePath: elsewhere }),
    ])
    expect(details.getAllByText('Original file name')).toHaveLength(1)
    expect(factIn(details, 'PID')).toBe('22')
    const closed = details.getByText('Process 20')
    expect(within(closed).getByText('Genuine')).toBeTruthy()
    await user.click(closed)
    expect(await details.findAllByText('Original file name')).toHaveLength(2)
  })

  test('the row shows the verdict that most needs eyes', async () => {
    await open(
      inspectionOfPc({
        running: [
          observed(20, 'distnoted.exe'),
          observed(22, 'distnoted.exe', { imagePath: elsewhere }),
        ],
      }),
    )
    const name = 'distnoted.exe, running, 2 instances, look closer, unexpected folder'
    expect(await screen.findByRole('row', { name })).toBeTruthy()
  })
})

test('a program without a service or parent name is described without them', async () => {
  const lonely = examined(30, 'iTunesHelper.exe', 'C:\\Program Files\\iTunes', { parentName: null })
  const { details } = await openOn('iTunesHelper.exe', [lonely])
  expect(factIn(details, 'Services in it')).toBe('none')
  expect(factIn(details, 'Started by')).toBe('Process 812')
})
