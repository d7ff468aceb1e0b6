/** Build of `out/main/fleet-worker.cjs`: what reads many PCs, in one file of its own that a worker is started by. */
import { builtinModules } from 'node:module'
import { defineConfig } from 'vite'
import { checkCatalogue } from './scripts/check-catalogue.mjs'

export default defineConfig({
  plugins: [checkCatalogue()],
  ssr: { noExternal: true },
  build: {
    ssr: 'electron/fleet/worker.ts',
    target: 'node18',
    minify: true,
    outDir: 'out/main',
    emptyOutDir: false,
    rolldownOptions: {
      external: [...builtinModules],
      output: { format: 'cjs', entryFileNames: 'fleet-worker.cjs', codeSplitting: false },
    },
  },
})
