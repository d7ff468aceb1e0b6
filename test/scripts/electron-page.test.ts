/** Is everything of Electron that the code uses on the page that says what changes with its versions? */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '../../scripts/project.mjs'

const objects =
  'app|session|dialog|shell|clipboard|nativeTheme|screen|protocol|ipcMain|ipcRenderer|contextBridge|Menu|BrowserWindow|contents|webContents|window|webRequest'
const folders = ['electron/main.ts', 'electron/preload.ts', 'electron/window', 'electron/ipc']

function sources(): readonly string[] {
  return folders.flatMap((name) => {
    const path = join(projectRoot, name)
    if (name.endsWith('.ts')) return [readFileSync(path, 'utf8')]
    return readdirSync(path)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join(path, file), 'utf8'))
  })
}

const page = readFileSync(join(projectRoot, 'docs/electron.md'), 'utf8')

test('every function and every event of it is named there', () => {
  const calls = new RegExp(`\\b(?:${objects})\\.([a-zA-Z]+)\\(`, 'g')
  const events = /\.on(?:ce)?\(\s*'([a-z-]+)'/g
  const used = sources().flatMap((text) => [
    ...[...text.matchAll(calls)].map(([, name]) => name ?? ''),
    ...[...text.matchAll(events)].map(([, name]) => name ?? ''),
  ])
  expect(used.length).toBeGreaterThan(50)
  // `on` and `once` stand before an event, which is named itself.
  const missing = used.filter(
    (name) => !['on', 'once'].includes(name) && !page.includes(`\`${name}\``),
  )
  expect([...new Set(missing)].sort()).toEqual([])
})

test('the version is that of package.json', () => {
  const { devDependencies } = JSON.parse(
    readFileSync(join(projectRoot, 'package.json'), 'utf8'),
  ) as { readonly devDependencies: { readonly electron: string } }
  expect(page).toContain(`Electron ${devDependencies.electron} `)
})

test('the preload uses nothing that the sandbox of 45 took away', () => {
  const seen = new Map<string, string>()
  const read = (file: string): void => {
    if (seen.has(file)) return
    const text = readFileSync(file, 'utf8')
    seen.set(file, text)
    for (const [, path = ''] of text.matchAll(/^(?:import|export) (?!type).* from '(\..+)'$/gm)) {
      read(join(dirname(file), path))
    }
  }
  read(join(projectRoot, 'electron/preload.ts'))
  expect(seen.size).toBeGreaterThan(1)
  for (const [file, text] of seen) {
    const code = text.replaceAll(/\/\*[^]*?\*\/|\/\/.*/g, '')
    expect(/\b(?:Buffer|setImmediate|clearImmediate)\b|'node:/.exec(code), file).toBeNull()
  }
})
