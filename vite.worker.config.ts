/** Build of the two workers, `out/main/report-worker.cjs` and `fleet-worker.cjs`: what opens and compares reports, and what reads many PCs. */
import { builtinModules } from 'node:module'
import { defineConfig } from 'vite'
import { checkCatalogue } from './scripts/check-catalogue.mjs'

export default defineConfig({
  plugins: [checkCatalogue()],
  // A text that is parsed starts sooner than a script that makes the same objects.
  json: { stringify: true, namedExports: false },
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node18',
    minify: true,
    outDir: 'out/main',
    emptyOutDir: false,
    rolldownOptions: {
      input: {
        'report-worker': 'electron/report/worker.ts',
        'fleet-worker': 'electron/fleet/worker.ts',
      },
      external: [...builtinModules],
      // What both need lies in files of its own, beside those of the main process.
      output: {
        format: 'cjs',
        entryFileNames: '[name].cjs',
        chunkFileNames: 'worker-[name].cjs',
      },
    },
  },
})
