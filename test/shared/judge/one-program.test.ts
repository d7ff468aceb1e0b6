/** What name, folder and signer of one program come to together, case by case. */
import { describe, expect, test } from 'vitest'
import { findLookAlike, findStranger } from '../../../shared/judge/findings/instance-findings.ts'
import { readTrustRules } from '../../../shared/judge/trust/trust-rules.ts'
import { denied, known, type Probe } from '../../../shared/model/probe.ts'
import type { Signature, SignatureVerdict } from '../../../shared/model/signature.ts'
import { itunesPlaces } from '../../fixtures/itunes-pc.ts'
import {
  absent,
  apple,
  judgedProgram as judge,
  other,
  unlooked,
} from '../../fixtures/judged-program.ts'
import { listed } from '../../fixtures/listed.ts'

const rules = readTrustRules().rules.map(({ id }) => id)

const signedBy = (signer: Signature['signer'], verdictOf: SignatureVerdict = 'trusted') =>
  known<Signature>({
    ...{ verdict: verdictOf, where: 'embedded', code: 0, signer, issuer: 'Some CA' },
    stampedAtUtc: null,
  })
const audinate = { commonName: 'Audinate Pty Ltd', organization: 'Audinate Pty Ltd' }
const nobody = known<Signature>({
  ...{ verdict: 'none', where: null, code: 0, signer: null, issuer: null, stampedAtUtc: null },
})
const changed = () => signedBy(apple, 'tampered')
const appleUpdate = 'C:\\Program Files (x86)\\Apple Software Update'
const users = 'C:\\Users\\me\\Downloads'
const appleFolderOfUser = 'C:\\Users\\me\\AppData\\Roaming\\Apple'
const protectedFolder = 'C:\\Program Files\\Tools'
const dante = 'C:\\Program Files (x86)\\Audinate\\Shared Files'
const [alone, everyday, openSource] = [
  'iTunesHelper.exe',
  'SoftwareUpdate.exe',
  'mDNSResponder.exe',
] as const

describe('one program comes to', () => {
  test.each<[string, string, string, Probe<Signature>, string, Probe<Signature>?]>([
    ['Apple’s, at home', alone, 'C:\\Program Files\\iTunes', signedBy(apple), 'nothing'],
    ['Apple’s, elsewhere', alone, 'D:\\Music', signedBy(apple), 'wrong-folder attention'],
    [
      'Apple’s by a root that Windows distrusts, at home',
      ...([alone, 'C:\\Program Files\\iTunes', signedBy(apple, 'distrusted'), 'nothing'] as const),
    ],
    [
      'the same where users can write',
      ...([alone, users, signedBy(apple, 'distrusted'), 'apple-unproven attention'] as const),
    ],
    [
      'the same where they cannot',
      ...([alone, protectedFolder, signedBy(apple, 'distrusted'), 'nothing'] as const),
    ],
    ['Apple’s, expired', alone, users, signedBy(apple, 'expired'), 'nothing'],
    ['changed, a name of Apple’s alone', alone, protectedFolder, changed(), 'tampered danger'],
    ['changed, an everyday name', everyday, protectedFolder, changed(), 'tampered attention'],
    ['changed, where users can write', everyday, users, changed(), 'tampered danger'],
    [
      'changed, in Apple’s own folder',
      ...([openSource, 'C:\\Program Files\\Bonjour', changed(), 'tampered danger'] as const),
    ],
    ['nobody’s, at home', everyday, appleUpdate, nobody, 'unsigned danger'],
    ['nobody’s, everyday name', everyday, users, nobody, 'shared-name info'],
    ['nobody’s that says Apple', everyday, appleFolderOfUser, nobody, 'unsigned danger'],
    [
      'nobody’s in the folder of a person called Apple',
      ...([everyday, 'C:\\Users\\Applegate\\Tools', nobody, 'shared-name info'] as const),
    ],
    [
      'nobody’s in a share of people’s folders',
      ...([everyday, '\\\\nas\\homes\\Apple\\x', nobody, 'shared-name info'] as const),
    ],
    [
      'nobody’s in a folder of an old Windows',
      everyday,
      'C:\\Documents and Settings\\iTunes fan\\x',
      ...([nobody, 'shared-name info'] as const),
    ],
    ['nobody’s of open source', openSource, users, nobody, 'shared-name attention'],
    ['the same where users cannot write', openSource, protectedFolder, nobody, 'shared-name info'],
    [
      'of another company',
      alone,
      protectedFolder,
      signedBy(other),
      'other-maker-apple-name attention',
    ],
    ['of another company, everyday name', everyday, users, signedBy(other), 'other-maker info'],
    [
      'of another company, expired',
      ...([everyday, users, signedBy(other, 'expired'), 'other-maker info'] as const),
    ],
    [
      'of another company, in Apple’s own folder',
      everyday,
      appleUpdate,
      ...([signedBy(other), 'foreign-in-apple-folder attention'] as const),
    ],
    [
      'revoked, a name of Apple’s',
      alone,
      users,
      signedBy(other, 'revoked'),
      'untrusted-signer danger',
    ],
    [
      'revoked, where users cannot write',
      ...([
        alone,
        protectedFolder,
        signedBy(other, 'revoked'),
        'untrusted-signer attention',
      ] as const),
    ],
    ['Dante’s, at home', openSource, dante, signedBy(audinate), 'other-maker info', absent],
    ['Dante’s, moved', openSource, users, signedBy(audinate), 'other-maker attention', absent],
    [
      'Dante’s, moved where users cannot write',
      ...([openSource, protectedFolder, signedBy(audinate), 'other-maker info', absent] as const),
    ],
    [
      'Dante’s with another’s library',
      ...([openSource, users, signedBy(audinate), 'planted-library-other danger', nobody] as const),
    ],
    [
      'the same where users cannot write',
      ...([
        openSource,
        dante,
        signedBy(audinate),
        'planted-library-other attention',
        nobody,
      ] as const),
    ],
    [
      'Apple’s with another’s library',
      ...([alone, users, signedBy(apple), 'planted-library danger', nobody] as const),
    ],
    [
      'the same at home',
      alone,
      'C:\\Program Files\\iTunes',
      ...([signedBy(apple), 'planted-library attention', nobody] as const),
    ],
  ])('%s: %s in %s', (_what, name, where, own, expected, beside = signedBy(apple)) => {
    const { findings, judged } = judge(name, where, own, beside)
    // Whatever is said of a file, the window shows by which rule, with its source.
    for (const { rule } of Object.values(judged.facts)) expect(rules).toContain(rule)
    expect(findings.map(({ code, severity }) => `${code} ${severity}`).join() || 'nothing').toBe(
      expected,
    )
    for (const { subject, values } of findings) {
      expect(subject).toBe(name)
      expect(values).toMatchObject({ pid: '7', folder: `${where}\\` })
    }
  })

  test('who an everyday file says made it: Apple by name, and nobody signed it', () => {
    const said = (name: string, companyName: string) =>
      judge(name, users, nobody, nobody, companyName).findings.map(({ code }) => code)
    expect(said(everyday, 'Apple Inc.')).toEqual(['unsigned'])
    expect(said(everyday, 'APPLE, Inc.')).toEqual(['unsigned'])
    expect(said(everyday, 'Applewood Software')).toEqual(['shared-name'])
    expect(said(everyday, 'The Big Apple')).toEqual(['shared-name'])
    // Who builds from Apple's source keeps Apple's name in the file.
    expect(said(openSource, 'Apple Inc.')).toEqual(['shared-name'])
  })
})

