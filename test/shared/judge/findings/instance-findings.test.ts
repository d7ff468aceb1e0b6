/** Words of alarm: what several facts about one program come to, whatever they are. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCatalogue } from '../../../../shared/catalogue/catalogue.ts'
import { startedBy } from '../../../../shared/judge/read-command.ts'
import { denied, failed, known, type Probe } from '../../../../shared/model/probe.ts'
import type { Signature, SignatureVerdict } from '../../../../shared/model/signature.ts'
import { apple, judgedProgram, other } from '../../../fixtures/judged-program.ts'
import { yardsticksOf } from '../../../fixtures/yardstick.ts'

const { processes: catalogue } = readCatalogue()

const verdict = fc.constantFrom<SignatureVerdict>(
  ...(['trusted', 'untrusted-root', 'expired', 'revoked', 'distrusted'] as const),
  ...(['tampered', 'none', 'cannot-tell'] as const),
)
const signature = fc
  .record({ verdict, signer: fc.constantFrom(apple, other, null) })
  .map(({ verdict: found, signer }): Probe<Signature> =>
    known({
      verdict: found,
      where: found === 'none' ? null : 'embedded',
      code: 0,
      signer: found === 'none' ? null : signer,
      issuer: 'Some CA',
      stampedAtUtc: null,
    }),
  )
const unread = fc.constantFrom<Probe<Signature>>(denied('needs-admin'), failed('timeout'))
const folder = fc.constantFrom(
  ...['C:\\Program Files\\iTunes', 'C:\\Program Files\\Bonjour', 'C:\\Program Files\\Other'],
  ...['C:\\Users\\me\\AppData\\Roaming\\Apple', 'C:\\Windows\\Temp', 'D:\\Tools', '\\\\nas\\x'],
  ...['C:\\Program Files (x86)\\Common Files\\Apple\\Mobile Device Support'],
)

const isApples = (one: Probe<Signature>) =>
  one.state === 'known' &&
  one.value.verdict === 'trusted' &&
  one.value.signer?.organization === apple.organization

const names = fc.constantFrom(...catalogue.map(({ imageName }) => imageName))

test('no danger is said of a file with Apple’s sound signature in an expected folder', () => {
  fc.assert(
    fc.property(names, folder, signature, signature, (imageName, where, own, beside) => {
      const { judged, findings } = judgedProgram(imageName, where, own, beside)
      if (!isApples(own) || judged.facts.folder.state !== 'ticked') return
      expect(findings.map(({ severity }) => severity)).not.toContain('danger')
    }),
    { numRuns: 2000 },
  )
})

test('nothing is genuine without a signature that was checked', () => {
  const any = fc.oneof(signature, unread)
  fc.assert(
    fc.property(names, folder, any, any, (imageName, where, own, beside) => {
      const { judged } = judgedProgram(imageName, where, own, beside)
      if (judged.verdict === 'genuine') expect(isApples(own)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('what nobody could look at is no danger, wherever it lies', () => {
  fc.assert(
    fc.property(names, folder, unread, (imageName, where, own) => {
      expect(judgedProgram(imageName, where, own, own).findings).toEqual([])
    }),
  )
})

test('a name of Apple’s alone that nobody signed is a danger where users can write', () => {
  const none = known<Signature>({
    ...{ verdict: 'none', where: null, code: 0, signer: null, issuer: null, stampedAtUtc: null },
  })
  const found = (where: string) =>
    judgedProgram('AppleMobileDeviceService.exe', where, none, none).findings.map(
      (one) => one.severity,
    )
  expect(found('C:\\Users\\me\\Downloads')).toEqual(['danger'])
  expect(found('D:\\Tools')).toEqual(['danger'])
  expect(found('C:\\Program Files\\Tools')).toEqual(['attention'])
})

test.each([
  ['wscript.exe //B "%TEMP%\\iTunesHelper.vbe"', '%TEMP%\\iTunesHelper.vbe'],
  ['rundll32.exe C:\\Users\\me\\a.dll,Start', 'C:\\Users\\me\\a.dll'],
  ['cmd.exe /c start "" "C:\\Users\\me\\b c.exe"', 'C:\\Users\\me\\b c.exe'],
  ['"C:\\Windows\\System32\\mshta.exe" C:\\x.hta', 'C:\\x.hta'],
  ['C:\\Tools\\run.exe C:\\a.exe', 'C:\\Tools\\run.exe'],
  ['explorer.exe', 'explorer.exe'],
])('%j starts in the end %j', (command, started) => {
  expect(startedBy(command)).toBe(started)
})

test('what is started is found in a blink, however long the command', () => {
  const took = yardsticksOf(() => {
    for (const part of ['"', '%', ' ', 'C:\\', '%a%\\', ',', '"C:\\']) {
      startedBy(`wscript.exe ${part.repeat(2000 / part.length)}`)
    }
  })
  expect(took / 7).toBeLessThan(1)
})
