// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { failure, success } from '../../../shared/model/result.ts'
import type { Finding } from '../../../shared/model/finding.ts'
import type { InstalledPackage, PcFacts } from '../../../shared/model/pc-facts.ts'
import { denied, known } from '../../../shared/model/probe.ts'
import type { Language } from '../../../shared/text/languages.ts'
import { pcFacts } from '../../fixtures/pc-facts.ts'
import { fakeBridge, inspectionOf } from '../fake-bridge.ts'
import { cleanWindow, openWindow } from '../open-window.tsx'
import { service } from './made-up-services.ts'

cleanWindow()

const disabled: Finding = {
  code: 'service-disabled',
  severity: 'attention',
  subject: 'AppleMobileDeviceService.exe',
}
const odd = '\u202Eexe.slaf ⟨b⟩<b>'

const apples = [
  service('Bonjour Service', {}, { hasTrigger: true }),
  service(
    'Apple Mobile Device Service',
    { state: known('stopped'), pid: null, lastExit: known({ code: 1066, ownCode: 7 }) },
    {
      ...{ startType: 'disabled', imagePath: 'C:\\Program Files\\a b\\c.exe -x' },
      program: 'C:\\Program Files\\a b\\c.exe',
      earlierPrograms: [{ path: 'C:\\Program.exe', isThere: true }],
      dependsOn: [
        { keyName: 'Tcpip', state: known('running') },
        { keyName: 'gone', state: known(null) },
      ],
      recovery: ['restart', 'restart', 'none'],
    },
  ),
]

const pcPackage: InstalledPackage = {
  ...{ id: 'itunes', name: '', bits: 64, hive: 'HKLM', folder: null, version: null },
  ...{ fileVersion: null, isFolderThere: known(null) },
}

interface Shown {
  readonly findings?: readonly Finding[]
  readonly language?: Language
}

async function open(facts: Partial<PcFacts> = {}, { findings = [], language }: Shown = {}) {
  const bridge = fakeBridge(language)
  bridge.runInspection.mockResolvedValue(success(inspectionOf({}, { findings })))
  bridge.readPcFacts.mockResolvedValue(success({ ...pcFacts, services: known(apples), ...facts }))
  bridge.openTool.mockResolvedValue(success(null))
  return openWindow(bridge, 'services')
}

