/** Does the evidence of the sources arrive as a verdict, and survive a saved report? */
import { describe, expect, test } from 'vitest'
import { inspect } from '../../../electron/inspection/inspect.ts'
import { recordedSources } from '../../../electron/sources/recorded-sources.ts'
import type { Sources } from '../../../electron/sources/sources.ts'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import type { Inspection } from '../../../shared/model/inspection.ts'
import { denied, failed, known } from '../../../shared/model/probe.ts'
import { makeReport } from '../../../shared/report/convert/make-report.ts'
import { reportSchema } from '../../../shared/report/schema/report-schema.ts'
import { toJson } from '../../../shared/report/convert/to-json.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { itunesPc, type RunningFile } from '../../fixtures/itunes-pc.ts'
import { listed, listing } from '../../fixtures/listed.ts'
import { observedAppleFiles } from '../../fixtures/observed-apple-files.ts'
import { windowsPc } from '../../fixtures/sources.ts'

const catalogue = readCatalogue()

async function look(sources: Sources): Promise<Inspection> {
  const answer = await inspect(sources, { catalogue })
  if (!answer.ok) throw new Error(answer.failure.code)
  return answer.value.inspection
}

const file = (imageName: string): RunningFile =>
  observedAppleFiles.find((one) => one.imageName === imageName)!
const verdicts = ({ processes }: Inspection) =>
  processes.flatMap(({ instances }) => instances.map(({ name, trust }) => [name, trust]))
const codes = ({ findings }: Inspection) => findings.map(({ code }) => code)
const foreign = { commonName: 'Other Maker', organization: 'Other Maker' }

describe('a PC with the observed files of iTunes', () => {
  test('calls all fifteen genuine and finds nothing that needs attention', async () => {
    const inspection = await look(itunesPc())
    expect(verdicts(inspection)).toHaveLength(15)
    expect(new Set(verdicts(inspection).map(([, trust]) => trust))).toEqual(new Set(['genuine']))
    expect(inspection.findings.filter(({ severity }) => severity !== 'info')).toEqual([])
    expect(inspection.stack.stack).toBe('desktop')
  })

  test('names the parent, the service and the owner of a process', async () => {
    const { processes } = await look(itunesPc())
    const service = processes.find(({ id }) => id === 'apple-mobile-device-service')
    expect(service?.instances[0]).toMatchObject({
      parentName: 'AppleMobileDeviceHelper.exe',
      services: known(['Apple Mobile Device Service']),
      owner: known({ account: 'SYSTEM' }),
      imagePathWay: 'handle',
    })
  })

  test.each(observedAppleFiles)('catches $imageName moved, re-signed and renamed', async (one) => {
    const alone = async (changed: RunningFile) => {
      const inspection = await look(itunesPc([changed]))
      const [trust] = verdicts(inspection).map(([, word]) => word)
      return { trust, codes: codes(inspection), lookAlikes: inspection.lookAlikes.length }
    }
    expect(await alone({ ...one, folder: 'C:\\Users\\me\\AppData\\Roaming' })).toMatchObject({
      trust: 'wrong-folder',
      codes: expect.arrayContaining(['wrong-folder']) as unknown,
    })
    const resigned = { ...one, signature: { ...one.signature, signer: foreign } }
    expect(await alone(resigned)).toMatchObject({
      trust: 'wrong-signer',
      codes: expect.arrayContaining(['foreign-in-apple-folder']) as unknown,
    })
    const other = observedAppleFiles.find(({ imageName }) => imageName !== one.imageName)!
    const renamed = { ...one, version: other.version }
    expect((await alone(renamed)).trust).not.toBe('genuine')
    // A blank at the end: another name, which looks the same.
    expect(await alone({ ...one, runsAs: `${one.imageName} ` })).toMatchObject({
      trust: undefined,
      lookAlikes: 1,
    })
  })
})

describe('what cannot be looked at', () => {
  test.each([
    ['needs-admin', denied('needs-admin')],
    ['process-ended', failed('process-ended')],
    ['windows-error', failed('windows-error')],
  ] as const)(
    'a path that answers %s is "cannot tell" for that reason, and no finding',
    async (reason, probe) => {
      const inspection = await look(
        itunesPc([file('SyncServer.exe')], {
          imagePaths: (processes) => Promise.resolve(processes.map(() => probe)),
        }),
      )
      expect(inspection.processes.find(({ id }) => id === 'sync-server')?.instances).toMatchObject([
        { trust: 'cannot-tell', trustReason: reason, signature: probe },
      ])
      // Its services are another matter: on this PC none runs.
      expect(codes(inspection).filter((code) => !code.startsWith('service-'))).toEqual([])
    },
  )

  test('a file that was deleted while its program runs is "cannot tell"', async () => {
    const gone = { signature: failed('file-missing'), version: failed('file-missing') }
    const inspection = await look(
      itunesPc([file('SyncServer.exe')], { file: () => Promise.resolve(gone) }),
    )
    expect(verdicts(inspection)).toEqual([['SyncServer.exe', 'cannot-tell']])
  })
})

