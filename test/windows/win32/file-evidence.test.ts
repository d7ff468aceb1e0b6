/** Do signature and version of real files, read by the system's own functions, come out as was written down beforehand? */
import assert from 'node:assert/strict'
import { copyFile, mkdir, open, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { test } from 'node:test'
import { createFileEvidenceReader } from '../../../electron/win32/files/file-evidence.ts'
import { pathForWindows, withHeldFile } from '../../../electron/win32/files/held-file.ts'
import { readVersionOf } from '../../../electron/win32/files/version-info.ts'
import type { Probe } from '../../../shared/model/probe.ts'
import type { Signature, SignatureVerdict } from '../../../shared/model/signature.ts'
import { isWine, longPath, nonAsciiPath, program, sound } from './programs.ts'

interface Expected {
  readonly path: string
  /** Several where Windows and Wine word a broken file differently; none of them is good. */
  readonly verdicts: readonly SignatureVerdict[]
  readonly signer?: readonly [commonName: string, organization: string]
  readonly issuer?: string
}

const apple = ['Apple Inc.', 'Apple Inc.'] as const
const unusable = ['none', 'cannot-tell', 'tampered'] as const

const expectations: Readonly<Record<string, Expected>> = {
  'a file signed as Apple': {
    path: program('genuine', 'AppleMobileDeviceService.exe'),
    verdicts: [sound],
    signer: apple,
  },
  'the same file under another name': {
    path: program('renamed', 'iTunesHelper.exe'),
    verdicts: [sound],
    signer: apple,
  },
  'the same file with one byte changed': {
    path: program('tampered', 'AppleMobileDeviceService.exe'),
    verdicts: ['tampered'],
  },
  'the same file with one byte of the signature changed': {
    path: program('tampered-signature', 'AppleMobileDeviceService.exe'),
    verdicts: ['cannot-tell', 'tampered'],
  },
  'the same file without a signature': {
    path: program('unsigned', 'AppleMobileDeviceService.exe'),
    verdicts: ['none'],
  },
  'a file signed by another company': {
    path: program('other-signer', 'mDNSResponder.exe'),
    verdicts: [sound],
    signer: ['Audinate Pty Ltd', 'Audinate Pty Ltd'],
  },
  'a certificate without an organization': {
    path: program('no-organization', 'iTunesHelper.exe'),
    verdicts: [sound],
    signer: ['Somebody', ''],
  },
  'a certificate with other letters': {
    path: program('non-ascii-signer', 'iTunesHelper.exe'),
    verdicts: [sound],
    signer: ['Яблоко 苹果', 'Åke & Söner AB'],
  },
  'a certificate that vouches for itself': {
    path: program('self-signed', 'iTunesHelper.exe'),
    // As for every root that it does not know: Wine trusts it, Windows does not.
    verdicts: [sound],
    signer: apple,
    issuer: 'Apple Inc.',
  },
  'a certificate that had run out': {
    path: program('expired', 'iTunesHelper.exe'),
    // Wine looks at no dates.
    verdicts: isWine ? [sound] : ['expired', 'untrusted-root'],
  },
  'a path of more than 300 characters': { path: longPath, verdicts: [sound], signer: apple },
  'a path with other letters': { path: nonAsciiPath, verdicts: [sound], signer: apple },
  'a signature cut in the middle': { path: program('cut', 'signature.exe'), verdicts: unusable },
  'a program cut in the middle': { path: program('cut', 'program.exe'), verdicts: unusable },
  'an empty file': { path: program('not-a-program', 'empty.exe'), verdicts: unusable },
  'a text file': { path: program('not-a-program', 'text.exe'), verdicts: unusable },
}

function value<T>(probe: Probe<T>): T {
  if (probe.state !== 'known') assert.fail(JSON.stringify(probe))
  return probe.value
}

for (const [title, expected] of Object.entries(expectations)) {
  test(`the signature of ${title} is judged`, async () => {
    const evidence = await createFileEvidenceReader().read(expected.path)
    const signature: Signature = value(evidence.signature)
    assert.ok(
      expected.verdicts.includes(signature.verdict),
      `expected ${expected.verdicts.join(' or ')}: ${JSON.stringify(signature)}`,
    )
    if (expected.signer !== undefined) {
      const [commonName, organization] = expected.signer
      assert.deepEqual(signature.signer, { commonName, organization })
      assert.equal(signature.issuer, expected.issuer ?? 'Test Root')
      assert.equal(signature.where, 'embedded')
    }
    if (signature.verdict === 'none') assert.equal(signature.signer, null)
  })
}

test('a long path is really long', () => {
  assert.ok(longPath.length > 300)
})

for (const [what, ending] of Object.entries({ blank: ' ', dot: '.' })) {
  test(`a folder whose name ends in a ${what} does not lend its file the signature of another`, async () => {
    const unsigned = program('unsigned', 'AppleMobileDeviceService.exe')
    const genuine = program('genuine', 'AppleMobileDeviceService.exe')
    const folder = program(`Common ${what}`)
    // Literal paths: Windows itself would drop the last letter.
    const other = pathForWindows(`${folder}${ending}`)
    await mkdir(folder, { recursive: true })
    await mkdir(other, { recursive: true })
    await copyFile(genuine, `${folder}\\iTunesHelper.exe`)
    await copyFile(unsigned, `${other}\\iTunesHelper.exe`)
    try {
      const verdictOf = async (path: string) =>
        value((await createFileEvidenceReader().read(path)).signature).verdict
      assert.equal(await verdictOf(`${folder}\\iTunesHelper.exe`), sound)
      assert.equal(await verdictOf(`${folder}${ending}\\iTunesHelper.exe`), 'none')
    } finally {
      await rm(other, { recursive: true })
    }
  })
}

test("the system's own command interpreter is not called tampered", async () => {
  const path = `${process.env['SystemRoot'] ?? ''}\\System32\\cmd.exe`
  const signature = value((await createFileEvidenceReader().read(path)).signature)
  assert.equal(signature.verdict, isWine ? 'none' : 'trusted')
  assert.equal(signature.signer?.organization, isWine ? undefined : 'Microsoft Corporation')
})

const versionOf = async (path: string) => (await createFileEvidenceReader().read(path)).version

test('the version resource is read, with the name that the file was given when it was made', async () => {
  assert.deepEqual(value(await versionOf(program('renamed', 'iTunesHelper.exe'))), {
    companyName: 'Apple Inc.',
    fileDescription: 'MobileDeviceService',
    productName: null,
    fileVersion: '486.0.2.16',
    productVersion: null,
    originalFilename: 'AppleMobileDeviceService.exe',
    fixedFileVersion: '486.0.2.16',
  })
  assert.equal(value(await versionOf(longPath)).companyName, 'Apple Inc.')
  assert.equal(value(await versionOf(nonAsciiPath)).companyName, 'Apple Inc.')
})

test('of several languages the liked one is read, and what it lacks from another', async () => {
  const path = program('resources', 'languages.exe')
  const plain = value(await versionOf(path))
  assert.equal(plain.companyName, 'English')
  assert.equal(plain.fileDescription, 'Beskrivning')
  const swedish = await createFileEvidenceReader().read(path, { likedLanguages: [0x041d] })
  assert.equal(value(swedish.version).companyName, 'Svenska')
  assert.equal(value(swedish.version).productName, 'Product')
})

test('a missing, long, hostile or broken resource does no harm', async () => {
  assert.deepEqual(await versionOf(program('resources', 'none.exe')), {
    state: 'failed',
    reason: 'no-version-resource',
  })
  const long = value(await versionOf(program('resources', 'long.exe')))
  assert.equal(long.companyName, 'y'.repeat(15_000))
  assert.equal(long.productName, null)
  const hostile = value(await versionOf(program('resources', 'hostile.exe')))
  assert.equal(hostile.companyName, 'Apple\u202eexe.\u0007<b>')
  assert.equal(hostile.productName, 'Яблоко 🍏')
  const broken = await versionOf(program('resources', 'broken.exe'))
  assert.equal(broken.state === 'known' ? broken.value.companyName : 'Apple Inc.', 'Apple Inc.')
})

test('a file that is not there is missing, not unsigned', async () => {
  const missing = { state: 'failed', reason: 'file-missing' }
  for (const path of [program('nowhere', 'x.exe'), '', 'C:\\a\0b.exe', 'C:\\*?.exe']) {
    const evidence = await createFileEvidenceReader().read(path)
    assert.equal(evidence.signature.state, 'failed', path)
    assert.equal(evidence.version.state, 'failed', path)
    if (!path.includes('*')) assert.deepEqual(evidence, { signature: missing, version: missing })
  }
})

test('a file that somebody is writing is in use', async () => {
  const path = program('in-use.exe')
  await copyFile(program('genuine', 'AppleMobileDeviceService.exe'), path)
  const writer = await open(path, 'r+')
  try {
    const evidence = await createFileEvidenceReader().read(path)
    assert.deepEqual(evidence.signature, { state: 'failed', reason: 'file-in-use' })
  } finally {
    await writer.close()
    await rm(path)
  }
})

test('a file that is looked at may be replaced, as an update does, and not be written to', async () => {
  const path = program('updated.exe')
  await copyFile(program('genuine', 'AppleMobileDeviceService.exe'), path)
  try {
    const outcome = await withHeldFile(path, async ({ readAt }) => {
      await assert.rejects(open(path, 'r+'))
      await rename(path, `${path}.old`)
      await copyFile(program('unsigned', 'AppleMobileDeviceService.exe'), path)
      // What is held is still what it was.
      return value(await readVersionOf(readAt)).companyName
    })
    assert.equal(outcome, 'Apple Inc.')
    assert.equal(value((await createFileEvidenceReader().read(path)).signature).verdict, 'none')
  } finally {
    await rm(path, { force: true })
    await rm(`${path}.old`, { force: true })
  }
})

test('words come from the program itself, and not from a language file beside it', async () => {
  const folder = program('with words')
  await mkdir(`${folder}\\en-US`, { recursive: true })
  const path = `${folder}\\languages.exe`
  await copyFile(program('resources', 'languages.exe'), path)
  await copyFile(program('resources', 'hostile.exe'), `${folder}\\en-US\\languages.exe.mui`)
  try {
    assert.equal(value(await versionOf(path)).companyName, 'English')
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('an answer is kept until the file changes', async () => {
  const path = program('changing.exe')
  const reader = createFileEvidenceReader()
  try {
    await copyFile(program('genuine', 'AppleMobileDeviceService.exe'), path)
    const first = await reader.read(path)
    assert.equal(value(first.signature).verdict, sound)
    assert.equal(await reader.read(path), first, 'the same object: not looked at again')

    await copyFile(program('tampered', 'AppleMobileDeviceService.exe'), path)
    await utimes(path, 1, 1_000_000)
    const second = await reader.read(path)
    assert.equal(value(second.signature).verdict, 'tampered')
    assert.equal(await reader.read(path), second)

    await writeFile(path, 'x')
    assert.notEqual(await reader.read(path), second)
  } finally {
    await rm(path, { force: true })
  }
})

test('a hundred questions at once are all answered, and none after the window has gone', async () => {
  const path = program('genuine', 'AppleMobileDeviceService.exe')
  const reader = createFileEvidenceReader()
  const all = await Promise.all(Array.from({ length: 100 }, () => reader.read(path)))
  assert.ok(all.every((evidence) => value(evidence.signature).verdict === sound))

  const gone = AbortSignal.abort()
  assert.deepEqual(await createFileEvidenceReader().read(path, { signal: gone }), {
    signature: { state: 'skipped', reason: 'cancelled' },
    version: { state: 'skipped', reason: 'cancelled' },
  })
})
