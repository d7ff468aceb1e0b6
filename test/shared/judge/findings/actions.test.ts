import { expect, test } from 'vitest'
import english from '../../../../assets/texts/en/program.json' with { type: 'json' }
import { readCatalogue } from '../../../../shared/catalogue/catalogue.ts'
import {
  actionById,
  actionOf,
  isActionId,
  readActions,
  type ActionId,
} from '../../../../shared/judge/findings/actions.ts'
import { pcFindingCodes, type Finding, type FindingCode } from '../../../../shared/model/finding.ts'
import { readOtherMakers } from '../../../../shared/catalogue/other-makers.ts'
import { actionWords } from '../../../../shared/text/action-words.ts'
import { supportedLanguages } from '../../../../shared/text/languages.ts'
import { wordsIn } from '../../../../shared/text/texts.ts'

const finding = (code: FindingCode, more: Partial<Finding> = {}): Finding => ({
  ...{ code, severity: 'attention', subject: 'AppleMobileDeviceService.exe' },
  ...more,
})

test.each([
  ['service-disabled', 'enable-service', 'services'],
  ['service-account-changed', 'reset-account', 'services'],
  ['hosts-line', 'remove-hosts-lines', 'hosts-folder'],
  ['unsigned', 'scan', 'windows-security'],
] as const)('%s asks to %s in %s', (code, id, opens) => {
  expect(actionOf(finding(code))).toMatchObject({ id, opens })
})

test('a command names the service of the program that the finding is about', () => {
  expect(actionOf(finding('service-disabled', { subject: 'mDNSResponder.exe' })).command).toBe(
    'sc config "Bonjour Service" start= auto && net start "Bonjour Service"',
  )
})

test('nothing of a finding ever gets into a command', () => {
  const hostile = finding('service-stopped', {
    subject: '" & calc & "',
    values: { service: '" & calc & "', owner: 'x' },
  })
  expect(actionOf(hostile).command).toBe('net start "Apple Mobile Device Service"')
})

test('a silent port is answered by the service where there is one, and by the app elsewhere', () => {
  expect(actionOf(finding('port-silent')).id).toBe('restart-service')
  const store = finding('port-silent', { subject: 'AppleMobileDeviceProcess.exe' })
  expect(actionOf(store).id).toBe('reopen-app')
})

test('every finding has one thing to do, out of the list', () => {
  const codes = [...Object.keys(english.finding), ...pcFindingCodes] as FindingCode[]
  for (const code of codes) expect(isActionId(actionOf(finding(code)).id), code).toBe(true)
  expect(isActionId('toString')).toBe(false)
})

test.each([
  ['driver-problem', { problem: '43' }, 'reconnect-elsewhere'],
  ['driver-problem', { problem: '10' }, 'renew-driver'],
  ['leftovers', { kind: 'app' }, 'uninstall-app'],
  ['leftovers', { kind: 'bonjour' }, 'uninstall-bonjour'],
  ['leftovers', { kind: 'service' }, 'remove-service-left'],
  ['leftovers', { kind: 'task' }, 'remove-task'],
  ['leftovers', { kind: 'startup' }, 'remove-startup'],
  ['leftovers', { kind: 'package' }, 'uninstall-left'],
  ['leftovers', {}, 'uninstall-left'],
  ['connections', { what: 'some-failed' }, 'allow-servers'],
  ['connections', { what: 'all-failed' }, 'check-network'],
  ['connections', { what: 'no-network' }, 'check-network'],
  ['connections', { what: 'clock-wrong' }, 'set-clock'],
  ['connections', { what: 'intercepted' }, 'exempt-apple'],
  ['connections', { what: 'proxy-needed' }, 'check-proxy'],
  ['connections', { what: 'proxy-demands-password' }, 'check-proxy'],
  ['connections', { what: 'proxy-failed' }, 'check-proxy'],
  ['connections', { what: 'cancelled' }, 'check-servers-again'],
  ['connections', { what: 'not-finished' }, 'check-servers-again'],
  ['connections', {}, 'check-servers-again'],
] as const)('%s with %j: %s', (code, values, id) => {
  expect(actionOf(finding(code, { values })).id).toBe(id)
})

test('what is said for information asks nobody to check a file', () => {
  for (const code of ['other-maker', 'shared-name', 'look-alike'] as const) {
    expect(actionOf(finding(code)).id).toBe('check-file')
    expect(actionOf(finding(code, { severity: 'info' })).id).toBe('nothing-to-do')
  }
})

test('an action says whether an administrator is needed, for the other company’s program too', () => {
  expect(actionById('wait')).toMatchObject({ opens: null, command: null, needsAdmin: false })
  expect(actionById('start-service').needsAdmin).toBe(true)
  const [locked, free] = [true, false].map((needs) =>
    readOtherMakers().find(({ pauseNeedsAdmin = false }) => pauseNeedsAdmin === needs)!,
  )
  expect(actionById('try-without-filter', { id: locked!.id }).needsAdmin).toBe(true)
  expect(actionById('try-without-filter', { id: free!.id }).needsAdmin).toBe(false)
})

test('the services of commands are those of the catalogue', () => {
  for (const [imageName, service] of Object.entries(readActions().services)) {
    const entry = readCatalogue().processes.find((process) => process.imageName === imageName)
    expect(entry?.service?.keyNames[0]).toBe(service)
  }
})

test.each(supportedLanguages)('every action has its words in %s, with every value put in', (to) => {
  const words = wordsIn(to)
  for (const id of Object.keys(readActions().actions) as ActionId[]) {
    const values = Object.fromEntries(valueNames.map((name) => [name, 'x']))
    const { text, command, commandDoes, undo } = actionWords(words, actionById(id, values))
    expect(text, id).not.toMatch(/\{\{|^action\./)
    expect(undo ?? '', id).not.toMatch(/\{\{/)
    expect(commandDoes === null, id).toBe(command === null)
    // Whoever copies a command that changes something is told the way back.
    if (command?.startsWith('sc config') === true) expect(undo, id).not.toBeNull()
  }
})

const valueNames = ['subject', 'owner', 'rule', 'port', 'service']