test('other programs of Apple are told only when their signature is sound', async () => {
  const airPort = listed(77, 'APUtil.exe', {
    imagePath: known('C:\\Program Files\\AirPort\\APUtil.exe'),
  })
  const forged = listed(78, 'Apple Thing.exe', { imagePath: known('C:\\Temp\\Apple Thing.exe') })
  const { signature, version } = observedAppleFiles[0]!
  const inspection = await look(
    windowsPc(listing([airPort, forged]), {
      maybeApple: (processes) => Promise.resolve(known(processes)),
      file: (path) =>
        Promise.resolve({
          signature: known(
            path.includes('Temp') ? { ...signature, verdict: 'untrusted-root' } : signature,
          ),
          version: known(version),
        }),
    }),
  )
  expect(inspection.otherApple).toMatchObject({ state: 'known', value: [{ pid: 77 }] })
})

test('without an answer about other programs the report has no such part', async () => {
  const inspection = await look(windowsPc())
  const report = makeReport(inspection, { name: 'x', version: '1' }, wordsIn('en'))
  expect(report).not.toHaveProperty('otherApple')
})

test('a disabled service that should run needs attention', async () => {
  const inspection = await look(
    itunesPc([], {
      serviceConfigurations: (keyNames) =>
        Promise.resolve(
          keyNames.map(() =>
            known({ startType: 'disabled' as const, imagePath: '', account: 'LocalSystem' }),
          ),
        ),
    }),
  )
  const entry = inspection.processes.find(({ id }) => id === 'apple-mobile-device-service')
  expect(entry?.absence).toEqual({ code: 'service-disabled', isNormal: false })
  expect(codes(inspection)).toContain('service-disabled')
})

test('a saved report opens to the same inspection, evidence and all', async () => {
  const other = { ...file('SyncServer.exe'), imageName: 'APUtil.exe', folder: 'C:\\AirPort' }
  const files = [
    ...observedAppleFiles,
    { ...file('iTunesHelper.exe'), runsAs: 'iTunesHe1per.exe', folder: 'C:\\Temp' },
    { ...file('mDNSResponder.exe'), folder: 'D:\\Bonjour' },
    other,
  ]
  const live = await look(
    itunesPc(files, {
      maybeApple: (processes) =>
        Promise.resolve(known(processes.filter(({ name }) => name === 'APUtil.exe'))),
    }),
  )
  expect(live.otherApple).toMatchObject({ state: 'known', value: [{ name: 'APUtil.exe' }] })
  expect(live.lookAlikes).toHaveLength(1)

  const report = makeReport(live, { name: 'x', version: '1' }, wordsIn('en'))
  const opened = await look(recordedSources(reportSchema.parse(JSON.parse(toJson(report)))))
  expect(opened).toEqual({ ...live, lister: 'recorded' })
})

test('a report of the first version, without evidence, still opens: nothing was checked', async () => {
  const live = await look(windowsPc(listing([listed(31, 'iTunesHelper.exe')])))
  const whole = makeReport(live, { name: 'x', version: '1' }, wordsIn('en'))
  const old = {
    schemaVersion: 1,
    generatedAtUtc: whole.generatedAtUtc,
    app: whole.app,
    machine: whole.machine,
    lister: whole.lister,
    processesSeen: whole.processesSeen,
    processes: whole.processes.map(
      ({ id, imageName, group, status, what, ifDisabled, instances }) => ({
        id,
        imageName,
        group,
        status,
        what,
        ifDisabled,
        instances: instances.map(
          ({ pid, parentPid, name, trust, imagePath, startedAtUtc, workingSetBytes }) => ({
            pid,
            parentPid,
            name,
            trust,
            imagePath,
            startedAtUtc,
            workingSetBytes,
          }),
        ),
      }),
    ),
    findings: whole.findings,
  }
  const opened = await look(recordedSources(reportSchema.parse(old)))
  expect(opened.processes.find(({ id }) => id === 'itunes-helper')?.instances).toMatchObject([
    { pid: 31, trust: 'cannot-tell', signature: { state: 'skipped' } },
  ])
})
