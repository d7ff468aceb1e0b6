// @vitest-environment happy-dom
import { act, cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { ConnectionsView } from '../../../renderer/connections/ConnectionsView.tsx'
import type { Checked } from '../../../renderer/inspection/use-shown-findings.ts'
import { useLocalConnections } from '../../../renderer/inspection/use-local-connections.ts'
import { WordsContext } from '../../../renderer/text/words-context.ts'
import { judgeHosts } from '../../../shared/connections/judge-hosts.ts'
import {
  allFindings,
  judgeCheck,
  judgeLook,
} from '../../../shared/judge/findings/connection-findings.ts'
import { parseHosts } from '../../../shared/connections/parse-hosts.ts'
import type { Answer } from '../../../shared/ipc/channels.ts'
import { failure, success } from '../../../shared/model/result.ts'
import type { ConnectionsLook } from '../../../shared/connections/connections-look.ts'
import type { ConnectionCheck, ConnectionProgress } from '../../../shared/model/connection.ts'
import { denied, known } from '../../../shared/model/probe.ts'
import type { Language } from '../../../shared/text/languages.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { inspectionOf } from '../fake-bridge.ts'
import {
  certificate,
  checkOf,
  connectionsBridge,
  emptyLook,
  endpoints,
  result,
  trial,
  wholeCheck,
} from './made-up-check.ts'

afterEach(cleanup)

function View({
  bridge,
  onOpenSource,
}: Pick<Parameters<typeof ConnectionsView>[0], 'bridge' | 'onOpenSource'>) {
  const local = useLocalConnections(bridge, undefined, true)
  const [checked, setChecked] = useState<Checked>()
  return (
    <ConnectionsView
      bridge={bridge}
      local={local}
      findings={[
        ...(local.state.state === 'ready' ? judgeLook(local.state.value, []) : []),
        ...(checked === undefined ? [] : judgeCheck(checked.check, checked.endpoints)),
      ]}
      onChecked={setChecked}
      onOpenSource={onOpenSource}
    />
  )
}

/** Every group of servers, with all its rows. */
async function openAllServers(user: ReturnType<typeof userEvent.setup>) {
  const groups = () => within(screen.getByRole('region', { name: /^Servers, by what/ }))
  for (const group of groups().getAllByRole('button', { expanded: false })) {
    if (group.closest('h3') !== null) await user.click(group)
  }
  for (const more of groups().queryAllByRole('button', { name: /^Show \d+ more/ })) {
    await user.click(more)
  }
}

async function openView(bridge = connectionsBridge(), language: Language = 'en') {
  const onOpenSource = vi.fn()
  const view = render(
    <WordsContext value={wordsIn(language)}>
      <View bridge={bridge} onOpenSource={onOpenSource} />
    </WordsContext>,
  )
  await screen.findAllByRole('table')
  const user = userEvent.setup()
  return { bridge, onOpenSource, user, ...view }
}

const asked = endpoints.filter(({ fate }) => fate.state !== 'gone').length
const checkButton = () => screen.getByRole('button', { name: 'Check connections' })
const rowOf = (pattern: string) =>
  screen.getByRole('row', { name: new RegExp(`^${pattern.replaceAll('.', '\\.')}`) })

/** A check that the test ends by hand, with messages before that. */
function checkByHand(bridge: ReturnType<typeof connectionsBridge>) {
  let end: (answer: Answer<'checkConnections'>) => void = () => undefined
  let tell: (progress: ConnectionProgress) => void = () => undefined
  bridge.checkConnections.mockImplementation(
    () =>
      new Promise((resolve) => {
        end = resolve
      }),
  )
  bridge.onConnectionsProgress.mockImplementation((listener) => {
    tell = listener
    return () => undefined
  })
  return {
    end: (answer: Answer<'checkConnections'>) =>
      act(async () => {
        end(answer)
        await Promise.resolve()
      }),
    tell: (progress: ConnectionProgress) =>
      act(() => {
        tell(progress)
      }),
  }
}

describe('before the first check', () => {
  test('says what will happen, looks at this PC, and connects to nothing', async () => {
    const { bridge, user } = await openView()
    await openAllServers(user)
    expect(screen.getByText(new RegExp(`connects to ${asked} servers.*30 seconds`))).toBeTruthy()
    await screen.findByText('No line of the hosts file affects Apple.')
    const others = screen.getAllByRole('button').filter((button) => button !== checkButton())
    expect(others.length).toBeGreaterThan(40)
    act(() => {
      for (const button of others) button.click()
    })
    expect(bridge.checkConnections).not.toHaveBeenCalled()
  })

  test('this PC is shown as on its way until the look has come', async () => {
    const bridge = connectionsBridge()
    bridge.lookAtConnections.mockReturnValue(new Promise(() => undefined))
    await openView(bridge)
    expect(screen.getByRole('region', { name: 'On this PC' }).getAttribute('aria-busy')).toBe(
      'true',
    )
    expect(screen.queryByText('No line of the hosts file affects Apple.')).toBeNull()
  })

  test('a list of servers that cannot be had is a failure with another try', async () => {
    const bridge = connectionsBridge()
    bridge.describeConnections.mockResolvedValueOnce(failure({ code: 'internal', detail: 'x' }))
    render(<View bridge={bridge} onOpenSource={vi.fn()} />)
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }))
    await screen.findByRole('button', { name: /^Certificates/ })
  })
})

