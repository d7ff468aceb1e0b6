/** What does Connections show of an opened report: what the report holds, and nothing that needs the PC? */
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { watchedPorts } from '../../../shared/connections/watched-ports.ts'
import { judgeHosts } from '../../../shared/connections/judge-hosts.ts'
import { parseHosts } from '../../../shared/connections/parse-hosts.ts'
import type { OpenedReport } from '../../../shared/ipc/channels.ts'
import { success } from '../../../shared/model/result.ts'
import { denied, known } from '../../../shared/model/probe.ts'
import { inspectionOf } from '../fake-bridge.ts'
import { cleanWindow, goTo, openWindow } from '../open-window.tsx'
import { connectionsBridge, wholeCheck } from './made-up-check.ts'

cleanWindow()

const look: OpenedReport['look'] = {
  takenAtUtc: '2026-11-21T07:14:05.000Z',
  hostsFile: known({
    path: 'C:\\Windows\\System32\\drivers\\etc\\hosts',
    entryCount: 1,
    findings: judgeHosts(parseHosts('0.0.0.0 gs.apple.com\n')),
    omittedLineCount: 0,
  }),
  ports: watchedPorts.map((watched) => ({
    watched,
    verdict: 'nobody',
    isNormal: true,
    reason: null,
    owners: [],
    elsewhere: [],
    isProofOfLife: false,
  })),
  firewall: denied('needs-admin'),
}

async function openReport(held: Partial<OpenedReport>) {
  const bridge = connectionsBridge()
  bridge.runInspection.mockResolvedValue(success(inspectionOf({})))
  bridge.openFiles.mockResolvedValueOnce(success(null)).mockResolvedValueOnce(
    success({
      kind: 'report',
      id: 'report-1',
      name: 'KITCHEN',
      takenAtUtc: '2026-11-21T07:14:05.000Z',
      inspection: inspectionOf({}),
      notKnown: 0,
      saidThen: [],
      ...held,
    }),
  )
  const opened = await openWindow(bridge, 'connections')
  await opened.user.keyboard('{Control>}o{/Control}')
  await screen.findByRole('button', { name: /^KITCHEN/ })
  await goTo(opened.user, 'connections')
  await screen.findAllByRole('row')
  return { ...opened, view: within(await screen.findByRole('region', { name: 'Connections' })) }
}

test('the hosts file, the ports, the firewall and the check of the report are shown as they were recorded', async () => {
  const { user, bridge, view } = await openReport({
    look,
    check: wholeCheck({ updates: 'refused' }),
  })
  expect(view.getAllByText(/gs\.apple\.com/).length).toBeGreaterThan(0)
  expect(view.getByRole('heading', { name: 'Line 1 · Attention' })).toBeTruthy()
  expect(
    view.getByText(/^The rules of Windows Firewall could not be read: only an admin/),
  ).toBeTruthy()
  expect(view.getAllByText(/27015/).length).toBeGreaterThan(0)
  expect(view.getAllByText(/Checked 2\d Nov 2026/)).toHaveLength(2)
  expect(view.queryByRole('button', { name: 'Check again' })).toBeNull()

  const check = view.getByRole('button', { name: 'Check connections' })
  expect(check.getAttribute('aria-disabled')).toBe('true')
  const why = document.getElementById(check.getAttribute('aria-describedby') ?? '')
  expect(why?.textContent).toMatch(/^This needs the PC itself/)
  await user.click(check)
  expect(bridge.checkConnections).not.toHaveBeenCalled()
})

test('what it says of the hosts file is a finding of the report, not of this PC', async () => {
  const { user } = await openReport({ look })
  await goTo(user, 'overview')
  const overview = () => document.querySelector('.view[data-view="overview"]')?.textContent
  await waitFor(() => {
    expect(overview()).toMatch(/The hosts file comes between/)
  })
  await user.click(screen.getByRole('button', { name: 'Back to this PC' }))
  expect(overview()).toMatch(/./)
  expect(overview()).not.toMatch(/The hosts file comes between/)
})

test('a report without them says so, in place of the words about this PC', async () => {
  const { view } = await openReport({})
  expect(view.getAllByText('This report does not say.')).toHaveLength(2)
  expect(view.queryByText('No line of the hosts file affects Apple.')).toBeNull()
  expect(view.queryByText(/connects to \d+ servers/)).toBeNull()
})
