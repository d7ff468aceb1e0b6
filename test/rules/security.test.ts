/** What SECURITY.md says that the program never does: is there no code that could? And does each sentence name its test? */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '../../scripts/project.mjs'

interface Source {
  readonly file: string
  readonly text: string
}

const sources: readonly Source[] = ['electron', 'renderer', 'shared'].flatMap((folder) =>
  readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => ({ file, text: readFileSync(join(projectRoot, file), 'utf8') })),
)
const inBridge = sources.filter(({ file }) => file.startsWith('electron/win32/bridge/'))

/** Files, sorted, in which it stands. */
const filesWith = (what: RegExp, among = sources): readonly string[] =>
  among.flatMap(({ file, text }) => (what.test(text) ? [file] : [])).sort()

test('it starts no program: only the package of the list does, and Windows’s tools are opened by a fixed list', () => {
  expect(sources.length).toBeGreaterThan(400)
  expect(filesWith(/['"](?:node:)?(?:child_process|cluster)['"]/)).toEqual([])
  expect(filesWith(/from 'ps-list'/)).toEqual(['electron/processes/list-with-ps-list.ts'])
  expect(filesWith(/\bshell\.openPath\b/)).toEqual(['electron/ipc/handlers.ts'])
  expect(filesWith(/ShellExecute|CreateProcess[AW]\b|WinExec/)).toEqual([])
})

test('beside what somebody opens or saves, files are looked at in few places', () => {
  const rooms = /^electron\/(?:cli|report|fleet|settings|window)\//
  const readers = filesWith(/from '(?:node:)?fs(?:\/promises)?'/)
  expect(readers.filter((file) => !rooms.test(file))).toEqual([
    'electron/network/hosts-file.ts',
    'electron/sources/hash-file.ts',
    'electron/win32/devices/apple-drivers.ts',
    'electron/win32/devices/backup-folders.ts',
    'electron/win32/devices/folder-size.ts',
    'electron/win32/devices/pairing-folder.ts',
    'electron/win32/files/embedded-names.ts',
    'electron/win32/files/free-space.ts',
    'electron/win32/files/held-file.ts',
    'electron/win32/files/is-file-there.ts',
    'electron/win32/startup/scheduled-tasks.ts',
    'electron/win32/startup/startup-folder.ts',
  ])
})

test('it reports nothing about itself and looks for no update', () => {
  const senders = /crashReporter|autoUpdater|net\.request|XMLHttpRequest|sendBeacon|new WebSocket/
  expect(filesWith(senders)).toEqual([])
  expect(filesWith(/(?<![.\w])fetch\(/)).toEqual([])
  const network = filesWith(/from '(?:node:)?(?:net|tls|https?|http2|dgram|dns)(?:\/promises)?'/)
  expect(network.length).toBeGreaterThan(3)
  expect(network.filter((file) => !file.startsWith('electron/network/'))).toEqual([])
})

/** Names of Windows's functions that change, end or make something; none of them may ever be declared. */
const changing =
  /^(?:Terminate|Delete|Remove|Move|Copy|Write|Set|Adjust|Control|Start|Stop|Change|Replace|Create(?!FileW$)|Reg(?:Set|Delete|Create|Replace|Restore|Load|Save)|NtSet|NtTerminate|CM_(?:Set|Disable|Enable|Uninstall|Query_And_Remove)|Evt(?:Clear|Export)|Shell|Open.*Write|Debug|Inject|VirtualAlloc)/

test('of Windows it declares what reads, and asks for no other right', () => {
  const declared = inBridge.flatMap(({ text }) =>
    [...text.matchAll(/\bdeclare(?:<[^(]*>)?\(\s*'(\w+)'/g)].map(([, name]) => name ?? ''),
  )
  expect(declared.length).toBeGreaterThan(40)
  expect(declared.filter((name) => changing.test(name))).toEqual([])
  // The pattern knows what it is looking for.
  expect(
    ['TerminateProcess', 'RegSetValueExW', 'ControlService'].every((n) => changing.test(n)),
  ).toBe(true)
  const rights = inBridge.flatMap(({ text }) =>
    [
      ...text.matchAll(
        /export const ((?:PROCESS|TOKEN|KEY|GENERIC|SC_MANAGER|SERVICE_(?!STATE|WIN32))_?\w*) =/g,
      ),
    ].map(([, name]) => name ?? ''),
  )
  expect(rights.sort()).toEqual([
    'GENERIC_READ',
    'KEY_ENUMERATE_SUB_KEYS',
    'KEY_QUERY_VALUE',
    // No right: which half of the registry is meant.
    'KEY_WOW64_64KEY',
    'PROCESS_QUERY_LIMITED_INFORMATION',
    'SC_MANAGER_CONNECT',
    'SC_MANAGER_ENUMERATE_SERVICE',
    'SERVICE_QUERY_CONFIG',
    'SERVICE_QUERY_STATUS',
    'TOKEN_QUERY',
  ])
})

test('libraries of Windows come from the system folder alone', () => {
  const loads = sources.flatMap(({ file, text }) =>
    [...text.matchAll(/\.load\((`[^`]*`|[^)]*)\)/g)].map(([, what]) => [file, what]),
  )
  expect(loads).toEqual([
    ['electron/win32/bridge/system-library.ts', '`${systemFolder(koffi.value)}\\\\${fileName}`'],
    ['electron/win32/bridge/system-library.ts', "'kernel32.dll'"],
  ])
})

const page = readFileSync(join(projectRoot, 'SECURITY.md'), 'utf8')

/** The rows of the table under a heading, without its head. */
function rowsUnder(heading: string): readonly (readonly string[])[] {
  const part = page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  return part
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| |\|$/g, '').trim()))
}

const testIn = /`(test\/[^`]+\.test\.tsx?)`/g

test('each item of Electron’s checklist and each sentence names a test that is there, or the page of what a real Windows shows', () => {
  const items = rowsUnder('The window')
  const sentences = rowsUnder('What holds these sentences')
  expect(items).toHaveLength(20)
  expect(sentences.length).toBeGreaterThan(30)
  const without = [...items, ...sentences].filter(
    (row) =>
      !(row.at(-1) ?? '').includes('docs/real-windows.md') && row.at(-1)?.search(testIn) === -1,
  )
  expect(without.map(([first]) => first)).toEqual([])
  const named = [...page.matchAll(testIn)].map(([, file]) => file ?? '')
  expect(named.filter((file) => !existsSync(join(projectRoot, file)))).toEqual([])
})

test('each promise of the first list stands in the table of what holds it', () => {
  const promises = page.split('\n## What the program does')[1]?.split('\n## ')[0] ?? ''
  const bullets = promises.split(/\n- /).slice(1)
  const held = rowsUnder('What holds these sentences').map(([number]) => number)
  expect(bullets).toHaveLength(8)
  expect(bullets.map((_, index) => String(index + 1)).filter((one) => !held.includes(one))).toEqual(
    [],
  )
})
