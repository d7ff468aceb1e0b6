import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import english from '../../../../assets/texts/en/evidence.json' with { type: 'json' }
import { readCatalogue } from '../../../../shared/catalogue/catalogue.ts'
import { offersOnlineCheck } from '../../../../shared/judge/trust/signer-fact.ts'
import { judgeTrust } from '../../../../shared/judge/trust/trust.ts'
import type { TrustJudgement, TrustQuestion } from '../../../../shared/judge/trust/trust.ts'
import type { Fact } from '../../../../shared/model/evidence.ts'
import type { Neighbour } from '../../../../shared/model/file-evidence.ts'
import { neighboursOf, readTrustRules } from '../../../../shared/judge/trust/trust-rules.ts'
import { denied, failed, known } from '../../../../shared/model/probe.ts'
import type { Probe } from '../../../../shared/model/probe.ts'
import {
  signatureVerdicts,
  type Signature,
  type SignatureVerdict,
} from '../../../../shared/model/signature.ts'
import { itunesPlaces as pc } from '../../../fixtures/itunes-pc.ts'
import { observedAppleFiles } from '../../../fixtures/observed-apple-files.ts'
import type { ObservedFile } from '../../../fixtures/observed-apple-files.ts'

const catalogue = readCatalogue()
const entryOf = (name: string) => catalogue.processes.find(({ imageName }) => imageName === name)!

const apple = { commonName: 'Apple Inc.', organization: 'Apple Inc.' }
const audinate = { commonName: 'Audinate Pty Ltd', organization: 'Audinate Pty Ltd' }
const signed = (verdict: SignatureVerdict, more: Partial<Signature> = {}): Probe<Signature> =>
  known({
    verdict,
    where: verdict === 'none' ? null : 'embedded',
    code: 0,
    signer: verdict === 'none' ? null : apple,
    issuer: verdict === 'none' ? null : 'Some CA',
    stampedAtUtc: null,
    ...more,
  })
const coreFoundation = (signature: Probe<Signature> | null): Neighbour => ({
  fileName: 'CoreFoundation.dll',
  isPresent: known(signature !== null),
  signature: signature ?? failed('not-checked'),
})

function asObserved(file: ObservedFile, more: Partial<TrustQuestion> = {}): TrustQuestion {
  return {
    entry: entryOf(file.imageName),
    platform: 'win32',
    name: file.imageName,
    imagePath: known(`${file.folder}\\${file.imageName}`),
    signature: known(file.signature),
    version: known(file.version),
    neighbours: neighboursOf(file.imageName).map(() => coreFoundation(signed('trusted'))),
    places: pc,
    ...more,
  }
}
const observed = (name: string, more: Partial<TrustQuestion> = {}): TrustQuestion =>
  asObserved(
    observedAppleFiles.find(({ imageName }) => imageName === name)!,
    more,
  )
const states = ({ facts }: TrustJudgement) =>
  [facts.name, facts.folder, facts.signer, facts.originalName].map(({ state }) => state)

describe('what Windows Installer puts aside during an update', () => {
  // The form of the path is that of a log of Windows Installer ("Deleting file C:\\Config.Msi\\3e1b7.rbf").
  const aside = { imagePath: known('C:\\Config.Msi\\3e1b7.rbf') }

  test.each(observedAppleFiles)(
    '$imageName is accused of nothing, and a restart is advised',
    (file) => {
      const judged = judgeTrust(asObserved(file, aside))
      expect(judged).toMatchObject({ verdict: 'cannot-tell', reason: 'set-aside' })
      expect(states(judged)).toEqual(['unknown', 'unknown', 'ticked', 'ticked'])
      expect(judged.facts.folder).toMatchObject({ code: 'set-aside', rule: 'folder-set-aside' })
      expect(judged.facts.name.values).toMatchObject({ name: file.imageName, file: '3e1b7.rbf' })
    },
  )

  test('is told as the reason also where only an administrator may read the file', () => {
    const denials = { signature: denied('needs-admin'), version: denied('needs-admin') }
    const judged = judgeTrust(observed('AppleMobileDeviceService.exe', { ...aside, ...denials }))
    expect(judged).toMatchObject({ verdict: 'cannot-tell', reason: 'set-aside' })
    expect(Object.values(judged.facts).map(({ state }) => state)).not.toContain('crossed')
  })

  test.each([
    ['none', 'unsigned'],
    ['tampered', 'tampered'],
    ['revoked', 'wrong-signer'],
  ] as const)('is judged by its signature all the same: %s', (signature, verdict) => {
    const judged = judgeTrust(
      observed('iTunesHelper.exe', { ...aside, signature: signed(signature) }),
    )
    expect(judged.verdict).toBe(verdict)
  })

  test.each(['D:\\CONFIG.MSI\\abc.RBF', 'C:\\Windows\\Installer\\Config.Msi\\12f.rbf'])(
    'may also lie at %s',
    (path) => {
      const judged = judgeTrust(observed('iTunesHelper.exe', { imagePath: known(path) }))
      expect(judged.reason).toBe('set-aside')
    },
  )

  test.each([
    'C:\\Config.Msi\\iTunesHelper.exe',
    'C:\\Config.Msi\\helper.rbf',
    'C:\\Config.Msi\\more\\3e1b7.rbf',
    'C:\\Users\\me\\Config.Msi\\3e1b7.rbf',
    'C:\\Users\\Installer\\x\\Config.Msi\\3e1b7.rbf',
  ])('is not what lies at %s', (path) => {
    const judged = judgeTrust(observed('iTunesHelper.exe', { imagePath: known(path) }))
    expect(judged.verdict).toBe('wrong-folder')
  })
})

