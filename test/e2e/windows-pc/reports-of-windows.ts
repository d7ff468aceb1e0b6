/** Two reports of one Windows, made by the win32 command line, with nine real changes between them. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inCache, inProject } from '../../../scripts/project.mjs'
import { endWine, runWindowsNode, windowsPath } from '../../../scripts/machine/wine.mjs'
import { findSignedPrograms } from '../../../scripts/suites/windows-suite.mjs'
import { plantedChanges, twinReports } from '../../fixtures/twin-reports.ts'

/** As JSON. */
export interface TwoLooks {
  readonly monday: string
  readonly friday: string
  readonly changes: readonly string[]
}

/** What `two-looks.mjs` does between the two. */
const madeChanges = [
  'autostart itunes-helper',
  'driver ',
  'ended apple-mobile-backup',
  'finding apple-mobile-device-service',
  'finding apple-mobile-device-service',
  'service ipod-service',
  'signer apple-mobile-device-service',
  'verdict apple-mobile-device-service',
  'version itunes-helper',
] as const

/** Under Wine. On a Windows that somebody uses nothing is set up: there two reports stand in that are written down. */
export async function reportsOfWindows(): Promise<TwoLooks> {
  if (process.platform === 'win32') {
    const { base, twin } = await twinReports()
    const [monday, friday] = [base, twin].map((report) => JSON.stringify(report))
    return { monday: monday ?? '', friday: friday ?? '', changes: plantedChanges }
  }
  const folder = mkdtempSync(inCache('two-looks-'))
  const output = join(folder, 'log')
  try {
    const paths = [
      ...[inProject('test/e2e/windows-pc/two-looks.mjs'), inProject('out/cli.cjs')],
      ...[await findSignedPrograms(), folder],
    ]
    const code = await runWindowsNode(paths.map(windowsPath), { output })
    if (code !== 0) throw new Error(`Exit code ${code}: ${readFileSync(output, 'utf8')}`)
    const read = (label: string) => readFileSync(join(folder, `${label}.json`), 'utf8')
    return { monday: read('MONDAY'), friday: read('FRIDAY'), changes: madeChanges }
  } finally {
    await endWine()
    rmSync(folder, { recursive: true, force: true })
  }
}
