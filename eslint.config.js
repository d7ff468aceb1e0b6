// Which rules does the code keep? The import table of ARCHITECTURE.md, with a message that says what to do instead.
import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const say = {
  pure: 'shared/ decides and is pure: no Node, no DOM, no Electron. Pass the fact in as an argument; electron/ collects it, renderer/ draws it.',
  rendererOnlyShared:
    'The window reaches the system only through renderer/bridge.ts. Add a channel to shared/ipc/channels.ts instead.',
  belowTheShell:
    'This folder runs under plain Node. Do it in electron/window/ or electron/ipc/ and pass the result in.',
  ipcMain:
    'Only electron/ipc/wiring.ts talks to ipcMain: it checks the sender and decodes. Add a handler to electron/ipc/handlers.ts.',
  contextBridge: 'Only electron/preload.ts talks to contextBridge and ipcRenderer.',
  koffi:
    'Only electron/win32/ talks to koffi. Write a file there that answers the question and returns our model.',
  psList: 'Only electron/processes/ talks to ps-list. Ask through Sources.list.',
  allWords:
    'The window loads one language, not all of them. Use useWords(), or renderer/text/load-words.ts.',
  test: 'Nothing imports test/. Move what both need into the folder that it is about.',
  preload: 'The preload is sandboxed and may know only the electron package and shared/ipc.',
  fluentDataGrid: 'DataGrid is slow from 50 rows up. Use the plain Table parts.',
}

/** One block per room; ESLint takes the last matching block's rule whole, so each says everything that holds there. */
const room = (files, { paths = [], patterns = [] }) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      { paths, patterns: [{ group: ['**/test/**'], message: say.test }, ...patterns] },
    ],
  },
})

const notKoffi = { name: 'koffi', message: say.koffi }
const notPsList = { name: 'ps-list', message: say.psList }
const notIpcMain = { name: 'electron', importNames: ['ipcMain'], message: say.ipcMain }
const notBridge = {
  name: 'electron',
  importNames: ['contextBridge', 'ipcRenderer'],
  message: say.contextBridge,
}
const nodeModules = { regex: '^node:', message: say.pure }
const notRenderer = { group: ['**/renderer/**'], message: say.rendererOnlyShared }

export default tseslint.config(
  { ignores: ['out/**', 'dist/**', '.cache/**', 'node_modules/**', 'test-results/**'] },
  js.configs.recommended,
  {
    files: ['**/*.mjs', '**/*.js', '**/*.cjs'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'URL',
          'Buffer',
          'setTimeout',
          'clearTimeout',
          'performance',
          'AbortController',
          'fetch',
        ] //
          .map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { require: 'readonly', module: 'writable', __dirname: 'readonly' },
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-empty-function': ['error', { allow: ['arrowFunctions'] }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // Mapped keys of texts and settings come from data: TypeScript asks for the brackets.
      '@typescript-eslint/dot-notation': 'off',
      // A call in a type position reads better than an alias that is used once.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
    },
  },
  room(['shared/**/*.ts'], {
    paths: ['electron', 'react', 'react-dom', 'koffi', 'ps-list'].map((name) => ({
      name,
      message: say.pure,
    })),
    patterns: [nodeModules, { group: ['**/electron/**', '**/renderer/**'], message: say.pure }],
  }),
  room(['renderer/**/*.ts', 'renderer/**/*.tsx'], {
    paths: [
      { name: 'electron', message: say.rendererOnlyShared },
      notKoffi,
      notPsList,
      {
        name: '@fluentui/react-components',
        importNames: ['DataGrid'],
        message: say.fluentDataGrid,
      },
    ],
    patterns: [
      { regex: '^node:', message: say.rendererOnlyShared },
      { group: ['**/electron/**'], message: say.rendererOnlyShared },
      { group: ['**/shared/text/texts.ts'], importNames: ['wordsIn'], message: say.allWords },
    ],
  }),
  room(['electron/*.ts', 'electron/window/**/*.ts', 'electron/ipc/**/*.ts'], {
    paths: [notKoffi, notPsList, notIpcMain, notBridge],
    patterns: [notRenderer],
  }),
  room(['electron/ipc/wiring.ts'], {
    paths: [notKoffi, notPsList, notBridge],
    patterns: [notRenderer],
  }),
  room(['electron/preload.ts'], {
    paths: [notKoffi, notPsList, notIpcMain],
    patterns: [
      notRenderer,
      { regex: '^node:', message: say.preload },
      { regex: '^\\./', message: say.preload },
      { regex: '^\\.\\./shared/(?!ipc/)', message: say.preload },
    ],
  }),
  room(
    ['async', 'cli', 'inspection', 'network', 'report', 'settings', 'sources', 'tasks'].map(
      (name) => `electron/${name}/**/*.ts`,
    ),
    {
      paths: [{ name: 'electron', message: say.belowTheShell }, notKoffi, notPsList],
      patterns: [notRenderer],
    },
  ),
  room(['electron/processes/**/*.ts'], {
    paths: [{ name: 'electron', message: say.belowTheShell }, notKoffi],
    patterns: [notRenderer],
  }),
  room(['electron/win32/**/*.ts'], {
    paths: [{ name: 'electron', message: say.belowTheShell }, notPsList],
    patterns: [notRenderer],
  }),
  {
    files: ['renderer/**/*.tsx', 'renderer/**/*.ts'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: ['test/**/*.ts', 'test/**/*.tsx'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      // node:test and Playwright hand back promises that the runner awaits.
      '@typescript-eslint/no-floating-promises': 'off',
    },
  },
  prettier,
)