describe.each(observedAppleFiles)('$imageName as it was observed', (file) => {
  test('is genuine, with four facts ticked', () => {
    const judged = judgeTrust(asObserved(file))
    expect(judged.verdict).toBe('genuine')
    expect(judged.reason).toBeNull()
    expect(states(judged)).toEqual(['ticked', 'ticked', 'ticked', 'ticked'])
  })
  test('moved: look closer at the folder', () => {
    const imagePath = known(`C:\\Users\\me\\Downloads\\${file.imageName}`)
    const judged = judgeTrust(asObserved(file, { imagePath }))
    expect(judged.verdict).toBe('wrong-folder')
    expect(states(judged)).toEqual(['ticked', 'crossed', 'ticked', 'ticked'])
  })
  test('signed again by somebody else: the signer is named', () => {
    const judged = judgeTrust(
      asObserved(file, { signature: signed('trusted', { signer: audinate }) }),
    )
    expect(judged.verdict).toBe('wrong-signer')
    expect(judged.facts.signer).toMatchObject({
      state: 'crossed',
      code: 'other-maker',
      values: { signer: 'Audinate Pty Ltd' },
    })
  })
  test('signed again by a certificate of its own that claims to be Apple', () => {
    const signature = signed('untrusted-root', { code: 0x800b0109, issuer: 'Apple Inc.' })
    expect(judgeTrust(asObserved(file, { signature })).verdict).toBe('wrong-signer')
  })
  test('without its signature', () => {
    expect(judgeTrust(asObserved(file, { signature: signed('none') })).verdict).toBe('unsigned')
  })
  test('changed after signing, wherever it lies', () => {
    const signature = signed('tampered', { code: 0x80096010 })
    expect(judgeTrust(asObserved(file, { signature })).verdict).toBe('tampered')
    const imagePath = known(`D:\\${file.imageName}`)
    expect(judgeTrust(asObserved(file, { signature, imagePath })).verdict).toBe('tampered')
  })
  test("in the place of another of Apple's files: not what the name promises", () => {
    const other = file.imageName === 'distnoted.exe' ? 'SyncServer.exe' : 'distnoted.exe'
    const version = known({ ...file.version, originalFilename: other })
    const judged = judgeTrust(asObserved(file, { version }))
    expect(judged).toMatchObject({ verdict: 'cannot-tell', reason: 'original-name-differs' })
    expect(judged.facts.originalName).toMatchObject({
      state: 'crossed',
      values: { original: other, expected: file.imageName },
    })
  })
})

