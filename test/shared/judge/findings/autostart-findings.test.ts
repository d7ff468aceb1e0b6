/** How grave a start-up entry is that bears one of Apple's names and starts something from elsewhere. */
import { expect, test } from 'vitest'
import { readCatalogue } from '../../../../shared/catalogue/catalogue.ts'
import { judgeAutostart } from '../../../../shared/judge/autostart.ts'
import { findAutostart } from '../../../../shared/judge/findings/autostart-findings.ts'
import type { RunEntry } from '../../../../shared/model/autostart.ts'
import { denied, known, type Probe } from '../../../../shared/model/probe.ts'
import type { Signature, SignatureVerdict } from '../../../../shared/model/signature.ts'
import { itunesPlaces } from '../../../fixtures/itunes-pc.ts'
import { apple, other } from '../../../fixtures/judged-program.ts'
import { keysWith, runEntry } from '../../../fixtures/run-keys.ts'

const catalogue = readCatalogue()
const entries = new Map(catalogue.processes.map((entry) => [entry.id, entry]))

const signed = (signer: Signature['signer'], verdict: SignatureVerdict = 'trusted') =>
  known<Signature>({
    ...{ verdict, where: 'embedded', code: 0, signer, issuer: 'Some CA', stampedAtUtc: null },
  })
const nobody = signed(null, 'none')
const unread = denied('needs-admin')

function found(program: string, signature: Probe<Signature>, more: Partial<RunEntry> = {}) {
  const entry = runEntry({ command: known(`"${program}"`), ...more })
  return findAutostart(
    judgeAutostart(catalogue, {
      runKeys: keysWith(entry),
      places: itunesPlaces,
      startedFiles: new Map([[program, signature]]),
    }),
    entries,
  )
}

const user = 'C:\\Users\\me\\Music'
const open = 'D:\\Music'
const closed = 'C:\\Program Files\\Music'

test.each<[string, string, Probe<Signature>, string, Partial<RunEntry>?]>([
  ['Apple’s own, moved', user, signed(apple), 'autostart-elsewhere info'],
  ['nobody’s, where users cannot write', closed, nobody, 'autostart-elsewhere info'],
  ['nobody’s, in a user’s folder', user, nobody, 'autostart-writable danger'],
  ['nobody’s, on another drive', open, nobody, 'autostart-writable attention'],
  ['changed, on another drive', open, signed(apple, 'tampered'), 'autostart-writable attention'],
  ['revoked, on another drive', open, signed(other, 'revoked'), 'autostart-writable attention'],
  ['revoked, in a user’s folder', user, signed(other, 'revoked'), 'autostart-writable danger'],
  ['not read, on another drive', open, unread, 'autostart-elsewhere info'],
  [
    'not read, in a user’s folder, by an entry for the whole PC',
    ...([user, unread, 'autostart-writable attention'] as const),
  ],
  [
    'not read, in a user’s folder, by an entry of the user’s own',
    ...([user, unread, 'autostart-writable danger', { hive: 'HKCU' }] as const),
  ],
  ['another company’s, in a user’s folder', user, signed(other), 'autostart-writable attention'],
  ['another company’s, on another drive', open, signed(other), 'autostart-elsewhere info'],
])('iTunesHelper.exe, %s: in %s', (_what, folder, signature, expected, more) => {
  const program = `${folder}\\iTunesHelper.exe`
  const [finding, ...rest] = found(program, signature, more)
  expect(rest).toEqual([])
  expect(`${String(finding?.code)} ${String(finding?.severity)}`).toBe(expected)
  expect(finding).toMatchObject({
    subject: 'iTunesHelper.exe',
    values: { name: 'iTunesHelper', program },
  })
})

test('another company’s program that only the entry’s name takes for Apple’s asks nobody to act', () => {
  expect(found(`${user}\\player.exe`, signed(other)).map(({ severity }) => severity)).toEqual([
    'info',
  ])
})

test('an updater of everybody’s name is no alarm, wherever it is', () => {
  const update = found(`${user}\\SoftwareUpdate.exe`, nobody, { valueName: 'Updater' })
  expect(update.map(({ code, severity }) => [code, severity])).toEqual([
    ['autostart-elsewhere', 'info'],
  ])
})

test('an entry for iTunes’s own folder is no finding', () => {
  expect(found('C:\\Program Files\\iTunes\\iTunesHelper.exe', signed(apple))).toEqual([])
})

test('an entry whose command names no program is told of without one, by the process’s own name', () => {
  const entry = { place: 'elsewhere', valueName: 'x', program: null, access: 'unknown' } as never
  expect(findAutostart({ processes: [{ processId: 'gone', entries: [entry] } as never] }, entries)) //
    .toEqual([
      {
        ...{ code: 'autostart-elsewhere', severity: 'info', subject: 'gone' },
        values: { name: 'x', program: '' },
      },
    ])
})
