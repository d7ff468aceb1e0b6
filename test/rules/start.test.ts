/** What is loaded before the window can open? Nothing that checks foreign data: nothing else takes as long to load. */
import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const at = (file: string) => join(root, file)
const nameOf = (file: string) => relative(root, file).replaceAll('\\', '/')

/** Statements that load at once: neither types nor `import()`. */
const loading = /^(?:import|export) (?!type )(?:[^'"]*? from )?['"]([^'"]+)['"]/gm

function loadedFrom(file: string, seen = new Set<string>()): ReadonlySet<string> {
  const name = nameOf(file)
  if (seen.has(name)) return seen
  seen.add(name)
  for (const [, target = ''] of readFileSync(file, 'utf8').matchAll(loading)) {
    if (!target.startsWith('.')) seen.add(target)
    else if (/\.tsx?$/.test(target)) loadedFrom(join(dirname(file), target), seen)
  }
  return seen
}

test.each([
  ['electron/main.ts', 'electron'],
  ['electron/ipc/serve-window.ts', 'electron'],
  ['renderer/main.tsx', 'react'],
])('%s loads no zod', (file, known) => {
  const loaded = loadedFrom(at(file))
  expect(loaded).toContain(known)
  expect([...loaded].filter((name) => name === 'zod' || name.includes('zod/'))).toEqual([])
})

test('what judges connections comes with the first question about them', () => {
  const loaded = loadedFrom(at('electron/ipc/serve-window.ts'))
  expect(loaded).toContain('electron/tasks/connections.ts')
  expect([...loaded].filter((name) => name.startsWith('shared/connections/'))).toEqual([
    'shared/connections/parse-proxy-list.ts',
  ])
})

test.each(['shared/text/texts.ts', 'unhomoglyph'])(
  'what answers the window does without %s at first',
  (name) => {
    expect(loadedFrom(at('electron/ipc/serve-window.ts'))).not.toContain(name)
  },
)

test.each([
  ['electron/settings/settings-schema.ts', 'zod'],
  ['electron/tasks/what-is.ts', 'shared/text/texts.ts'],
])('the count sees what is loaded: %s does bring %s', (file, name) => {
  expect(loadedFrom(at(file))).toContain(name)
})

/** What Fluent's barrel hands on of the packages that style everything: a few kilobytes. */
const styling = ['RendererProvider', 'createDOMRenderer']

/** Names that a file takes from the component library. */
function takenFromLibrary(file: string): readonly string[] {
  const text = readFileSync(at(file), 'utf8')
  const imports = /^import (?!type )\{([^}]*)\} from '@fluentui\/react-components'/gm
  return [...text.matchAll(imports)].flatMap(([, names = '']) =>
    names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && !name.startsWith('type ')),
  )
}

test('the first picture is drawn without the component library', () => {
  const files = [...loadedFrom(at('renderer/main.tsx'))].filter((name) => /\.tsx?$/.test(name))
  expect(files).toContain('renderer/overview/OverviewView.tsx')
  expect([...new Set(files.flatMap(takenFromLibrary))].sort()).toEqual(styling)
})

test('the count sees what does take parts of it', () => {
  expect(takenFromLibrary('renderer/connections/errors/ErrorLookUp.tsx')).toContain('Field')
})
