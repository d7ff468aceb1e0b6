/**
 * Which programs do the tests look at? Builds them into the folder that is given: small ones that only sleep, with
 * version resources and signatures of every kind. Keys are made anew each time and thrown away. Their paths are short
 * and ASCII, so that an archive can take them to another system. Needs mingw (gcc, windres), openssl, osslsigncode.
 */
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = process.argv[2]
if (folder === undefined) throw new Error('Which folder? node build-programs.mjs FOLDER')
mkdirSync(folder, { recursive: true })
// What an older run left behind would be taken for a program of this one.
if (readdirSync(folder).length > 0) throw new Error(`${folder} must be empty`)
const work = join(folder, 'work')
mkdirSync(work, { recursive: true })

const run = (program, ...args) => execFileSync(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
const inWork = (name) => join(work, name)

/** Only kernel32, so that hundreds of them start in seconds. */
writeFileSync(
  inWork('sleeper.c'),
  `__declspec(dllimport) void __stdcall Sleep(unsigned long);
__declspec(dllimport) void __stdcall ExitProcess(unsigned int);
void begin(void) { Sleep(300000); ExitProcess(0); }
`,
)

const cString = (text) =>
  [...text]
    .map((letter) => {
      const code = letter.charCodeAt(0)
      return letter.length === 1 && code >= 0x20 && code < 0x7f && letter !== '"' && letter !== '\\'
        ? letter
        : Array.from({ length: letter.length }, (_, i) => {
            return `\\x${letter.charCodeAt(i).toString(16).padStart(4, '0')}`
          }).join('')
    })
    .join('')

/** @param tables a list of `[language, strings]`: language as four hexadecimal digits. */
const versionResource = (tables) => `1 VERSIONINFO
FILEVERSION 486,0,2,16
PRODUCTVERSION 486,0,2,16
FILEOS 0x40004
FILETYPE 1
BEGIN
  BLOCK "StringFileInfo"
  BEGIN
${tables
  .map(
    ([language, strings]) => `    BLOCK "${language}04b0"
    BEGIN
${Object.entries(strings)
  .map(([key, value]) => `      VALUE "${key}", L"${cString(value)}\\0"`)
  .join('\n')}
    END`,
  )
  .join('\n')}
  END
  BLOCK "VarFileInfo"
  BEGIN
    VALUE "Translation", ${tables.map(([language]) => `0x${language}, 1200`).join(', ')}
  END
END
`

let builds = 0
const build = (path, tables) => {
  const number = String((builds += 1))
  const output = join(folder, path)
  mkdirSync(dirname(output), { recursive: true })
  const objects = []
  if (tables !== null) {
    writeFileSync(inWork(`${number}.rc`), versionResource(tables))
    run('x86_64-w64-mingw32-windres', inWork(`${number}.rc`), inWork(`${number}.res.o`))
    objects.push(inWork(`${number}.res.o`))
  }
  run(
    'x86_64-w64-mingw32-gcc',
    ...['-Os', '-s', '-nostdlib', '-Wl,-e,begin', '-Wl,--subsystem,windows', inWork('sleeper.c')],
    ...[...objects, '-lkernel32', '-o', output],
  )
  return output
}

const makeRoot = (name) => {
  run(
    'openssl',
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30', '-sha256', '-utf8'],
    ...['-subj', `/CN=${name} Root`, '-addext', 'basicConstraints=critical,CA:TRUE'],
    ...['-keyout', inWork(`${name}.key`), '-out', inWork(`${name}.pem`)],
  )
}

const makeSigner = (id, subject, root, days = ['-days', '20']) => {
  run(
    'openssl',
    ...['req', '-newkey', 'rsa:2048', '-nodes', '-sha256', '-utf8', '-subj', subject],
    ...['-keyout', inWork(`${id}.key`), '-out', inWork(`${id}.csr`)],
  )
  writeFileSync(
    inWork('code.ext'),
    'basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=codeSigning\n',
  )
  run(
    'openssl',
    ...['x509', '-req', '-in', inWork(`${id}.csr`), '-sha256', '-CAcreateserial', ...days],
    ...['-CA', inWork(`${root}.pem`), '-CAkey', inWork(`${root}.key`)],
    ...['-extfile', inWork('code.ext'), '-out', inWork(`${id}.pem`)],
  )
  writeFileSync(
    inWork(`${id}.chain.pem`),
    readFileSync(inWork(`${id}.pem`), 'utf8') + readFileSync(inWork(`${root}.pem`), 'utf8'),
  )
}

/** Signed by the very key that it names: nobody vouches for it. */
const makeSelfSigner = (id, subject) => {
  run(
    'openssl',
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '20', '-sha256', '-utf8'],
    ...['-subj', subject, '-addext', 'extendedKeyUsage=codeSigning'],
    ...['-keyout', inWork(`${id}.key`), '-out', inWork(`${id}.chain.pem`)],
  )
}