describe('what Apple changed over the years does not count', () => {
  test('issuer, time stamp, product name, company name and version may be anything', () => {
    const file = observedAppleFiles[0]!
    const judged = judgeTrust(
      asObserved(file, {
        signature: known({ ...file.signature, issuer: 'Another CA', where: 'catalogue' }),
        version: known({
          companyName: 'Apple, Inc.',
          fileDescription: null,
          productName: 'x',
          fileVersion: '1',
          productVersion: null,
          originalFilename: 'APPLEMOBILEBACKUP.EXE.MUI',
          fixedFileVersion: null,
        }),
      }),
    )
    expect(judged.verdict).toBe('genuine')
  })
  test('an old signature without a time stamp is no alarm', () => {
    const judged = judgeTrust(observed('SyncServer.exe', { signature: signed('expired') }))
    expect(judged).toMatchObject({ verdict: 'cannot-tell', reason: 'signer-expired' })
  })
  test('a certificate of somebody else does not get better with age', () => {
    const signature = signed('expired', { signer: audinate })
    expect(judgeTrust(observed('mDNSResponder.exe', { signature })).verdict).toBe('wrong-signer')
  })
  test("an older name of Apple's, never seen in a signature, is neither good nor bad", () => {
    const signer = { commonName: 'Apple Computer, Inc.', organization: 'Apple Computer, Inc.' }
    const signature = signed('trusted', { signer })
    expect(judgeTrust(observed('mDNSResponder.exe', { signature })).verdict).toBe('cannot-tell')
  })
  test('CN alone, or O alone, is not enough', () => {
    for (const signer of [
      { commonName: 'Apple Inc.', organization: 'Apple Inc' },
      { commonName: 'Apple Inc.', organization: '' },
      { commonName: 'Somebody', organization: 'Apple Inc.' },
    ]) {
      const signature = signed('trusted', { signer })
      expect(judgeTrust(observed('SyncServer.exe', { signature })).verdict).toBe('wrong-signer')
    }
  })
  test('a chain that could not be built offline is no alarm, a certificate that issued itself is', () => {
    const code = 0x800b010a
    const offline = signed('untrusted-root', { code })
    expect(judgeTrust(observed('SyncServer.exe', { signature: offline })).verdict).toBe(
      'cannot-tell',
    )
    const selfMade = signed('untrusted-root', { code, issuer: 'Apple Inc.' })
    expect(judgeTrust(observed('SyncServer.exe', { signature: selfMade })).verdict).toBe(
      'wrong-signer',
    )
  })
  test.each([
    ['a chain that is not on this PC', true, { code: 0x800b010a }],
    ['a root that this PC does not know', true, { code: 0x800b0109 }],
    ['a certificate that issued itself', false, { code: 0x800b010a, issuer: 'Apple Inc.' }],
  ])('one check with the internet for %s: %s', (_what, isOffered, more) => {
    const signature = signed('untrusted-root', more)
    const { facts } = judgeTrust(observed('SyncServer.exe', { signature }))
    expect(offersOnlineCheck({ signature, facts })).toBe(isOffered)
  })
  test('none for what no certificate could change', () => {
    for (const verdict of ['trusted', 'distrusted', 'tampered', 'none', 'expired'] as const) {
      const signature = signed(verdict)
      const { facts } = judgeTrust(observed('SyncServer.exe', { signature }))
      expect(offersOnlineCheck({ signature, facts })).toBe(false)
    }
  })
})

describe('the library beside iTunesHelper.exe', () => {
  const judge = (...neighbours: Neighbour[]) =>
    judgeTrust(observed('iTunesHelper.exe', { neighbours }))
  test('may be missing, or signed by Apple', () => {
    expect(judge(coreFoundation(null)).verdict).toBe('genuine')
    expect(judge({ ...coreFoundation(signed('trusted')), fileName: 'corefoundation.DLL' }).verdict) //
      .toBe('genuine')
  })
  test.each([
    ['neighbour-other', signed('trusted', { signer: audinate })],
    ['neighbour-nameless', signed('untrusted-root', { signer: null })],
    ['neighbour-unsigned', signed('none')],
    ['neighbour-tampered', signed('tampered')],
  ])('makes a real program run what is not Apple: %s', (code, signature) => {
    const judged = judge(coreFoundation(signature))
    expect(judged.verdict).toBe('wrong-signer')
    expect(judged.facts.signer).toMatchObject({
      state: 'crossed',
      code,
      rule: 'signer-of-neighbour',
      values: { file: 'CoreFoundation.dll' },
    })
  })
  test('that nobody looked at leaves the matter open', () => {
    expect(judge()).toMatchObject({ verdict: 'cannot-tell', reason: 'not-checked' })
    expect(judge(coreFoundation(denied('needs-admin')))).toMatchObject({ reason: 'needs-admin' })
    const unseen = { ...coreFoundation(null), isPresent: denied('needs-admin') }
    expect(judge(unseen)).toMatchObject({ verdict: 'cannot-tell', reason: 'needs-admin' })
    expect(judge(coreFoundation(signed('expired'))).verdict).toBe('cannot-tell')
  })
  test('does not matter to programs that load theirs from elsewhere', () => {
    const planted = [coreFoundation(signed('none'))]
    expect(judgeTrust(observed('SyncServer.exe', { neighbours: planted })).verdict).toBe('genuine')
  })
})

