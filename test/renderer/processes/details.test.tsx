// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { loadLaterParts } from '../../../renderer/parts/later.tsx'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { failure, success } from '../../../shared/model/result.ts'
import type { ExaminedProcess, Inspection } from '../../../shared/model/inspection.ts'
import type { RunEntry } from '../../../shared/model/autostart.ts'
import { denied, failed, known, skipped } from '../../../shared/model/probe.ts'
import { runningOtherWords } from '../../../shared/text/other-program-words.ts'
import { supportedLanguages, type Language } from '../../../shared/text/languages.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { runEntry, switchedOff } from '../../fixtures/run-keys.ts'
import { fakeBridge } from '../fake-bridge.ts'
import {
  desktopServices,
  examined,
  genuineHelpers,
  inspectionOfPc,
  installedProgram,
  noSignature,
  observed,
  saying,
  signedBy,
} from '../recorded-pc.ts'
import { openView, withLayout } from './rows.ts'

withLayout(1600, 4000)
afterEach(cleanup)

interface Given {
  readonly language?: Language
  readonly list?: 'running' | 'apple'
}

/** Opens the details of one row of this PC. */
async function openOn(
  name: RegExp,
  inspection: Inspection,
  { language = 'en', list = 'running' }: Given = {},
) {
  await loadLaterParts()
  const bridge = fakeBridge(language)
  const opened = openView([], {
    bridge,
    language,
    inspection,
    options: { list, columns: ['name', 'pid', 'verdict'] },
  })
  const [row] = await screen.findAllByRole('row', { name })
  await opened.user.click(row!)
  return { ...opened, row: row!, details: within(screen.getByRole('article')) }
}
const openPc = (name: string, running: readonly ExaminedProcess[], given?: Given) =>
  openOn(new RegExp(`^${name},`), inspectionOfPc({ running }), given)

type InDetails = Awaited<ReturnType<typeof openOn>>['details']

function factIn(details: InDetails, name: string): string | null | undefined {
  const [term] = details.queryAllByText(name, { selector: 'dt' })
  return term?.parentElement?.querySelector('dd')?.textContent
}
const factsIn = (details: InDetails) =>
  within(details.getByText('Original file name:').closest('ul')!)
    .getAllByRole('listitem')
    .map((item) => item.textContent)
const titles = (details: InDetails) =>
  details.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)

const device = genuineHelpers.find(({ name }) => name === 'AppleMobileDeviceService.exe')!

describe('the details of a genuine process', () => {
  test('answer in this order: verdict with four facts, may I stop it, why this memory, what it does', async () => {
    const { details } = await openPc('AppleMobileDeviceService.exe', genuineHelpers)
    expect(details.getByText("Apple's own file, in the right folder.")).toBeTruthy()
    const facts = factsIn(details)
    expect(facts).toHaveLength(4)
    for (const fact of facts) expect(fact).toContain('As it should be')
    expect(titles(details).slice(0, 3)).toEqual([
      'Can I stop it?',
      'Why does it use this memory?',
      'What it does',
    ])
    expect(details.getByText('Better not.')).toBeTruthy()
  })

  test('set this PC’s memory beside what has been seen elsewhere, with its source and how sure that is', async () => {
    const { details } = await openPc('AppleMobileDeviceService.exe', [
      { ...device, privateBytes: known(12 * 1024 * 1024) },
    ])
    const part = details.getByRole('heading', { name: /^Why does it use/ }).parentElement!
    expect(part.textContent).toContain(
      '12 MB is its own memory, the figure in Task Manager. On other PCs 5 MB to 13 MB have been seen. So this is nothing unusual.',
    )
    expect(part.textContent).toContain('Low: no source that can be looked up')
  })

  test('do not call a very large memory a fault', async () => {
    const { details } = await openPc('AppleMobileDeviceService.exe', [
      { ...device, privateBytes: known(900 * 1024 * 1024) },
    ])
    expect(details.getByText(/By itself that is no sign of a fault\./)).toBeTruthy()
  })

  test('keep the rest folded: file, signature, service, where it belongs, sources', async () => {
    const { details } = await openPc('AppleMobileDeviceService.exe', genuineHelpers)
    for (const part of document.querySelectorAll('article details')) {
      expect(part.hasAttribute('open')).toBe(false)
    }
    expect(factIn(details, 'Version')).toBe('486.0.2.16')
    expect(factIn(details, 'Issued by')).toBe('Symantec Class 3 SHA256 Code Signing CA')
    expect(factIn(details, 'Runs as')).toBe('NT AUTHORITY\\SYSTEM · system rights')
    expect(factIn(details, 'Started by')).toBe('services.exe (process 812)')
    expect(factIn(details, 'Windows service')).toBe(
      'Apple Mobile Device Service: running · Automatic: starts with the PC',
    )
  })

  test('follow the language', async () => {
    const { details } = await openPc('AppleMobileDeviceService.exe', genuineHelpers, {
      language: 'sv',
    })
    expect(details.getByText('Apples egen fil, i rätt mapp.')).toBeTruthy()
    expect(details.getByText('Helst inte.')).toBeTruthy()
    expect(factIn(details, 'Körs som')).toBe('NT AUTHORITY\\SYSTEM · systemets rättigheter')
  })
})