describe('a program in Apple’s own folder under a name of its own', () => {
  const home = 'C:\\Program Files\\iTunes'
  const stranger = (signature: Probe<Signature>, imagePath = known(`${home}\\tool.exe`)) =>
    findStranger({ ...listed(9, 'tool.exe', { imagePath }), ...unlooked, signature })

  test.each([
    ['changed', changed(), 'tampered danger', ''],
    ['signed by nobody', nobody, 'stranger-unsigned attention', ''],
    [
      'of a root that names nobody',
      signedBy(null, 'untrusted-root'),
      'stranger-unsigned attention',
      '',
    ],
    ['of another company', signedBy(other), 'stranger-signed info', 'Other Maker'],
    ['revoked', signedBy(other, 'revoked'), 'stranger-signed attention', 'Other Maker'],
    ['Apple’s', signedBy(apple), '', ''],
    ['not read', denied('needs-admin'), '', ''],
  ] as const)('%s', (_what, signature, expected, signer) => {
    const found = stranger(signature)
    expect(found.map(({ code, severity }) => `${code} ${severity}`).join()).toBe(expected)
    if (expected === '') return
    expect(found[0]).toMatchObject({
      subject: 'tool.exe',
      values: { pid: '9', file: 'tool.exe', folder: home },
    })
    if (signer !== '') expect(found[0]?.values?.['signer']).toBe(signer)
  })

  test('whose path is not known is told of without a folder', () => {
    expect(stranger(nobody, denied('needs-admin') as never)[0]?.values?.['folder']).toBe('')
  })
})

describe('a name that could be taken for one of Apple’s', () => {
  test.each([
    ['nobody’s, where users can write', users, nobody, 'look-alike-unsigned danger'],
    ['nobody’s, in a place of an administrator’s', protectedFolder, nobody, 'look-alike attention'],
    ['changed', users, changed(), 'look-alike-unsigned danger'],
    ['revoked', users, signedBy(other, 'revoked'), 'look-alike-unsigned danger'],
    ['distrusted', users, signedBy(other, 'distrusted'), 'look-alike-unsigned danger'],
    ['a root of its own', users, signedBy(other, 'untrusted-root'), 'look-alike-unsigned danger'],
    ['expired', users, signedBy(other, 'expired'), 'look-alike attention'],
    ['soundly signed', users, signedBy(other), 'look-alike info'],
    ['not read', users, denied('needs-admin'), 'look-alike attention'],
  ] as const)('%s', (_what, where, signature, expected) => {
    const { instance } = judge(alone, where, signature, signature)
    const one = { ...instance, name: 'iTunesHe1per.exe', resembles: alone, why: 'digit' }
    const { code, severity, subject, values } = findLookAlike(one as never, itunesPlaces)
    expect(`${code} ${severity}`).toBe(expected)
    expect(subject).toBe('iTunesHe1per.exe')
    expect(values).toEqual({ pid: '7', resembles: alone, why: 'digit', folder: `${where}\\` })
  })
})
