/** Build of `out/main/report-worker.cjs`: what opens and compares reports, in one file of its own that a worker is started by. */
import { builtinModules } from 'node:module'
import { defineConfig } from 'vite'

export default defineConfig({
  ssr: { noExternal: true },
  build: {
    ssr: 'electron/report/worker.ts',
    target: 'node18',
    minify: true,
    outDir: 'out/main',
    emptyOutDir: false,
    rolldownOptions: {
      external: [...builtinModules],
      output: { format: 'cjs', entryFileNames: 'report-worker.cjs', codeSplitting: false },
    },
  },
})