describe('a Store copy', () => {
  const folder =
    'C:\\Program Files\\WindowsApps\\AppleInc.AppleDevices_1.1540.24088.0_x64__nzyj5cx40ttqa'
  const name = 'AppleMobileDeviceProcess.exe'
  const version = failed('not-checked')
  const storeCopy = (signature: Probe<Signature>, imagePath = known(`${folder}\\${name}`)) =>
    judgeTrust({
      ...observed('SyncServer.exe'),
      entry: entryOf(name),
      name,
      imagePath,
      signature,
      version,
    })
  test('needs no signature of its own', () => {
    const judged = storeCopy(signed('none'))
    expect(judged.verdict).toBe('genuine')
    expect(judged.facts.signer.rule).toBe('signer-of-store')
  })
  test('with a signature is held to it', () => {
    expect(storeCopy(signed('trusted')).verdict).toBe('genuine')
    expect(storeCopy(signed('trusted', { signer: audinate })).verdict).toBe('wrong-signer')
    expect(storeCopy(signed('tampered')).verdict).toBe('tampered')
  })
  test('that could not be read is not called genuine', () => {
    expect(storeCopy(denied('needs-admin'))).toMatchObject({
      verdict: 'cannot-tell',
      reason: 'needs-admin',
    })
  })
  test('outside of the Store folders is an unsigned program like any other', () => {
    expect(storeCopy(signed('none'), known(`C:\\Users\\me\\${name}`)).verdict).toBe('unsigned')
  })
})

test('a custom folder that the installer recorded is fine', () => {
  const imagePath = known('D:\\Music\\iTunes\\iTunesHelper.exe')
  const places = { ...pc, installFolders: known(['D:\\Music\\iTunes\\']) }
  const judged = judgeTrust(observed('iTunesHelper.exe', { imagePath, places }))
  expect(judged.verdict).toBe('genuine')
  expect(judged.facts.folder).toMatchObject({
    rule: 'folder-of-installer',
    values: { folder: 'D:\\Music\\iTunes\\' },
  })
})

test('a program file that bears another name than its process is not called genuine', () => {
  const imagePath = known('C:\\Program Files\\iTunes\\iTunes.exe')
  expect(judgeTrust(observed('iTunesHelper.exe', { imagePath }))).toMatchObject({
    verdict: 'cannot-tell',
    reason: 'name-differs',
  })
})

test('an original name that nobody recorded is no fault, and a missing one keeps nobody from being genuine', () => {
  const name = 'iTunes.exe'
  const imagePath = known('C:\\Program Files\\iTunes\\iTunes.exe')
  const base = observed('iTunesHelper.exe', { entry: entryOf(name), name, imagePath })
  expect(judgeTrust(base)).toMatchObject({
    verdict: 'genuine',
    facts: { originalName: { state: 'unknown', code: 'not-recorded' } },
  })
  const bare = judgeTrust(observed('SyncServer.exe', { version: failed('not-checked') }))
  expect(bare.verdict).toBe('genuine')
})

test('on another system nothing is judged', () => {
  expect(judgeTrust(observed('mDNSResponder.exe', { platform: 'darwin' }))).toMatchObject({
    verdict: 'cannot-tell',
    reason: 'not-windows',
  })
})

test.each(['needs-admin', 'process-ended', 'no-koffi', 'cancelled', 'file-missing'])(
  'what could not be found out gives its reason: %s',
  (reason) => {
    const nothing = { state: 'failed', reason } as const
    expect(judgeTrust(observed('SyncServer.exe', { signature: nothing }))).toMatchObject({
      verdict: 'cannot-tell',
      reason,
    })
    expect(judgeTrust(observed('SyncServer.exe', { imagePath: nothing }))).toMatchObject({
      verdict: 'cannot-tell',
      reason,
    })
    expect(Object.keys(english.reason)).toContain(reason)
  },
)

const anyText = fc.string({ unit: 'binary', maxLength: 40 })
const anySubject = fc.option(
  fc.oneof(fc.constant(apple), fc.record({ commonName: anyText, organization: anyText })),
)
const anySignature: fc.Arbitrary<Signature> = fc.record({
  verdict: fc.constantFrom(...signatureVerdicts),
  where: fc.constant('embedded' as const),
  code: fc.nat(0xffffffff),
  signer: anySubject,
  issuer: fc.option(anyText),
  stampedAtUtc: fc.constant(null),
})
const unknown = fc.constantFrom(
  { state: 'denied', reason: 'needs-admin' } as const,
  { state: 'failed', reason: 'process-ended' } as const,
  { state: 'skipped', reason: 'not-checked' } as const,
)
const probe = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof(
    value.map((some) => known(some)),
    unknown,
  )