const sign = (path, id) => {
  const signed = inWork('signed.exe')
  rmSync(signed, { force: true })
  run(
    'osslsigncode',
    ...['sign', '-h', 'sha256', '-certs', inWork(`${id}.chain.pem`), '-key', inWork(`${id}.key`)],
    ...['-in', path, '-out', signed],
  )
  copyFileSync(signed, path)
}

const copyTo = (from, path) => {
  const output = join(folder, path)
  mkdirSync(dirname(output), { recursive: true })
  copyFileSync(from, output)
  return output
}

/** @param offset from the beginning, or from the end when negative. */
const flipByte = (path, offset) => {
  const bytes = readFileSync(path)
  bytes[offset < 0 ? bytes.length + offset : offset] ^= 0x01
  writeFileSync(path, bytes)
}

makeRoot('Test')
makeSigner('apple', '/C=US/ST=California/L=Cupertino/O=Apple Inc./CN=Apple Inc.', 'Test')
makeSigner('audinate', '/C=AU/O=Audinate Pty Ltd/CN=Audinate Pty Ltd', 'Test')
makeSigner('no-organization', '/CN=Somebody', 'Test')
makeSigner('expired', '/O=Apple Inc./CN=Apple Inc.', 'Test', ['-days', '-1'])
makeSelfSigner('self', '/O=Apple Inc./CN=Apple Inc.')
makeSigner('non-ascii', '/O=Åke & Söner AB/CN=Яблоко 苹果', 'Test')

const service = {
  CompanyName: 'Apple Inc.',
  FileDescription: 'MobileDeviceService',
  FileVersion: '486.0.2.16',
  InternalName: 'AppleMobileDeviceService',
  OriginalFilename: 'AppleMobileDeviceService.exe',
}
const genuine = build('genuine/AppleMobileDeviceService.exe', [['0409', service]])
const unsigned = copyTo(genuine, 'unsigned/AppleMobileDeviceService.exe')
sign(genuine, 'apple')
// One that the service manager can start.
const serving = copyTo(genuine, 'services/AppleMobileDeviceService.exe')
run(
  'x86_64-w64-mingw32-gcc',
  ...['-Os', '-s', '-municode', '-mwindows', '-o', serving],
  fileURLToPath(new URL('../../fixtures/programs/service.c', import.meta.url)),
)
sign(serving, 'apple')
const signedSize = readFileSync(genuine).length
const unsignedSize = readFileSync(unsigned).length

copyTo(genuine, 'renamed/iTunesHelper.exe')
flipByte(copyTo(genuine, 'tampered/AppleMobileDeviceService.exe'), 0x400 + 3)
flipByte(copyTo(genuine, 'tampered-signature/AppleMobileDeviceService.exe'), -24)
// Cut in the middle of the signature, and in the middle of the program.
writeFileSync(
  copyTo(genuine, 'cut/signature.exe'),
  readFileSync(genuine).subarray(0, unsignedSize + Math.floor((signedSize - unsignedSize) / 2)),
)
writeFileSync(copyTo(genuine, 'cut/program.exe'), readFileSync(genuine).subarray(0, 600))
mkdirSync(join(folder, 'not-a-program'), { recursive: true })
writeFileSync(join(folder, 'not-a-program/empty.exe'), '')
writeFileSync(join(folder, 'not-a-program/text.exe'), 'Apple Inc.\n')

for (const [path, id] of [
  ['other-signer/mDNSResponder.exe', 'audinate'],
  ['no-organization/iTunesHelper.exe', 'no-organization'],
  ['expired/iTunesHelper.exe', 'expired'],
  ['self-signed/iTunesHelper.exe', 'self'],
  ['non-ascii-signer/iTunesHelper.exe', 'non-ascii'],
]) {
  sign(build(path, [['0409', { CompanyName: 'Apple Inc.' }]]), id)
}

copyTo(genuine, 'deleted/iTunesHelper.exe')

build('resources/none.exe', null)
build('resources/languages.exe', [
  ['041d', { CompanyName: 'Svenska', FileDescription: 'Beskrivning' }],
  ['0409', { CompanyName: 'English', ProductName: 'Product' }],
])
build('resources/long.exe', [['0000', { CompanyName: 'y'.repeat(15_000), ProductName: '' }]])
build('resources/hostile.exe', [
  ['0000', { CompanyName: 'Apple\u202eexe.\u0007<b>', ProductName: 'Яблоко 🍏' }],
])
const broken = build('resources/broken.exe', [['0409', service]])
const brokenBytes = readFileSync(broken)
const keyAt = brokenBytes.indexOf(Buffer.from('StringFileInfo', 'utf16le'))
if (keyAt < 0) throw new Error('no version resource in the program that was built')
// The block claims to be 65,535 bytes long, with a value of 65,535 bytes.
brokenBytes.fill(0xff, keyAt - 6, keyAt - 2)
writeFileSync(broken, brokenBytes)
rmSync(work, { recursive: true })