describe('a check', () => {
  test('counts, fills rows as they come, can be cancelled, and keeps the keyboard in place', async () => {
    const bridge = connectionsBridge()
    const hand = checkByHand(bridge)
    const { user } = await openView(bridge)
    await user.click(checkButton())
    hand.tell({ targetId: 'gs', step: 'done', result: result('gs'), done: 7, total: 42 })
    hand.tell({ targetId: 'mesu', step: 'name', done: 7, total: 42 })
    await openAllServers(user)
    expect(screen.getByText('7 of 42')).toBeTruthy()
    expect(within(rowOf('gs.apple.com')).getByText('Reached')).toBeTruthy()
    expect(within(rowOf('mesu.apple.com')).getByText('Checking')).toBeTruthy()
    expect(within(rowOf('xp.apple.com')).getByText('Waiting')).toBeTruthy()
    const cancel = screen.getByRole('button', { name: 'Cancel' })
    await user.click(cancel)
    expect(document.activeElement).toBe(cancel)
    expect(bridge.cancelConnections).toHaveBeenCalledTimes(1)
    await hand.end(success(checkOf([result('gs'), result('mesu', 'cancelled')])))
    expect(within(rowOf('mesu.apple.com')).getByText('Cancelled')).toBeTruthy()
    expect(document.activeElement?.textContent).toBe('Check again')
    expect(screen.getByRole('button', { name: 'Check the rest (1)' })).toBeTruthy()
  })

  test('is told once when it has ended, and never while it runs', async () => {
    const bridge = connectionsBridge()
    const hand = checkByHand(bridge)
    const { user } = await openView(bridge)
    const told = () => screen.queryByText(/^The check has ended/)
    await user.click(checkButton())
    hand.tell({ targetId: 'gs', step: 'done', result: result('gs'), done: 1, total: 42 })
    expect(told()).toBeNull()
    await hand.end(success(wholeCheck()))
    expect(told()?.getAttribute('role')).toBe('status')
  })

  test('tries again only what failed, and never what Apple has given up', async () => {
    const bridge = connectionsBridge()
    const check = wholeCheck({ gs: 'timed-out' })
    bridge.checkConnections.mockResolvedValue(
      success(checkOf([...check.targets, result('deimos3', 'timed-out')])),
    )
    const { user } = await openView(bridge)
    await user.click(checkButton())
    await user.click(await screen.findByRole('button', { name: 'Try the failed ones again (1)' }))
    expect(bridge.checkConnections.mock.calls).toEqual([[null], [['gs']]])
    await openAllServers(user)
    expect(within(rowOf('deimos3.apple.com')).getByText('No answer, as expected')).toBeTruthy()
  })

  test('marks the broken link of the way with a word', async () => {
    const bridge = connectionsBridge()
    const none = wholeCheck().targets.map(({ id }) => result(id, 'no-network'))
    bridge.checkConnections.mockResolvedValue(success(checkOf(none, { hasNetwork: false })))
    const { user } = await openView(bridge)
    await user.click(checkButton())
    const way = screen.getByRole('list', { name: 'The connection from this PC to Apple' })
    await within(way).findByText('Fails here')
    const words = within(way)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent)
    expect(words).toEqual(['This PC', 'Fails here', 'Internet', 'Not tried', 'Apple'])
  })

  test('that cannot be made says so and offers another try', async () => {
    const bridge = connectionsBridge()
    bridge.checkConnections.mockRejectedValueOnce(new Error('gone'))
    bridge.checkConnections.mockResolvedValueOnce(success(wholeCheck()))
    const { user } = await openView(bridge)
    await user.click(checkButton())
    await user.click(await screen.findByRole('button', { name: 'Try again' }))
    await screen.findByText(new RegExp(`${asked} of ${asked} servers reached`))
  })

  test('ends with the view: nothing goes on connecting behind it', async () => {
    const bridge = connectionsBridge()
    checkByHand(bridge)
    const { user, unmount } = await openView(bridge)
    unmount()
    expect(bridge.cancelConnections).not.toHaveBeenCalled()
    await openView(bridge)
    await user.click(checkButton())
    cleanup()
    expect(bridge.cancelConnections).toHaveBeenCalledTimes(1)
  })
})

