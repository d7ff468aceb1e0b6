/** How are main, preload and window built? For Electron 25 and newer: Node 18 and Chromium 114. */
import griffel from '@griffel/vite-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { fileURLToPath } from 'node:url'
import { checkCatalogue } from './scripts/check-catalogue.mjs'
import { shipListingHelper } from './scripts/ship-listing-helper.mjs'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

interface Bundle {
  readonly getModuleInfo: (
    id: string,
  ) => { readonly isEntry: boolean; readonly importers: readonly string[] } | null
}

/** Does the page import it before it may run? Then it is in one file with all the others: one request instead of seven. */
function isNeededAtStart(id: string, bundle: Bundle): boolean {
  const seen = new Set([id])
  for (const module of seen) {
    const info = bundle.getModuleInfo(module)
    if (info?.isEntry === true) return true
    for (const importer of info?.importers ?? []) seen.add(importer)
  }
  return false
}

/** Styles are worked out here instead of at every start: a tenth of what the window's script did before its first picture. */
const stylesAtBuild = griffel({
  babelOptions: {
    presets: ['@babel/preset-typescript', ['@babel/preset-react', { runtime: 'automatic' }]],
  },
})

export default defineConfig({
  main: {
    plugins: [checkCatalogue(), shipListingHelper()],
    build: {
      target: 'node18',
      // Half the bytes to read and parse before the window can open.
      minify: true,
      outDir: 'out/main',
      // What the bundles hold of others' work goes with them: electron-builder puts it beside the program.
      license: { fileName: 'third-party.md' },
      externalizeDeps: false,
      lib: { entry: at('electron/main.ts'), formats: ['cjs'], fileName: () => 'main.cjs' },
      rolldownOptions: { output: { chunkFileNames: '[name].cjs' } },
    },
  },
  preload: {
    build: {
      target: 'node18',
      outDir: 'out/preload',
      externalizeDeps: false,
      lib: { entry: at('electron/preload.ts'), formats: ['cjs'], fileName: () => 'preload.cjs' },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), stylesAtBuild],
    build: {
      target: 'chrome114',
      minify: true,
      // The component library and English; the target is 250 kB gzipped, together with the one language that is read.
      chunkSizeWarningLimit: 750,
      outDir: 'out/renderer',
      license: { fileName: 'third-party.md' },
      // Inlined images would need a wider content security policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: at('renderer/index.html'),
        output: {
          codeSplitting: {
            groups: [
              {
                debugName: 'start',
                name: (id, bundle) => (isNeededAtStart(id, bundle) ? 'start' : null),
              },
            ],
          },
        },
      },
    },
  },
})
