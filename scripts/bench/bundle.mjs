/** A measurement of `test/bench` as one file for plain Node, built like the command line. */
import { mkdirSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { inCache, inProject } from '../project.mjs'

/**
 * @param {'doctor' | 'fleet' | 'inspection' | 'load'} name of `test/bench/NAME.bench.ts`
 * @param {import('vite').PluginOption[]} plugins
 */
export async function bundleBench(name, plugins = []) {
  // `npm run bench` installs the packages itself.
  const { build } = await import('vite')
  const { checkCatalogue } = await import('../check-catalogue.mjs')
  mkdirSync(inCache('bench'), { recursive: true })
  await build({
    root: inProject(),
    configFile: false,
    logLevel: 'error',
    // As in the program: the catalogue was checked when it was built.
    plugins: [checkCatalogue(), ...plugins],
    json: { namedExports: false, stringify: true },
    ssr: { noExternal: true },
    build: {
      ssr: `test/bench/${name}.bench.ts`,
      target: 'node20',
      outDir: '.cache/bench',
      emptyOutDir: false,
      rolldownOptions: {
        external: [...builtinModules],
        output: { format: 'esm', entryFileNames: `${name}.mjs`, codeSplitting: false },
      },
    },
  })
  return inCache(`bench/${name}.mjs`)
}