describe('the details of a server', () => {
  test('tell every step, the certificate, and open its sources', async () => {
    const bridge = connectionsBridge()
    const hostile = certificate({
      issuer: { commonName: 'a\u202eb', organization: 'x'.repeat(5_000) },
    })
    const seen = trial('intercepted')
    const steps = {
      ...seen.steps,
      certificate: { state: 'known', value: hostile, elapsedMs: 1 } as const,
    }
    bridge.checkConnections.mockResolvedValue(
      success(checkOf([result('gs', 'intercepted', { trials: [{ ...seen, steps }] })])),
    )
    const { user, onOpenSource } = await openView(bridge)
    await user.click(checkButton())
    await screen.findByText(/servers reached/)
    await openAllServers(user)
    const toggle = screen.getByRole('button', { name: 'gs.apple.com', expanded: false })
    toggle.focus()
    await user.keyboard('{Enter}')
    expect(screen.getByText('17.1.2.3 (IPv4) · 12 ms')).toBeTruthy()
    expect(screen.getByText('TLSv1.3 · 12 ms')).toBeTruthy()
    const issuer = screen.getByText(/^Issued by:/).textContent
    expect(issuer).toContain('a⟨U+202E⟩b')
    expect(issuer.length).toBeLessThan(400)
    const details = screen.getByText(': gs.apple.com').closest('details')
    await user.click(within(details!).getByText('Where this comes from'))
    await user.click(within(details!).getAllByRole('link', { hidden: true })[0]!)
    expect(onOpenSource).toHaveBeenCalledTimes(1)
    await user.click(screen.getByRole('button', { name: 'gs.apple.com', expanded: true }))
    expect(screen.queryByText('TLSv1.3 · 12 ms')).toBeNull()
  })

  test('offer to try alone a server that the check leaves out', async () => {
    const bridge = connectionsBridge()
    bridge.checkConnections.mockResolvedValue(
      success(checkOf([result('deimos3', 'name-not-found')])),
    )
    const { user } = await openView(bridge)
    await openAllServers(user)
    await user.click(screen.getByRole('button', { name: 'deimos3.apple.com' }))
    await user.click(screen.getByRole('button', { name: 'Try this server' }))
    expect(bridge.checkConnections.mock.calls).toEqual([[['deimos3']]])
    await within(rowOf('deimos3.apple.com')).findByText('No answer, as expected')
    expect(checkButton()).toBeTruthy()
  })

  test('only the group with a failure is open, and in it only what failed', async () => {
    const bridge = connectionsBridge()
    bridge.checkConnections.mockResolvedValue(success(wholeCheck({ gs: 'refused' })))
    const { user } = await openView(bridge)
    await user.click(checkButton())
    await screen.findByRole('button', { name: 'gs.apple.com' })
    const restoring = screen.getByRole('button', { name: /^Updating and restoring a device/ })
    expect(restoring.getAttribute('aria-expanded')).toBe('true')
    expect(restoring.textContent).toMatch(/(\d+) of (\d+) reached/)
    expect(screen.queryByRole('button', { name: 'mesu.apple.com' })).toBeNull()
    expect(screen.getByRole('button', { name: /^Certificates/, expanded: false })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: /^Show \d+ more servers/ }))
    expect(screen.getByRole('button', { name: 'mesu.apple.com' })).toBeTruthy()
    await user.click(restoring)
    expect(screen.queryByRole('button', { name: 'gs.apple.com' })).toBeNull()
  })
})

