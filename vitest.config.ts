/** Vitest's projects: which tests run, in which surroundings. `test/windows` is not here: a real node.exe runs it. */
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

/**
 * Ends what hangs. What is slow on a busy machine is no failure: a test waits for what it needs, and these are the only
 * limits of time (beside the one for looking things up in `test/renderer/set-up.ts`).
 */
const hangGuard = {
  testTimeout: 5 * 60_000,
  hookTimeout: 5 * 60_000,
  expect: { poll: { timeout: 60_000 } },
}

type Settings = NonNullable<TestProjectInlineConfiguration['test']>

const project = (name: string, settings: Settings): TestProjectInlineConfiguration => ({
  extends: true,
  test: { name, ...hangGuard, ...settings },
})

/** Real windows, and programs that are packed: side by side the files would only slow each other. */
const inElectron = (name: string): TestProjectInlineConfiguration =>
  project(name, { include: [`test/${name}/**/*.test.ts`], fileParallelism: false })

export default defineConfig({
  test: {
    projects: [
      project('unit', {
        include: ['test/{shared,electron,rules,scripts}/**/*.test.ts'],
        exclude: [
          // Links of this system stand in for junctions there.
          ...(process.platform === 'win32'
            ? [
                'test/electron/win32/devices/backup-folders.test.ts',
                // The helper that is broken in them is `ps`; the limits are those of Linux.
                'test/electron/processes/helper-faults.test.ts',
                'test/electron/settings/out-of-room.test.ts',
              ]
            : []),
          // Asks git which files there are.
          ...(process.env['INSPECTOR_WITHOUT_GIT'] === undefined
            ? []
            : ['test/rules/project.test.ts']),
        ],
        // Modules are loaded once for all files, which saves more than half of the time.
        isolate: false,
        setupFiles: 'test/set-up.ts',
      }),
      project('renderer', {
        include: ['test/renderer/**/*.test.{ts,tsx}'],
        environment: 'happy-dom',
        isolate: false,
        setupFiles: 'test/renderer/set-up.ts',
      }),
      inElectron('e2e'),
      inElectron('visual'),
      // Pictures to look at: made by hand, no part of npm test.
      inElectron('shots'),
      inElectron('package'),
    ],
  },
})
