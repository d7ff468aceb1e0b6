/** How are main, preload and window built? For Electron 25 and newer: Node 18 and Chromium 114. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { fileURLToPath } from 'node:url'
import { checkCatalogue } from './scripts/check-catalogue.mjs'
import { shipListingHelper } from './scripts/ship-listing-helper.mjs'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

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
    plugins: [react()],
    build: {
      target: 'chrome114',
      minify: true,
      // The component library and English; the target is 250 kB gzipped, together with the one language that is read.
      chunkSizeWarningLimit: 700,
      outDir: 'out/renderer',
      license: { fileName: 'third-party.md' },
      // Inlined images would need a wider content security policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: at('renderer/index.html') },
    },
  },
})
