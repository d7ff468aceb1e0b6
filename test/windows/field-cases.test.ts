/** What the built command line says of services, Run entries and firewall rules as people had them, set up in a real system. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { copyFile, mkdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { listServices } from '../../electron/win32/processes/services.ts'
import type { ListedService, ServiceState } from '../../shared/model/service.ts'
import { runCommandLine } from './command-line.ts'
import { makeWorkplace, sleeper, type Workplace } from './programs.ts'
import { isWine } from './win32/programs.ts'

const run = promisify(execFile)

interface Finding {
  readonly code: string
  readonly severity: string
  readonly subject: string
  readonly text: string
}

let workplace: Workplace
before(async () => {
  workplace = await makeWorkplace()
})
after(() => workplace.tidy())

async function findings(): Promise<readonly Finding[]> {
  const file = join(workplace.folder, 'findings.json')
  const answer = await runCommandLine([
    ...['--lang', 'en', '--format', 'json', '--redact', 'no', '--output', file],
  ])
  assert.equal(answer.stderr, '')
  assert.ok(answer.exitCode === 0 || answer.exitCode === 1)
  return (JSON.parse(await readFile(file, 'utf8')) as { findings: Finding[] }).findings
}

const keyName = 'Apple Mobile Device Service'
const serviceFile = join(
  process.env['CommonProgramFiles'] ?? '',
  'Apple\\Mobile Device Support\\AppleMobileDeviceService.exe',
)

interface Case {
  readonly what: string
  readonly startType?: 'auto' | 'demand' | 'disabled'
  /** Argument of `service.c`. Without one it is not started. */
  readonly starts?: string
  readonly isGone?: boolean
  readonly state?: ServiceState
  readonly code: string
  readonly says: RegExp
}

const cases: readonly Case[] = [
  { what: 'disabled', startType: 'disabled', code: 'service-disabled', says: /is disabled, so/ },
  { what: 'set to Manual', startType: 'demand', code: 'service-manual', says: /set to Manual/ },
  {
    what: 'paused',
    starts: 'pauses',
    state: 'paused',
    code: 'service-paused',
    says: /is paused\.$/,
  },
  {
    what: 'stopped by an error of its own',
    starts: 'fails',
    state: 'stopped',
    code: 'service-stopped',
    says: /of its own: 42\.?/,
  },
  {
    what: 'never started',
    code: 'service-stopped',
    says: /has not been started since/,
  },
  {
    what: 'without its program file',
    isGone: true,
    code: 'service-file-gone',
    says: /is gone, so starting it cannot work/,
  },
]

async function ownService(): Promise<ListedService | undefined> {
  const listed = await listServices()
  assert.ok(listed.state === 'known')
  return listed.value.find((service) => service.keyName === keyName)
}

/** However long a busy machine takes. */
async function untilIs(wanted: (service: ListedService | undefined) => boolean): Promise<void> {
  while (!wanted(await ownService())) await delay(50)
}

async function stopAndDelete(): Promise<void> {
  await run('sc', ['stop', keyName]).catch(() => undefined)
  await run('sc', ['delete', keyName]).catch(() => undefined)
  await untilIs((service) => service === undefined)
}

// A PC's own services and rules are nobody's to write to: only those of a Wine prefix are.
const service = process.env['INSPECTOR_SERVICE']
if (isWine && service !== undefined) {
  for (const { what, startType = 'auto', starts, isGone = false, state, code, says } of cases) {
    test(`Apple's service, ${what}, gets its own sentence`, async () => {
      await mkdir(dirname(serviceFile), { recursive: true })
      await copyFile(service, serviceFile)
      const command = `"${serviceFile}" ${starts ?? ''}`.trim()
      await run('sc', ['create', keyName, 'binPath=', command, 'start=', startType])
      try {
        if (starts !== undefined) {
          // `sc` calls it a failure when the service does not go on running.
          await run('sc', ['start', keyName]).catch(() => undefined)
          await untilIs((one) => one?.state === state)
        }
        if (isGone) await rm(serviceFile)
        const found = (await findings()).filter((one) => one.code.startsWith('service-'))
        assert.deepEqual(
          found.map((one) => [one.code, one.severity, one.subject]),
          [[code, 'attention', 'AppleMobileDeviceService.exe']],
        )
        assert.match(found[0]?.text ?? '', says)
      } finally {
        await stopAndDelete()
        await rm(serviceFile, { force: true, maxRetries: 20, retryDelay: 100 })
      }
    })
  }

  test('a Run entry of the user under the name of Apple’s that starts a program of nobody’s in a user’s folder is a danger', async () => {
    const runKey = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run'
    const program = join(process.env['APPDATA'] ?? '', 'Process Inspector Test', 'iTunesHelper.exe')
    await mkdir(dirname(program), { recursive: true })
    await copyFile(sleeper, program)
    await run('reg', ['add', runKey, '/v', 'iTunesHelper', '/d', `"${program}" -x`, '/f'])
    try {
      const found = (await findings()).filter((one) => one.code.startsWith('autostart-'))
      assert.deepEqual(
        found.map((one) => [one.code, one.severity]),
        [['autostart-writable', 'danger']],
      )
      assert.ok(found[0]?.text.includes(program), found[0]?.text)
    } finally {
      await run('reg', ['delete', runKey, '/v', 'iTunesHelper', '/f'])
      await rm(dirname(program), { recursive: true })
    }
  })

  const rulesKey =
    'HKLM\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\FirewallRules'
  for (const [what, rule, says] of [
    [
      'the service',
      `Dir=Out|Svc=${keyName}|Name=by service`,
      /“by service”.*the service Apple Mobile/,
    ],
    [
      'a program by a variable',
      'Dir=In|App=%SystemDrive%\\Program Files\\iTunes\\iTunes.exe|Name=by variable',
      /“by variable”.*iTunes\.exe/,
    ],
    ['every program', 'Dir=Out|Protocol=6|RPort=443|Name=for all', /“for all”.*all programs/],
  ] as const) {
    test(`a firewall rule that blocks ${what} is a finding while it is there`, async () => {
      const text = `v2.30|Action=Block|Active=TRUE|${rule}|`
      await run('reg', ['add', rulesKey, '/v', '{inspector-test}', '/d', text, '/f'])
      const ours = async () => (await findings()).filter((one) => one.code === 'firewall-rule')
      try {
        const found = await ours()
        assert.deepEqual(
          found.map(({ severity }) => severity),
          ['attention'],
        )
        assert.match(found[0]?.text ?? '', says)
      } finally {
        await run('reg', ['delete', rulesKey, '/v', '{inspector-test}', '/f'])
      }
    })
  }

  test('a firewall that lets nothing out is told for each kind of network, and a policy goes before it', async () => {
    const own = rulesKey.replace('FirewallRules', 'PublicProfile')
    const policy = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\PublicProfile'
    const set = (key: string, number: string) =>
      run('reg', ['add', key, '/v', 'DefaultOutboundAction', '/t', 'REG_DWORD', '/d', number, '/f'])
    const unset = (key: string) =>
      run('reg', ['delete', key, '/v', 'DefaultOutboundAction', '/f']).catch(() => {})
    const ours = async () => (await findings()).filter((one) => one.code === 'firewall-outgoing')
    try {
      await set(own, '1')
      const found = await ours()
      assert.deepEqual(
        found.map(({ severity }) => severity),
        ['info'],
      )
      assert.match(found[0]?.text ?? '', /blocks every outgoing connection.*: Public\./)
      await set(policy, '0')
      assert.deepEqual(await ours(), [])
    } finally {
      await unset(own)
      await unset(policy)
    }
  })
}
