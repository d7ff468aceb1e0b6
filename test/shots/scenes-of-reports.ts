/** "Reports": saving and opening, somebody else's report in every view, and several PCs. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openForWindow } from '../../electron/report/open-for-window.ts'
import { failure, success } from '../../shared/model/result.ts'
import type { Fleet, FleetFinding, FleetPc } from '../../shared/model/fleet.ts'
import { createFleetList } from '../../shared/fleet/query.ts'
import { toJson } from '../../shared/report/convert/to-json.ts'
import { wordsIn } from '../../shared/text/texts.ts'
import { reportOf } from '../fixtures/rich-report.ts'
import { inTurn, keyOf, press, scrollTo, type Scene } from './scene.ts'
import type { ViewId } from '../../renderer/view/view-ids.ts'

type Answers = Scene['answers']

const folder = mkdtempSync(join(tmpdir(), 'scenes-'))
writeFileSync(join(folder, 'anna.json'), toJson({ ...(await reportOf()), label: 'ANNA-PC' }))
const openFiles = await openForWindow(join(folder, 'anna.json'), 'report-1', wordsIn('en'))
rmSync(folder, { recursive: true })

const finding = (
  severity: FleetFinding['severity'],
  code: string,
  subject: string,
): FleetFinding => ({ severity, code, subject })
const disabled = finding('attention', 'service-disabled', 'AppleMobileDeviceService.exe')
const old = finding('info', 'too-old', 'iTunes')
const notApples = finding('danger', 'unsigned', 'iTunesHelper.exe')
const lookAlike = finding('danger', 'look-alike-unsigned', 'iTunesHe1per.exe')
const hosts = finding('attention', 'hosts-line', 'gs.apple.com')

function pc(name: string, version: string, findings: readonly FleetFinding[], at: number): FleetPc {
  return {
    name,
    id: null,
    verdict: {
      worst: findings[0]?.severity ?? 'none',
      findings,
      stack: 'desktop',
      versions: [`iTunes ${version}`],
      hasApple: true,
    },
    atMs: Date.UTC(2026, 10, 19 + (at % 4), 7, at % 60),
    kind: at % 7 === 3 ? 'line' : 'report',
    place: { file: 0, at },
  }
}

const fleet: Fleet = {
  pcs: [
    pc('KIOSK-07', '12.10.9', [notApples, disabled, old], 1),
    pc('LAB-B-114', '12.13.4', [lookAlike], 2),
    pc('ANNA-PC', '12.13.4', [disabled], 4),
    pc('EDIT-SUITE-1', '12.13.4', [hosts], 5),
    ...Array.from({ length: 36 }, (_, at) =>
      pc(`CLASS-3-${String(at + 1).padStart(2, '0')}`, '12.13.4', at < 8 ? [disabled] : [], at + 6),
    ),
    ...Array.from({ length: 9 }, (_, at) => pc(`OFFICE-${at + 1}`, '12.10.9', [old], at + 50)),
  ],
  unreadable: [
    { source: 'inventory.ndjson:17', problem: 'cut', detail: '' },
    { source: 'hr-laptop-19.json', problem: 'broken', detail: 'Unexpected end of JSON input' },
  ],
  unreadableMore: 0,
}
const list = createFleetList(fleet)
const manyAnswers: Answers = {
  openFleet: success(list.summary(4)),
  pageOfFleet: success(list.page({ filter: '', finding: null, from: 0, count: 100 })),
}

const openIt = press('[aria-keyshortcuts="Control+O"]')
const goTo =
  (view: ViewId): NonNullable<Scene['prepare']> =>
  async (page) => {
    await page.keyboard.press(keyOf(view))
    await page.waitForTimeout(700)
  }

/** Somebody else's report, in each of the views. */
const inReport = (view: ViewId, good: Answers): Scene => ({
  name: `report-${view}`,
  view: 'reports',
  answers: { ...good, chooseFiles: success(true), openFiles },
  prepare: view === 'reports' ? openIt : inTurn(openIt, goTo(view)),
})

export const scenesOfReports = (good: Answers): readonly Scene[] => [
  { name: 'reports', view: 'reports', answers: good },
  {
    name: 'reports-not-opened',
    view: 'reports',
    answers: {
      ...good,
      chooseFiles: success(true),
      openFiles: failure({
        code: 'cannot-open',
        detail: 'holiday.zip is an archive. Unpack it, and open the report in it.',
      }),
    },
    prepare: openIt,
  },
  ...(['overview', 'fix', 'processes', 'services', 'connections', 'reports'] as const).map((view) =>
    inReport(view, good),
  ),
  {
    name: 'reports-many',
    view: 'reports',
    answers: { ...good, ...manyAnswers },
    prepare: inTurn(
      press('[aria-labelledby="reports-many"] button'),
      scrollTo('[aria-labelledby="reports-many"]'),
    ),
  },
  {
    name: 'reports-many-reading',
    view: 'reports',
    answers: { ...good, openFleet: null },
    prepare: inTurn(
      press('[aria-labelledby="reports-many"] button'),
      scrollTo('[aria-labelledby="reports-many"]'),
    ),
  },
]
