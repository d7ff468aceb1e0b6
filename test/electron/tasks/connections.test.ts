/** Does one check run at a time, tell its progress to whoever asked, and end when it is cancelled? */
import { describe, expect, test } from 'vitest'
import { openConnectionTasks } from '../../../electron/tasks/connections.ts'
import type { CheckOptions } from '../../../electron/network/check-connections.ts'
import type { NameAnswer } from '../../../electron/network/resolve.ts'
import { readEndpoints } from '../../../shared/catalogue/endpoints.ts'
import { readPorts } from '../../../shared/catalogue/ports.ts'
import type { ConnectionProgress } from '../../../shared/model/connection.ts'
import { connectionFacts, hostsFileOf, hostsText } from '../../fixtures/connections.ts'
import { inspectionsOf } from '../../fixtures/inspections.ts'
import { windowsPc } from '../../fixtures/sources.ts'

const ignore = () => {}

/** A name server that says no to every name, now or when it is told to. */
function connectionPc({ isSilent = false } = {}, more: Partial<CheckOptions> = {}) {
  const asked: string[] = []
  const waiting: (() => void)[] = []
  const notFound: NameAnswer = { ok: false, reason: 'name-not-found' }
  const connections = connectionFacts({ hostsFile: hostsFileOf(hostsText) })
  const sources = windowsPc(undefined, { connections })
  const opened = openConnectionTasks(sources, inspectionsOf(sources), {
    hasNetwork: () => true,
    resolve: (host, { signal }) => {
      asked.push(host)
      if (!isSilent) return Promise.resolve(notFound)
      return new Promise((resolve) => {
        waiting.push(() => resolve(notFound))
        signal.addEventListener('abort', () => resolve({ ok: false, reason: 'cancelled' }))
      })
    },
    ...more,
  })
  const isAsked = async (host: string) => {
    while (!asked.includes(host)) await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return { tasks: opened, asked, isAsked, answerAll: () => waiting.splice(0).forEach((go) => go()) }
}

describe('a check', () => {
  test('tries the names of the servers that were asked for, and no others', async () => {
    const { tasks: opened, asked } = connectionPc()
    const progress: ConnectionProgress[] = []
    const answer = await opened.check(['albert', 'digicert'], (one) => progress.push(one))
    expect(asked.sort()).toEqual([
      'albert.apple.com',
      'crl3.digicert.com',
      'crl4.digicert.com',
      'ocsp.digicert.com',
    ])
    if (!answer.ok) throw new Error(answer.failure.code)
    expect(answer.value.targets.map(({ id, symptom }) => [id, symptom])).toEqual([
      ['albert', 'name-not-found'],
      ['digicert', 'name-not-found'],
      ['digicert#2', 'name-not-found'],
      ['digicert#3', 'name-not-found'],
    ])
    expect(progress.filter(({ step }) => step === 'done')).toHaveLength(4)
    expect(progress.at(-1)).toMatchObject({ done: 4, total: 4 })
  })

  test('of all tries every server that Apple still lists', async () => {
    const { tasks: opened, asked } = connectionPc()
    await opened.check(null, ignore)
    const wanted = readEndpoints().filter(({ fate }) => fate.state !== 'gone')
    expect(new Set(asked)).toEqual(new Set(wanted.flatMap(({ names }) => names)))
  })

  test('knows what the hosts file answers', async () => {
    const answer = await connectionPc().tasks.check(['gs'], ignore)
    expect(answer).toMatchObject({
      value: { targets: [{ symptom: 'hosts-file', hostsLine: 3 }] },
    })
  })

  test('asks for the proxy of each server', async () => {
    const askedFor: string[] = []
    const { tasks: opened } = connectionPc(
      {},
      {
        proxyFor: (host, port) => {
          askedFor.push(`${host}:${port}`)
          return Promise.resolve({ notSupported: 'SOCKS5' })
        },
      },
    )
    const answer = await opened.check(['albert', 'crl'], ignore)
    expect(askedFor.sort()).toEqual(['albert.apple.com:443', 'crl.apple.com:80'])
    expect(answer).toMatchObject({
      value: { targets: [{ notes: ['proxy-kind-not-supported'] }, {}] },
    })
  })

  test('that is asked for twice runs once, and both are told', async () => {
    const { tasks: opened, asked, isAsked, answerAll } = connectionPc({ isSilent: true })
    const told = [0, 0]
    const both = [0, 1].map((who) =>
      opened.check(['albert'], () => {
        told[who]! += 1
      }),
    )
    await isAsked('albert.apple.com')
    answerAll()
    const [first, second] = await Promise.all(both)
    expect(first).toEqual(second)
    expect(asked).toEqual(['albert.apple.com'])
    expect(told[0]).toBeGreaterThan(0)
    expect(told[0]).toBe(told[1])
  })

  test('gives way to one of other servers, never runs beside it', async () => {
    const { tasks: opened, asked, isAsked, answerAll } = connectionPc({ isSilent: true })
    const first = opened.check(['albert'], ignore)
    await isAsked('albert.apple.com')
    const second = opened.check(['gg'], ignore)
    expect(await first).toMatchObject({ value: { overall: 'cancelled' } })
    await isAsked('gg.apple.com')
    answerAll()
    expect(await second).toMatchObject({ value: { targets: [{ symptom: 'name-not-found' }] } })
    expect(asked).toEqual(['albert.apple.com', 'gg.apple.com'])
  })

  test('ends at once when it is cancelled, also while it is only beginning, and can be asked for again', async () => {
    const { tasks: opened, isAsked, answerAll } = connectionPc({ isSilent: true })
    const running = opened.check(['albert'], ignore)
    await isAsked('albert.apple.com')
    opened.cancel()
    expect(await running).toMatchObject({ value: { overall: 'cancelled' } })

    const beginning = opened.check(['albert'], ignore)
    opened.cancel()
    const again = opened.check(['albert'], ignore)
    expect(await beginning).toMatchObject({ value: { overall: 'cancelled' } })
    while ((await Promise.race([again, new Promise((go) => setTimeout(go, 20))])) === undefined) {
      answerAll()
    }
    expect(await again).toMatchObject({ value: { targets: [{ symptom: 'name-not-found' }] } })
    opened.cancel()
  })

  test('of nothing connects to nothing', async () => {
    const { tasks: opened, asked } = connectionPc()
    expect(await opened.check(['no-such-server'], ignore)).toMatchObject({
      value: { overall: 'nothing-to-check' },
    })
    expect(asked).toEqual([])
  })
})

test('a look reads this PC, and two at once share it', async () => {
  const { tasks: opened, asked } = connectionPc()
  const [first, second] = await Promise.all([opened.look(), opened.look()])
  expect(first).toBe(second)
  if (!first.ok) throw new Error(first.failure.code)
  expect(first.value.hostsFile.state).toBe('known')
  expect(asked).toEqual([])
  expect(await opened.look()).not.toBe(first)
})

test('a look starts no inspection beside the one that runs', async () => {
  let running = 0
  let most = 0
  const sources = windowsPc(undefined, { connections: connectionFacts() })
  const counted: typeof sources = {
    ...sources,
    list: async (asking) => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setTimeout(resolve, 20))
      running -= 1
      return sources.list(asking)
    },
  }
  const inspections = inspectionsOf(counted)
  const opened = openConnectionTasks(counted, inspections)
  inspections.startEarly()
  const [look, inspected] = await Promise.all([opened.look(), inspections.run(ignore)])
  expect([look.ok, inspected.ok, most]).toEqual([true, true, 1])
})

describe('what is kept for a report', () => {
  test('is the last look, and the check with what was tried again in its place', async () => {
    const { tasks: opened } = connectionPc()
    expect(opened.latest()).toEqual({})
    const look = await opened.look()
    await opened.check(['albert'], ignore)
    expect(opened.latest()).toEqual({ look: look.ok ? look.value : null })
    const whole = await opened.check(null, ignore)
    const again = await opened.check(['gs'], ignore)
    if (!whole.ok || !again.ok) throw new Error('no check')
    expect(again.value.targets).toHaveLength(whole.value.targets.length)
    expect(opened.latest()).toMatchObject({ check: again.value })
  })
})

test('the catalogue of servers and ports, and the error table, answer', async () => {
  const { tasks: opened } = connectionPc()
  expect(await opened.describe()).toEqual({
    ok: true,
    value: { endpoints: readEndpoints(), ports: readPorts() },
  })
  const found = await opened.findErrors('iTunes error 3194')
  expect(found).toMatchObject({
    ok: true,
    value: { matches: [{ codes: ['3194'], fit: 'exact' }], unknown: [] },
  })
  expect(await opened.findErrors('no number at all')).toEqual({
    ok: true,
    value: { matches: [], unknown: [] },
  })
})