const anyQuestion: fc.Arbitrary<TrustQuestion> = fc
  .record({
    file: fc.constantFrom(...observedAppleFiles),
    path: fc.option(fc.oneof(anyText, fc.constant('C:\\Config.Msi\\3e1b7.rbf'))),
    signature: probe(anySignature),
    original: fc.option(anyText),
    installFolders: probe(fc.array(anyText)),
    neighbour: probe(anySignature),
  })
  .map(({ file, path, signature, original, installFolders, neighbour }) => ({
    ...asObserved(file),
    imagePath: known(path ?? `${file.folder}\\${file.imageName}`),
    signature,
    version: known({ ...file.version, originalFilename: original ?? file.imageName }),
    neighbours: [coreFoundation(neighbour)],
    places: { ...pc, installFolders },
  }))

/** Every word that a fact may need is there, with the values that it names. */
function expectWords({ facts, reason }: TrustJudgement): void {
  const texts = english.evidence as unknown as Record<string, Record<string, string>>
  for (const [fact, { code, rule, values }] of Object.entries<Fact>({ ...facts })) {
    const text = texts[fact]?.[code]
    expect(text, `${fact}.${code}`).toBeTypeOf('string')
    for (const [, name] of text!.matchAll(/\{\{(\w+)\}\}/g)) {
      expect(Object.keys(values), `${fact}.${code}`).toContain(name)
    }
    expect(texts['rule']?.[rule], rule).toBeTypeOf('string')
    if (values['reason'] !== undefined)
      expect(Object.keys(english.reason)).toContain(values['reason'])
  }
  if (reason !== null) expect(Object.keys(english.reason)).toContain(reason)
}

test('nothing is genuine unless folder and signer are known and good, whatever comes in', () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const judged = judgeTrust(question)
      const { folder, signer, name, originalName } = judged.facts
      if (judged.verdict === 'genuine') {
        expect([folder.state, signer.state, name.state]).toEqual(['ticked', 'ticked', 'ticked'])
        expect(originalName.state).not.toBe('crossed')
        const signature = question.signature
        expect(signature).toMatchObject({
          state: 'known',
          value: { verdict: 'trusted', signer: apple },
        })
      }
      expect(judged.reason === null).toBe(judged.verdict !== 'cannot-tell')
      expectWords(judged)
    }),
    { numRuns: 3000 },
  )
})

test('nothing is genuine when the signer or the folder is unknown', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...observedAppleFiles),
      unknown,
      fc.boolean(),
      (file, gap, isFolder) => {
        const question = asObserved(file, isFolder ? { imagePath: gap } : { signature: gap })
        const judged = judgeTrust(question)
        expect(judged).toMatchObject({ verdict: 'cannot-tell', reason: gap.reason })
        expectWords(judged)
      },
    ),
  )
})

test('a file that was changed after signing is never excused by anything else', () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const signature = signed('tampered')
      expect(judgeTrust({ ...question, signature }).verdict).toBe('tampered')
    }),
  )
})

test('the Store’s number for Apple is the one that its packages’ id is made from', () => {
  // https://learn.microsoft.com/windows/apps/desktop/modernize/package-identity-overview
  const { certificateName, publisherId } = readTrustRules().storePublisher
  const hash = createHash('sha256').update(Buffer.from(`CN=${certificateName}`, 'utf16le'))
  const bits = [...hash.digest().subarray(0, 8)].map((byte) => byte.toString(2).padStart(8, '0'))
  const letters = '0123456789abcdefghjkmnpqrstvwxyz'
  const id = (`${bits.join('')}0`.match(/.{5}/g) ?? []).map((five) => letters[parseInt(five, 2)])
  expect(id.join('')).toBe(publisherId)
})

test('every rule has its sources, its words, and a fact that it is about', () => {
  const { rules, signers, storePublisher, neighbours } = readTrustRules()
  const ids = rules.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(Object.keys(english.evidence.rule).sort()).toEqual([...ids].sort())
  for (const { sources } of [...rules, signers, storePublisher, ...neighbours]) {
    for (const source of sources) expect(Object.keys(catalogue.sources)).toContain(source)
  }
})
