/** `npm run shots`: makes the pictures of every view and state anew, into docs/shots. */
import { buildIfNeeded } from './build.mjs'
import { findElectron } from './find-electron.mjs'
import { installPackages } from './install-packages.mjs'
import { inProject, tell } from './project.mjs'
import { runNode } from './run.mjs'
import { openVirtualDisplay } from './virtual-display.mjs'

await installPackages()
await buildIfNeeded()
const { executable } = await findElectron({ log: tell })
const display = process.platform === 'linux' ? await openVirtualDisplay() : undefined
const { code } = await runNode(
  [inProject('node_modules/vitest/vitest.mjs'), 'run', '--project', 'shots'],
  {
    env: {
      INSPECTOR_ELECTRON: executable,
      ...(display === undefined ? {} : { DISPLAY: display.display }),
    },
    timeoutMs: 10 * 60_000,
  },
)
display?.close()
process.exit(code)