describe('what is wrong', () => {
  test('is a finding with one action, told once, and a faultless check is none', async () => {
    const bridge = connectionsBridge()
    const slow = wholeCheck().targets.map(({ id }) => result(id, 'certificate-not-yet-valid'))
    bridge.checkConnections.mockResolvedValueOnce(
      success(checkOf(slow, { overall: 'clock-wrong' })),
    )
    bridge.checkConnections.mockResolvedValueOnce(success(wholeCheck()))
    const { user } = await openView(bridge)
    await user.click(checkButton())
    const title = 'The clock on this PC seems to be wrong'
    const card = within(await screen.findByRole('article', { name: title }))
    expect(card.getAllByRole('button', { name: /^Open/ })).toHaveLength(1)
    expect(screen.getAllByRole('heading', { name: title })).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: 'Check again' }))
    await screen.findByRole('heading', { name: "This PC can reach Apple's servers" })
    expect(screen.queryByRole('article', { name: title })).toBeNull()
  })

  test('one line of the hosts file is one finding, although a server fails by it', () => {
    const check = wholeCheck({ gs: 'hosts-file' })
    const inspection = inspectionOf({})
    const hostsFile = known({
      path: 'hosts',
      entryCount: 1,
      findings: judgeHosts(parseHosts('127.0.0.1 gs.apple.com\n')),
      omittedLineCount: 0,
    })
    const codes = (over: ConnectionCheck, look: ConnectionsLook) =>
      allFindings(inspection, { look, check: over }, endpoints).map(({ code }) => code)
    expect(codes(check, { ...emptyLook, hostsFile })).toEqual(['hosts-line'])
    expect(codes(check, emptyLook)).toEqual(['connections'])
    const more = wholeCheck({ gs: 'hosts-file', mesu: 'refused' })
    expect(codes(more, { ...emptyLook, hostsFile })).toEqual(['hosts-line', 'connections'])
  })
})

describe('this PC', () => {
  test('lines of the hosts file tell what they do, which errors they cause and how to undo them', async () => {
    const bridge = connectionsBridge()
    const findings = judgeHosts(parseHosts('74.208.105.171 gs.apple.com\n'))
    const path = String.raw`C:\Windows\System32\drivers\etc\hosts`
    bridge.lookAtConnections.mockResolvedValue(
      success({
        ...emptyLook,
        hostsFile: known({ path, entryCount: 1, findings, omittedLineCount: 0 }),
      }),
    )
    const { user } = await openView(bridge)
    const hosts = within(await screen.findByRole('region', { name: 'Hosts file' }))
    expect(
      await hosts.findByText(/redirects Apple's signing server to 74\.208\.105\.171/),
    ).toBeTruthy()
    expect(hosts.getByText(/^Error numbers this can cause: .*3194/)).toBeTruthy()
    expect(hosts.getByText(/^3194: Apple's signing server/)).toBeTruthy()
    expect(hosts.getByText(/Open Notepad as an administrator.*Put # in front/)).toBeTruthy()
    await user.click(hosts.getByRole('button', { name: 'Copy the path' }))
    expect(bridge.copyText).toHaveBeenCalledWith(path)
    expect(await hosts.findByText('Copied.')).toBeTruthy()
  })

  test('what cannot be read is not called fine', async () => {
    const bridge = connectionsBridge()
    const hostsFile = denied('needs-admin')
    bridge.lookAtConnections.mockResolvedValue(
      success({ ...emptyLook, hostsFile, firewall: denied('needs-admin') }),
    )
    await openView(bridge)
    await screen.findByText(/hosts file could not be read: only an administrator/)
    expect(
      screen.getByText(/The rules of Windows Firewall could not be read: only an admin/),
    ).toBeTruthy()
  })
})

test('the whole view speaks Swedish', async () => {
  await openView(connectionsBridge(), 'sv')
  expect(screen.getByRole('button', { name: 'Kontrollera anslutningarna' })).toBeTruthy()
})
