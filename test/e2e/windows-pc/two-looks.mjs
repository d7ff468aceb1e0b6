/**
 * Run by the node.exe of a Windows: sets up a PC with Apple's programs, looks at it with the built command line, changes
 * nine things for real, and looks again. Arguments: the command line, the folder of the signed programs, the folder for
 * `MONDAY.json` and `FRIDAY.json`.
 */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const [commandLine = '', programs = '', folder = ''] = process.argv.slice(2)
const drive = process.env['SystemDrive'] ?? 'C:'
const support = `${drive}\\Program Files\\Common Files\\Apple\\Mobile Device Support`
const places = {
  service: join(support, 'AppleMobileDeviceService.exe'),
  helper: `${drive}\\Program Files\\iTunes\\iTunesHelper.exe`,
  backup: join(support, 'AppleMobileBackup.exe'),
  iPod: `${drive}\\Program Files\\iPod\\bin\\iPodService.exe`,
}
const run = (/** @type {string} */ name, /** @type {string[]} */ ...args) =>
  execFileSync(name, args, { stdio: 'ignore' })

/** @type {Map<string, import('node:child_process').ChildProcess>} */
const running = new Map()

/** @param {string} path @param {Uint8Array} bytes */
async function start(path, bytes) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, bytes)
  const child = spawn(path, [], { stdio: 'ignore' })
  await once(child, 'spawn')
  running.set(path, child)
}

/** @param {string} path */
async function end(path) {
  const child = running.get(path)
  if (child === undefined) return
  const ended = once(child, 'exit')
  child.kill()
  await ended
  running.delete(path)
}

/** @param {string} name @param {'demand' | 'auto'} start @param {string} path */
const setUpService = (name, start, path) =>
  run('sc', 'create', name, 'start=', start, 'binPath=', path)

/** @param {string} label */
function look(label) {
  const file = join(folder, `${label}.json`)
  const options = ['--format', 'json', '--label', label, '--output', file]
  const child = spawn(process.execPath, [commandLine, ...options], { stdio: 'inherit' })
  return once(child, 'exit')
}

const signed = readFileSync(join(programs, 'genuine', 'AppleMobileDeviceService.exe'))
const others = readFileSync(join(programs, 'other-signer', 'mDNSResponder.exe'))
const unsigned = readFileSync(join(programs, 'unsigned', 'AppleMobileDeviceService.exe'))
/** The same with another number in its fixed version. */
const newer = Buffer.from(unsigned)
newer.writeUInt32LE(99, newer.indexOf(Buffer.from([0xbd, 0x04, 0xef, 0xfe])) + 12)

const approved =
  'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\StartupApproved\\Run'
const runKey = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run'
const store = join(process.env['SystemRoot'] ?? '', 'System32', 'DriverStore', 'FileRepository')
const driver = join(store, 'usbaapl64.inf_amd64_0123456789abcdef')

try {
  await start(places.service, unsigned)
  await start(places.helper, unsigned)
  await start(places.backup, signed)
  mkdirSync(dirname(places.iPod), { recursive: true })
  writeFileSync(places.iPod, signed)
  setUpService('iPod Service', 'demand', places.iPod)
  run('reg', 'add', runKey, '/v', 'iTunesHelper', '/d', places.helper, '/f')
  mkdirSync(driver, { recursive: true })
  writeFileSync(join(driver, 'usbaapl64.inf'), '[Version]\r\nDriverVer=12/13/2012,6.0.9999.69\r\n')
  await look('MONDAY')

  await end(places.service)
  await start(places.service, others)
  await end(places.helper)
  await start(places.helper, newer)
  await end(places.backup)
  // Wine's sc has no `config`.
  run('sc', 'delete', 'iPod Service')
  setUpService('iPod Service', 'auto', places.iPod)
  run(
    'reg',
    'add',
    approved,
    '/v',
    'iTunesHelper',
    '/t',
    'REG_BINARY',
    '/d',
    '030000000000000000000000',
    '/f',
  )
  rmSync(driver, { recursive: true })
  await look('FRIDAY')
} finally {
  for (const path of [...running.keys()]) await end(path)
}
