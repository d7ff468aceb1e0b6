/**
 * The programs in `dist/`, tried. For a Windows machine, after `npm run dist`: each one for this processor writes a
 * report, passes its exit code on, can be started twice at once, and opens its window.
 *
 * `node scripts/package/smoke-test.mjs [PROGRAM …]` takes other programs; only the window is looked for on Windows alone.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { inProject, tell } from '../project.mjs'
import { run } from '../machine/run.mjs'

const isWindows = process.platform === 'win32'
const programName = 'process-inspector-for-itunes'
const folder = mkdtempSync(join(tmpdir(), 'smoke-test-'))
let failures = 0

/** @param {string} what @param {boolean} isTrue @param {string} [otherwise] */
function check(what, isTrue, otherwise = '') {
  tell(`  ${isTrue ? 'passed' : 'FAILED'}: ${what}${isTrue ? '' : ` ${otherwise}`}`)
  if (!isTrue) failures++
}

/** The portable program and the unpacked zip that fit this processor. */
async function programsInDist() {
  const files = readdirSync(inProject('dist'))
  const only = (/** @type {string} */ ending) => {
    const found = files.filter((name) => name.endsWith(ending))
    if (found.length !== 1)
      throw new Error(`dist holds ${found.length} files *${ending}: run npm run dist first`)
    return inProject('dist', found[0] ?? '')
  }
  const unpacked = join(folder, 'unpacked')
  // Windows' own tar reads zip files; the one of Git does not.
  const tar = join(process.env['SystemRoot'] ?? '', 'System32', 'tar.exe')
  const zip = only(`-${process.arch}.zip`)
  const { code, output } = await run(tar, ['-xf', zip, '-C', mkdtempSync(`${unpacked}-`)], {
    quiet: true,
  })
  if (code !== 0) throw new Error(`${basename(zip)} could not be unpacked: ${output}`)
  const into = readdirSync(folder).find((name) => name.startsWith('unpacked-')) ?? ''
  return [only(`-${process.arch}-portable.exe`), join(folder, into, `${programName}.exe`)]
}

/** @param {string} program @param {string} name of the report's file */
async function writesReport(program, name) {
  const file = join(folder, name)
  const startedMs = Date.now()
  const args = ['--report', '--format', 'json', '--output', file]
  const { code, output } = await run(program, args, { quiet: true })
  const seconds = ((Date.now() - startedMs) / 1000).toFixed(1)
  // 1: something on this machine needs attention. The inspection is complete all the same.
  check(
    `exit code 0 or 1, after ${seconds} s`,
    code === 0 || code === 1,
    `it was ${code}. ${output}`,
  )
  try {
    /** @type {{ lister: string, processes: { group: string }[] }} */
    const { lister, processes } = JSON.parse(readFileSync(file, 'utf8'))
    const count = processes.filter(({ group }) => group !== 'related').length
    check('the report holds the 20 processes', count === 20, `it holds ${count}`)
    check('Windows itself listed them', lister === 'in-process', `it was ${lister}`)
  } catch (error) {
    check('the report can be read', false, String(error))
  }
}

/** @param {string} program */
async function opensWindow(program) {
  const child = spawn(program, [], { stdio: 'ignore' })
  const titles = `(Get-Process ${programName} -ErrorAction SilentlyContinue).MainWindowTitle`
  let title = ''
  for (const endMs = Date.now() + 120_000; title === '' && Date.now() < endMs;) {
    const { output } = await run('powershell.exe', ['-NoProfile', '-Command', titles], {
      quiet: true,
    })
    title = output.trim()
  }
  check('the window opens', title.includes('Process Inspector for iTunes'), `its title: ${title}`)
  await run('taskkill.exe', ['/pid', String(child.pid), '/t', '/f'], { quiet: true })
}

const given = process.argv.slice(2)
for (const program of given.length > 0 ? given : await programsInDist()) {
  tell(basename(program))
  await writesReport(program, 'once.json')
  await Promise.all(['twice-a.json', 'twice-b.json'].map((name) => writesReport(program, name)))
  const { code } = await run(program, ['--report', '--no-such-flag'], {
    quiet: true,
  })
  check('a wrong argument gives exit code 2', code === 2, `it was ${code}`)
  if (isWindows) await opensWindow(program)
}
rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 500 })
process.exitCode = failures === 0 ? 0 : 1
