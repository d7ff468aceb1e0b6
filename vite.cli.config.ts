/** How is `out/cli.cjs` built: the command line as one file that plain Node runs, without Electron? */
import { builtinModules } from 'node:module'
import { defineConfig } from 'vite'
import { checkCatalogue } from './scripts/check-catalogue.mjs'
import { shipListingHelper } from './scripts/package/ship-listing-helper.mjs'

export default defineConfig({
  plugins: [checkCatalogue(), shipListingHelper()],
  // A text that is parsed starts sooner than a script that makes the same objects.
  json: { stringify: true, namedExports: false },
  ssr: { noExternal: true },
  build: {
    ssr: 'electron/cli/entry.ts',
    target: 'node18',
    outDir: 'out',
    emptyOutDir: false,
    rolldownOptions: {
      external: [...builtinModules],
      output: { format: 'cjs', entryFileNames: 'cli.cjs', codeSplitting: false },
    },
  },
})