describe('of what is not genuine', () => {
  const impostor = examined(9120, 'iTunesHelper.exe', 'C:\\Users\\anna\\AppData\\Local\\Temp', {
    signature: known(noSignature),
  })
  const silence = /If you disable|Can I stop|better way|Why does it use/i

  test('no word of what happens without Apple’s program, no tip, and what to do instead', async () => {
    const { details, row } = await openPc('iTunesHelper.exe', [impostor])
    expect(within(row).getByText('Not signed')).toBeTruthy()
    expect(details.getByRole('heading', { level: 2 }).textContent).toBe('iTunesHelper.exe')
    expect(screen.getByRole('article').textContent).not.toMatch(silence)
    expect(details.getByText(/^Not known\. It is not Apple's program/)).toBeTruthy()
    expect(details.getByText(/Do not end iTunesHelper\.exe before that/)).toBeTruthy()
    expect(details.getByRole('button', { name: /^Open Windows Security/ })).toBeTruthy()
    expect(factIn(details, 'Signed by')).toBe('nobody: there is no signature')
  })

  test('the action opens Windows’s own tool, and says when it cannot', async () => {
    const { details, user, bridge } = await openPc('iTunesHelper.exe', [impostor])
    bridge.openTool.mockResolvedValue(failure({ code: 'not-opened', detail: '' } as never))
    await user.click(details.getByRole('button', { name: /^Open Windows Security/ }))
    expect(bridge.openTool).toHaveBeenCalledExactlyOnceWith('windows-security')
    expect(await details.findByText(/^Windows could not open it/)).toBeTruthy()
  })

  test('Apple’s own in another folder is still told what it is, but not to be left alone', async () => {
    const moved = { ...device, imagePath: known('D:\\Portable\\AppleMobileDeviceService.exe') }
    const { details } = await openPc('AppleMobileDeviceService.exe', [moved])
    const crossed = factsIn(details).filter((fact) => fact.includes('Not as it should be'))
    expect(crossed).toHaveLength(1)
    expect(crossed[0]).toContain('D:\\Portable\\')
    expect(screen.getByRole('article').textContent).not.toMatch(/Can I stop/)
    expect(titles(details)).toContain('What it does')
  })

  test("another maker's is named, and a claim is called one", async () => {
    const others = { ...device, signature: known(signedBy('Audinate Pty Ltd')) }
    const first = await openPc('AppleMobileDeviceService.exe', [others])
    expect(factIn(first.details, 'Signed by')).toBe('Audinate Pty Ltd')
    cleanup()
    const claimed = known({ ...signedBy('Apple Inc.'), verdict: 'untrusted-root' } as const)
    const second = await openPc('AppleMobileDeviceService.exe', [{ ...device, signature: claimed }])
    expect(factIn(second.details, 'Signed by')).toBe('says “Apple Inc.”, not proven')
  })

  test("Apple's beside a foreign library is not called another maker's", async () => {
    const helper = observed(9120, 'iTunesHelper.exe', {
      neighbours: [
        { fileName: 'CoreFoundation.dll', isPresent: known(true), signature: known(noSignature) },
      ],
    })
    const { details } = await openPc('iTunesHelper.exe', [helper])
    expect(screen.queryByText("Not Apple's")).toBeNull()
    expect(details.getByText(/but a DLL in its folder is not Apple's\.$/)).toBeTruthy()
  })

  test('what cannot be judged gives the reason, and no alarm', async () => {
    const no = denied('needs-admin')
    const hidden = {
      ...{ ...device, imagePath: no, imagePathWay: null, signature: no, version: no, owner: no },
      workingSetBytes: skipped('lister-does-not-tell'),
    }
    const { details } = await openPc('AppleMobileDeviceService.exe', [hidden])
    expect(details.getByText('Reason: only an administrator can see it.')).toBeTruthy()
    expect(factsIn(details).filter((fact) => fact.includes('Not known'))).toHaveLength(3)
    expect(factIn(details, 'Runs as')).toBe('Not known: only an administrator can see it')
    expect(document.querySelector('.pill.danger, .pill.attention')).toBeNull()
  })

  test('hostile texts of any length are shown harmless and cut', async () => {
    const hostile = '\u202E<img src=x onerror=alert(1)>\u0000'
    const long = `${hostile}${'x'.repeat(32_767 - hostile.length)}`
    const { details } = await openPc('AppleMobileDeviceService.exe', [
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
    expect(document.body.textContent).not.toMatch(/[\u202e\0]/)
  })
})

describe('of a name that only looks like one of Apple’s', () => {
  const pc = inspectionOfPc({
    running: genuineHelpers,
    lookAlikes: [
      {
        process: examined(6666, 'iTunes\u200bHe1per.exe', 'C:\\Temp', {
          signature: known(noSignature),
        }),
        resembles: 'iTunesHelper.exe',
        why: 'confusable-letters',
      },
    ],
  })

  test('what it resembles, the evidence, and what to do', async () => {
    const { details } = await openOn(/He1per\.exe/, pc)
    expect(details.getByRole('heading', { level: 2 }).textContent).toBe('iTunes⟨U+200B⟩He1per.exe')
    expect(details.getByText(/could be mistaken for iTunesHelper\.exe/)).toBeTruthy()
    expect(details.getByText(/Virus & threat protection/)).toBeTruthy()
    expect(screen.getByRole('article').textContent).not.toMatch(/Can I stop/)
  })
})

describe("of another of Apple's programs", () => {
  const pcWith = (process: ExaminedProcess) =>
    inspectionOfPc({ running: genuineHelpers, maybeApple: known([process]) })

  test('no more is claimed than is known', async () => {
    const known1 = examined(7001, 'AppleChromeDAV.exe', 'C:\\Program Files\\Apple', {
      version: known(saying('iCloud Bookmarks')),
    })
    const { details } = await openOn(/^AppleChromeDAV/, pcWith(known1))
    const what = runningOtherWords(wordsIn('en'), 'AppleChromeDAV.exe', readCatalogue())!
    expect(await details.findByText(what.what)).toBeTruthy()
    expect(details.queryByText('Original file name:')).toBeNull()
  })

  test('of a name that is not in the catalogue it is said to be signed by Apple, and no more', async () => {
    const unknown = examined(7003, 'AppleSomethingNew.exe', 'C:\\Program Files\\Apple')
    const { details } = await openOn(/^AppleSomethingNew/, pcWith(unknown))
    expect(await details.findByText(/^Signed by Apple, but not one of/)).toBeTruthy()
  })
})

describe('of what does not run', () => {
  const stopped = inspectionOfPc({
    installed: [...installedProgram, 'AppleMobileDeviceService.exe', 'mDNSResponder.exe'],
    services: {
      ...desktopServices,
      'Apple Mobile Device Service': ['stopped', 'disabled'],
      'Bonjour Service': ['stopped', 'automatic'],
    },
  })

  test('why not, whether that is as it should be, and the one thing to do', async () => {
    const { details } = await openOn(/^AppleMobileDeviceService/, stopped, { list: 'apple' })
    expect(
      details.getByText(/so Windows never starts it\. That is not as it should be\./),
    ).toBeTruthy()
    expect(details.getByRole('button', { name: /^Open Services/ })).toBeTruthy()
    cleanup()
    const other = await openOn(/^AppleMobileBackup/, stopped, { list: 'apple' })
    expect(other.details.getByText(/That is normal\.$/)).toBeTruthy()
    expect(titles(other.details)).not.toContain('Why does it use this memory?')
  })
})

describe('the file', () => {
  const path =
    'C:\\Program Files\\Common Files\\Apple\\Mobile Device Support\\AppleMobileDeviceService.exe'

  test('is copied and shown in its folder', async () => {
    const { user, bridge, details } = await openPc('AppleMobileDeviceService.exe', [device])
    await user.click(details.getByText('File, signature, how it runs'))
    await user.click(details.getByRole('button', { name: 'Copy', hidden: true }))
    expect(bridge.copyText).toHaveBeenCalledExactlyOnceWith(path)
    await user.click(details.getByRole('button', { name: 'Show in folder', hidden: true }))
    expect(bridge.showFile).toHaveBeenCalledExactlyOnceWith(device.pid)
  })

  test('on another computer is not opened, and the reason is told', async () => {
    const { user, bridge, details } = await openPc('AppleMobileDeviceService.exe', [device])
    bridge.showFile.mockResolvedValue(failure({ code: 'network-path', detail: '' }))
    await user.click(details.getByText('File, signature, how it runs'))
    await user.click(details.getByRole('button', { name: 'Show in folder', hidden: true }))
    expect(await screen.findByText(/^The file is on another computer/)).toBeTruthy()
  })
})

describe('starting with Windows', () => {
  async function told(
    startsAtLogon: readonly RunEntry[],
    { name = 'iTunesHelper.exe', language = 'en' }: { name?: string; language?: Language } = {},
  ) {
    const inspection = inspectionOfPc({ running: genuineHelpers, startsAtLogon })
    const { details } = await openOn(new RegExp(`^${name},`), inspection, { language })
    return factIn(details, wordsIn(language).t('autostart.label'))
  }

  test('an entry that is on says yes, and which entry it is', async () => {
    expect(await told([runEntry()])).toBe(
      'YesFor all users, entry “iTunesHelper”: "C:\\Program Files\\iTunes\\iTunesHelper.exe"',
    )
  })

  test('one that is off says since when; none is said to be none; unread is said with its reason', async () => {
    expect(await told([runEntry({ startupSwitch: switchedOff() })])).toMatch(
      /^Disabled in Task Manager since 3 May 2026/,
    )
    cleanup()
    expect(await told([])).toBe('No entry')
    cleanup()
    expect(await told([runEntry({ startupSwitch: failed('unreadable') })])).toMatch(
      /^Not known: what Windows has stored about it could not be read/,
    )
    cleanup()
    expect(await told([], { name: 'AppleMobileDeviceService.exe' })).toBeUndefined()
  })

  test.each(supportedLanguages)('is told in %s', async (language) => {
    const text = await told([runEntry({ startupSwitch: switchedOff() })], { language })
    expect(text).toContain('2026')
    expect(text).not.toMatch(/autostart\.|\{\{/)
  })
})

describe('certificates that are not on this PC', () => {
  const incomplete = {
    ...signedBy('Apple Inc.'),
    ...({ verdict: 'untrusted-root', code: 0x800b010a } as const),
  }
  const open = (language: Language = 'en') =>
    openPc('AppleMobileDeviceService.exe', [{ ...device, signature: known(incomplete) }], {
      language,
    })
  const offer = { name: 'Check once with the internet' }

  test.each(supportedLanguages)('offer one check with the internet, in %s', async (language) => {
    const { details, bridge } = await open(language)
    const { t } = wordsIn(language)
    expect(details.getByText(t('processes.online.hint'))).toBeTruthy()
    expect(details.getByRole('button', { name: t('processes.online.offer') })).toBeTruthy()
    expect(bridge.checkOnline).not.toHaveBeenCalled()
  })

  test.each([
    [/^Checked\./, success(known(signedBy('Apple Inc.')))],
    [/^The certificates could still not all be checked/, success(known(incomplete))],
    [/^The check with the internet failed: .+\.$/, success(failed('timeout'))],
    [/^The check with the internet failed/, failure({ code: 'internal', detail: 'x' } as const)],
  ])('are asked about once, when somebody clicks: %s', async (said, answer) => {
    const { details, user, bridge } = await open()
    bridge.checkOnline.mockResolvedValueOnce(answer)
    await user.click(details.getByRole('button', offer))
    expect(bridge.checkOnline.mock.calls).toEqual([[device.pid]])
    expect(await details.findByText(said)).toBeTruthy()
  })

  test('nothing of that where nothing is missing', async () => {
    const { details } = await openPc('AppleMobileDeviceService.exe', genuineHelpers)
    expect(details.queryByRole('button', offer)).toBeNull()
  })
})
