/** States of Apple Mobile Device Service from the field, through the command line. */
import { describe, expect, test } from 'vitest'
import type { Sources } from '../../../electron/sources/sources.ts'
import type { ServiceState, ServiceStartType } from '../../../shared/model/service.ts'
import { known } from '../../../shared/model/probe.ts'
import { reportSchema } from '../../../shared/report/schema/report-schema.ts'
import { listed, listing } from '../../fixtures/listed.ts'
import { runCli } from '../../fixtures/run-cli.ts'
import { windowsPc } from '../../fixtures/sources.ts'

const keyName = 'Apple Mobile Device Service'

interface State {
  readonly state: ServiceState
  readonly startType?: ServiceStartType
  readonly account?: string
  readonly isThere?: boolean
  readonly exit?: readonly [code: number, ownCode: number]
  /** When its process began, where it has one. */
  readonly startedAtUtc?: string
}

function pcWith({
  state,
  startType = 'automatic',
  account = 'LocalSystem',
  isThere = true,
  exit,
  startedAtUtc,
}: State): Sources {
  // prettier-ignore
  const pid = startedAtUtc === undefined ? null : 2204
  const processes =
    startedAtUtc === undefined
      ? []
      : [listed(2204, 'AppleMobileDeviceService.exe', { startedAtUtc: known(startedAtUtc) })]
  const lastExit = exit === undefined ? undefined : { code: exit[0], ownCode: exit[1] }
  return windowsPc(listing(processes), {
    services: () =>
      Promise.resolve(known([{ keyName, displayName: keyName, state, pid, lastExit }])),
    serviceConfigurations: (names) =>
      Promise.resolve(
        names.map(() =>
          known({ startType, imagePath: '"C:\\x\\AppleMobileDeviceService.exe"', account }),
        ),
      ),
    isServiceProgramThere: () => Promise.resolve(known(isThere)),
    isInstalled: ({ id }) =>
      Promise.resolve(known(isThere && id === 'apple-mobile-device-service')),
  })
}

async function told(state: State) {
  const { exitCode, stdout } = await runCli(['--format', 'json'], pcWith(state))
  const report = reportSchema.parse(JSON.parse(stdout))
  const findings = report.findings.filter(({ code }) => code.startsWith('service-'))
  return { exitCode, findings, services: report.services ?? [], text: findings[0]?.text ?? '' }
}

describe('Apple Mobile Device Service', () => {
  test.each([
    ['S1: set to Manual and stopped', { state: 'stopped', startType: 'manual' }, 'service-manual', /set to Manual.*Apple sets it to Automatic/], // prettier-ignore
    ['S3: paused, without a process', { state: 'paused' }, 'service-paused', /is paused/],
    ['paused, with its process', { state: 'paused', startedAtUtc: '2026-11-22T19:00:00.000Z' }, 'service-paused', /is paused/], // prettier-ignore
    ['S4: its file gone', { state: 'stopped', isThere: false }, 'service-file-gone', /gone, so starting it cannot work/], // prettier-ignore
    ['S6: ended with 1067', { state: 'stopped', exit: [1067, 0] }, 'service-stopped', /exit code 1067/], // prettier-ignore
    ['stopped with an error of its own', { state: 'stopped', exit: [1066, 42] }, 'service-stopped', /of its own: 42/], // prettier-ignore
    ['never started', { state: 'stopped', exit: [1077, 0] }, 'service-stopped', /has not been started since/], // prettier-ignore
    ['disabled', { state: 'stopped', startType: 'disabled' }, 'service-disabled', /is disabled/],
    ['set up for another account', { state: 'stopped', account: '.\\anna' }, 'service-account-changed', /another account/], // prettier-ignore
    ['starting for an hour', { state: 'start-pending', startedAtUtc: '2026-11-22T19:00:00.000Z' }, 'service-hanging', /does not get any further/], // prettier-ignore
  ] as const)('%s has its own sentence', async (_what, state, code, words) => {
    const { exitCode, findings, text } = await told(state)
    expect(findings.map((finding) => finding.code)).toEqual([code])
    expect(text).toMatch(words)
    expect(exitCode).toBe(1)
  })

  test.each([
    ['just starting', { state: 'start-pending', startedAtUtc: '2026-11-22T19:59:50.000Z' }, 'service-starting'], // prettier-ignore
    ['starting, without a process yet', { state: 'start-pending' }, 'service-starting'],
    ['stopping', { state: 'stop-pending', startedAtUtc: '2026-11-22T19:00:00.000Z' }, 'service-stopping'], // prettier-ignore
  ] as const)('%s is told, and asks for nothing yet', async (_what, state, code) => {
    const { exitCode, findings } = await told(state)
    expect(findings).toMatchObject([{ code, severity: 'info' }])
    expect(exitCode).toBe(0)
  })

  test.each(['LocalSystem', 'NT AUTHORITY\\SYSTEM', '.\\LocalSystem', ''])(
    'as Windows writes Apple’s account, “%s”, has no other one',
    async (account) => {
      const { findings } = await told({ state: 'stopped', account })
      expect(findings.map(({ code }) => code)).toEqual(['service-stopped'])
    },
  )

  test('that runs is no finding', async () => {
    const { findings } = await told({ state: 'running', startedAtUtc: '2026-11-22T19:00:00.000Z' })
    expect(findings).toEqual([])
  })

  test('keeps how it ended in the report and shows it in text and page, and a saved report says the same', async () => {
    const state: State = { state: 'stopped', exit: [1067, 0], isThere: true }
    const { services } = await told(state)
    const [service] = services.filter((one) => one.keyName === keyName)
    expect(service?.listed).toMatchObject({ value: { lastExit: { code: 1067, ownCode: 0 } } })
    for (const format of ['text', 'html']) {
      const { stdout } = await runCli(['--format', format], pcWith(state))
      expect(stdout.replace(/\s+/g, ' ')).toContain('exit code 1067')
    }
  })
})
