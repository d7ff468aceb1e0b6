/**
 * `npm run shots`: makes the pictures of every view and state anew, into test-results/shots, and the
 * three of the read me into docs/shots. `npm run shots -- --accept` takes over
 * how the window looks now as what `test/visual` holds it against; both are drawn by the same Electron.
 */
import { rmSync } from 'node:fs'
import { buildIfNeeded } from './build.mjs'
import { findElectron, findTestElectron } from './machine/find-electron.mjs'
import { installPackages } from './machine/install-packages.mjs'
import { inProject, tell } from './project.mjs'
import { runNode } from './machine/run.mjs'
import { openVirtualDisplay } from './machine/virtual-display.mjs'

const isAccepting = process.argv.includes('--accept')
await installPackages()
await buildIfNeeded()
if (!isAccepting) rmSync(inProject('test-results/shots'), { recursive: true, force: true })
const { executable } = await (isAccepting ? findTestElectron : findElectron)({ log: tell })
const display = process.platform === 'linux' ? await openVirtualDisplay() : undefined
const { code } = await runNode(
  [
    inProject('node_modules/vitest/vitest.mjs'),
    'run',
    '--project',
    isAccepting ? 'visual' : 'shots',
  ],
  {
    env: {
      INSPECTOR_ELECTRON: executable,
      ...(isAccepting ? { INSPECTOR_ACCEPT_PICTURES: '1' } : {}),
      ...(display === undefined ? {} : { DISPLAY: display.display }),
    },
  },
)
display?.close()
process.exit(code)
