/** How are main, preload and window built? For Electron 25 and newer: Node 18 and Chromium 114. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { themeCss } from './renderer/theme/theme-css.ts'
import { checkCatalogue } from './scripts/check-catalogue.mjs'
import { shipListingHelper } from './scripts/package/ship-listing-helper.mjs'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

interface Bundle {
  readonly getModuleInfo: (
    id: string,
  ) => { readonly isEntry: boolean; readonly importers: readonly string[] } | null
}

/** Comes after the first picture, with the parts that need it. Its icons, colours and styles are of the first. */
const library = /\/node_modules\/(?:@fluentui\/(?!react-icons\/|tokens\/)|keyborg\/|tabster\/)/

/** The page's own modules before it may run, and those that come next: one file each, instead of a dozen requests. */
function chunkOf(id: string, bundle: Bundle): 'start' | 'library' | null {
  const isOfLibrary = library.test(id)
  const seen = new Set([id])
  for (const module of seen) {
    const info = bundle.getModuleInfo(module)
    if (info?.isEntry === true && !isOfLibrary) return 'start'
    for (const importer of info?.importers ?? []) seen.add(importer)
  }
  return isOfLibrary ? 'library' : null
}

const themesInPage: Plugin = {
  name: 'themes-in-page',
  // Before the page's styles are made small: a comment would be gone.
  transformIndexHtml: {
    order: 'pre',
    handler: (page) =>
      page
        .replace('/* __THEMES__ */', themeCss)
        .replace('/* __WINDOW__ */', () => readFileSync(at('renderer/theme/window.css'), 'utf8')),
  },
}

/**
 * Chromium compiles a function in brackets with the script that it stands in, but no arrow. As an arrow, the module that is
 * React is read twice before the first picture: 10 of the 20 ms that the start's script takes to run.
 */
const compiledAtOnce: Plugin = {
  name: 'compiled-at-once',
  renderChunk: (code) =>
    code.replace(/__commonJSMin\(\(\(([\w, ]*)\) => \{/g, '__commonJSMin((function ($1) {'),
}

export default defineConfig({
  main: {
    json: { namedExports: false, stringify: true },
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
    json: { namedExports: false, stringify: true },
    root: 'renderer',
    plugins: [react(), themesInPage, compiledAtOnce],
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
              // A language of the window is one file of 62 to 67 kB gzipped, whatever areas its texts lie in: one is read
              // instead of four. English is of the start.
              {
                name: (id) => /\/assets\/texts\/(?!en\/)([a-z]+)\//.exec(id)?.[1] ?? null,
                priority: 3,
              },
              // A module that both need is of the start.
              {
                name: (id, bundle) => (chunkOf(id, bundle) === 'start' ? 'start' : null),
                priority: 2,
              },
              {
                name: (id, bundle) => (chunkOf(id, bundle) === 'library' ? 'library' : null),
                priority: 1,
              },
            ],
          },
        },
      },
    },
  },
})