describe('a disabled service', () => {
  test('is told first with one thing to do, and its row stands first', async () => {
    const { user, bridge } = await open({}, { findings: [disabled] })
    const finding = await screen.findByRole('article', { name: /is disabled/ })
    expect(within(finding).getByText('Attention')).toBeTruthy()
    await user.click(within(finding).getByRole('button', { name: /^Open Services/ }))
    expect(bridge.openTool).toHaveBeenCalledWith('services')
    await user.click(within(finding).getByRole('button', { name: /^Copy command/ }))
    expect(bridge.copyText).toHaveBeenCalledWith(expect.stringMatching(/^sc config "Apple Mobile/))
    expect(await within(finding).findByText(/^Copied/)).toBeTruthy()
    const table = await screen.findByRole('table', { name: /Apple's services/ })
    const [, first] = within(table).getAllByRole('row')
    expect(first?.textContent).toMatch(
      /^Apple Mobile Device ServiceStoppedDisabledLocal System.*Attention$/,
    )
  })

  test('that Windows cannot open a tool for says so', async () => {
    const { user, bridge } = await open({}, { findings: [disabled] })
    bridge.openTool.mockResolvedValue(failure({ code: 'cannot-open', detail: '' }))
    const finding = await screen.findByRole('article', { name: /is disabled/ })
    await user.click(within(finding).getByRole('button', { name: /^Open Services/ }))
    expect(await within(finding).findByText(/could not open it/)).toBeTruthy()
  })
})

test('a service opens by keyboard and tells how it is set up', async () => {
  const { user } = await open()
  const toggle = await screen.findByRole('button', {
    name: 'Details of Apple Mobile Device Service',
  })
  expect(toggle.getAttribute('aria-expanded')).toBe('false')
  toggle.focus()
  await user.keyboard('{Enter}')
  expect(toggle.getAttribute('aria-expanded')).toBe('true')
  expect(screen.getByText('C:\\Program Files\\a b\\c.exe -x')).toBeTruthy()
  expect(screen.getByText('C:\\Program.exe')).toBeTruthy()
  expect(screen.getByText('Tcpip (Running), gone (not on this PC)')).toBeTruthy()
  expect(screen.getByText('restart the service, restart the service, take no action')).toBeTruthy()
  expect(screen.getByText(/error code of its own: 7/)).toBeTruthy()
})

test('what starts with Windows, installations and the driver stand beside, with what could not be read', async () => {
  await open({
    packages: known([
      { ...pcPackage, name: 'iTunes', version: '12.13.4', fileVersion: '12.13.4.4' },
      { ...pcPackage, name: 'Apple Mobile Device Support', bits: 32, isFolderThere: known(false) },
    ]),
  })
  const startup = await screen.findByRole('list', { name: 'Starts with Windows' })
  expect(within(startup).getByText(/^Disabled since 1 October 2026$/)).toBeTruthy()
  expect(within(startup).getByText('At sign-in, for all users · iTunesHelper.exe')).toBeTruthy()
  expect(screen.getByText(/^Scheduled task: not known/)).toBeTruthy()
  const installed = screen.getByRole('table', { name: 'Apple programs on this PC' })
  expect(within(installed).getByRole('row', { name: 'iTunes 12.13.4' })).toBeTruthy()
  expect(within(installed).getByText('Its folder is not there.')).toBeTruthy()
  expect(within(installed).getByText(/Support \(32-bit\)/)).toBeTruthy()
  const usb = screen.getByRole('list', { name: 'USB driver and devices' })
  expect(within(usb).getByText('iPhone, connected now')).toBeTruthy()
  expect(within(usb).getByText('Works')).toBeTruthy()
})

test('what could not be read says why, and is never an empty list', async () => {
  const why = denied('needs-admin')
  await open({ services: why, packages: why, devices: why, drivers: why })
  expect(await screen.findAllByText(/^Not known: /)).toHaveLength(4)
  expect(screen.queryByText(/No Apple service/)).toBeNull()
})

test('text of the system cannot hide or turn anything', async () => {
  await open({
    services: known([service('x', { displayName: odd, description: odd })]),
    startup: {
      read: [],
      items: pcFacts.startup.items.map((item) => ({ ...item, name: odd, target: odd })),
    },
  })
  await screen.findByRole('table', { name: /Apple's services/ })
  expect(document.body.textContent).not.toContain('\u202E')
  expect(document.body.textContent).toContain('⟨U+202E⟩exe')
})

test('the view is whole in another language', async () => {
  await open({}, { findings: [disabled], language: 'sv' })
  expect(await screen.findByRole('table', { name: /Apples tjänster/ })).toBeTruthy()
  expect(screen.getByText('Automatisk (utlösarstart)')).toBeTruthy()
  expect(screen.getByRole('button', { name: /^Öppna Tjänster/ })).toBeTruthy()
})

test('what could not be read at all says so, until another try works', async () => {
  const bridge = fakeBridge()
  bridge.readPcFacts.mockResolvedValue(failure({ code: 'internal', detail: 'the worker ended' }))
  const { user } = await openWindow(bridge, 'services')
  expect(await screen.findByText(/the worker ended/)).toBeTruthy()
  expect(screen.queryByText('Checking …')).toBeNull()
  bridge.readPcFacts.mockRejectedValue(new Error('nobody answers'))
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText(/nobody answers/)).toBeTruthy()
  bridge.readPcFacts.mockResolvedValue(success({ ...pcFacts, services: known(apples) }))
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('table', { name: /Apple's services/ })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
})
