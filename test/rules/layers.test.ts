import { ESLint, Linter } from 'eslint'
import { parser } from 'typescript-eslint'
import { describe, expect, test } from 'vitest'

const eslint = new ESLint()

/** What the import rule of that file's room says about one line of code. */
async function complaints(file: string, code: string): Promise<string[]> {
  const config = (await eslint.calculateConfigForFile(file)) as Linter.Config
  const rule = config.rules?.['no-restricted-imports']
  if (rule === undefined) throw new Error(`no import rule for ${file}`)
  const messages = new Linter().verify(
    code,
    [
      {
        files: ['**/*.ts', '**/*.tsx'],
        languageOptions: { parser },
        rules: { 'no-restricted-imports': rule },
      },
    ],
    { filename: file },
  )
  return messages.map(({ message }) => message)
}

describe('an import that the table forbids is refused, with a word on what to do instead', () => {
  test.each([
    ['shared/judge/x.ts', "import { readFileSync } from 'node:fs'", 'Pass the fact in'],
    ['shared/judge/x.ts', "import { app } from 'electron'", 'Pass the fact in'],
    ['shared/judge/x.ts', "import React from 'react'", 'Pass the fact in'],
    [
      'shared/judge/x.ts',
      "import { inspect } from '../../electron/inspection/inspect.ts'",
      'Pass the fact in',
    ],
    ['renderer/frame/App.tsx', "import { ipcRenderer } from 'electron'", 'Add a channel'],
    ['renderer/frame/App.tsx', "import { join } from 'node:path'", 'Add a channel'],
    ['renderer/views/X.tsx', "import { cli } from '../../electron/cli/run.ts'", 'Add a channel'],
    ['electron/inspection/x.ts', "import { app } from 'electron'", 'pass the result in'],
    ['electron/report/x.ts', "import { app } from 'electron'", 'pass the result in'],
    ['electron/cli/run.ts', "import { app } from 'electron'", 'pass the result in'],
    ['electron/inspection/x.ts', "import psList from 'ps-list'", 'Sources.list'],
    ['electron/main.ts', "import psList from 'ps-list'", 'Sources.list'],
    ['electron/main.ts', "import koffi from 'koffi'", 'electron/win32'],
    ['electron/processes/x.ts', "import koffi from 'koffi'", 'electron/win32'],
    ['electron/ipc/handlers.ts', "import { ipcMain } from 'electron'", 'electron/ipc/wiring.ts'],
    ['electron/main.ts', "import { contextBridge } from 'electron'", 'electron/preload.ts'],
    ['electron/main.ts', "import { App } from '../renderer/App.tsx'", 'renderer/bridge.ts'],
    ['electron/preload.ts', "import { readFile } from 'node:fs/promises'", 'sandboxed'],
    [
      'electron/preload.ts',
      "import { readCatalogue } from '../shared/catalogue/catalogue.ts'",
      'sandboxed',
    ],
    ['electron/preload.ts', "import { x } from './log.ts'", 'sandboxed'],
    [
      'electron/main.ts',
      "import { listed } from '../test/fixtures/listed.ts'",
      'Nothing imports test/',
    ],
  ])('%s: %s', async (file, code, advice) => {
    const said = await complaints(file, code)
    expect(said).toHaveLength(1)
    expect(said[0]).toContain(advice)
  })
})

describe('an import that the table allows passes', () => {
  test.each([
    ['shared/judge/x.ts', "import { z } from 'zod'"],
    ['renderer/frame/App.tsx', "import { Button } from '@fluentui/react-components'"],
    ['electron/main.ts', "import { app } from 'electron'"],
    ['electron/ipc/wiring.ts', "import { ipcMain } from 'electron'"],
    ['electron/preload.ts', "import type { Told } from '../shared/ipc/channels.ts'"],
    ['electron/preload.ts', "import { contextBridge } from 'electron'"],
    ['electron/processes/list-with-ps-list.ts', "import psList from 'ps-list'"],
    ['electron/win32/bridge/load-koffi.ts', "import { createRequire } from 'node:module'"],
    ['electron/inspection/x.ts', "import { open } from 'node:fs/promises'"],
  ])('%s: %s', async (file, code) => {
    expect(await complaints(file, code)).toEqual([])
  })
})
