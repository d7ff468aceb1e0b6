import { describe, expect, test } from 'vitest'
import { inspect } from '../../../electron/inspection/inspect.ts'
import { recordedSources } from '../../../electron/sources/recorded-sources.ts'
import type { Sources } from '../../../electron/sources/sources.ts'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import type { Inspection } from '../../../shared/model/inspection.ts'
import { known, skipped } from '../../../shared/model/probe.ts'
import { failure, success } from '../../../shared/model/result.ts'
import { reportSchema } from '../../../shared/report/schema/report-schema.ts'
import { listed, listing } from '../../fixtures/listed.ts'
import { runCli } from '../../fixtures/run-cli.ts'
import { windowsPc } from '../../fixtures/sources.ts'

const catalogue = readCatalogue()
const at = new Date('2026-11-22T20:00:00.000Z')

describe('one inspection', () => {
  test('has one entry for every catalogue process, in catalogue order, running or not', async () => {
    const answer = await inspect(windowsPc(listing([listed(31, 'iTunesHelper.exe')])), {
      catalogue,
    })
    if (!answer.ok) throw new Error(answer.failure.code)
    expect(answer.value.inspection.processes.map(({ id }) => id)).toEqual(
      catalogue.processes.map(({ id }) => id),
    )
    const running = answer.value.inspection.processes.filter(({ status }) => status === 'running')
    expect(running).toMatchObject([
      { imageName: 'iTunesHelper.exe', instances: [{ pid: 31, trust: 'cannot-tell' }] },
    ])
    expect(answer.value.inspection.takenAtUtc).toBe(at.toISOString())
  })

  test('says "cannot tell" for what it did not see in an incomplete list', async () => {
    const partial = listing([listed(31, 'iTunesHelper.exe')], { isComplete: false })
    const answer = await inspect(windowsPc(partial), { catalogue })
    if (!answer.ok) throw new Error(answer.failure.code)
    const statuses = new Set(answer.value.inspection.processes.map(({ status }) => status))
    expect(statuses).toEqual(new Set(['running', 'cannot-tell']))
  })

  test('answers with the process list that it was made from', async () => {
    const whole = listing([listed(31, 'iTunesHelper.exe'), listed(32, 'notepad.exe')])
    expect(await inspect(windowsPc(whole), { catalogue })).toMatchObject({
      value: { listing: whole },
    })
  })

  test('fails with the reason of the list, never with an empty one', async () => {
    const blocked = failure({ code: 'helper-blocked', detail: 'spawn EACCES' } as const)
    const answer = await inspect(
      windowsPc(() => Promise.resolve(blocked)),
      { catalogue },
    )
    expect(answer).toEqual(blocked)
  })

  test('tells its stages in order', async () => {
    const stages: string[] = []
    await inspect(windowsPc(listing([])), {
      catalogue,
      onProgress: ({ stage }) => stages.push(stage),
    })
    expect(stages).toEqual(['listing', 'matching', 'examining', 'judging'])
  })

  test('a cancelled inspection says so, before and after the list', async () => {
    const before = await inspect(windowsPc(listing([])), { catalogue, signal: AbortSignal.abort() })
    expect(before).toMatchObject({ ok: false, failure: { code: 'cancelled' } })

    const controller = new AbortController()
    const during = await inspect(
      windowsPc(() => {
        controller.abort()
        return Promise.resolve(success(listing([])))
      }),
      { catalogue, signal: controller.signal },
    )
    expect(during).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
  })
})

describe('started with the password of another account', () => {
  const look = async (sources: Sources) => {
    const answer = await inspect(sources, { catalogue })
    if (!answer.ok) throw new Error(answer.failure.detail)
    return answer.value.inspection
  }
  const says = ({ findings }: Inspection) => findings.some(({ code }) => code === 'other-account')

  test('whose settings are read is said, and still said when the report is opened elsewhere', async () => {
    const isSignedIn = () => Promise.resolve(known(false))
    const inspection = await look(windowsPc(undefined, { isSignedIn }))
    expect(says(inspection)).toBe(true)
    const { stdout } = await runCli(['--format', 'json'], windowsPc(undefined, { isSignedIn }))
    const report = reportSchema.parse(JSON.parse(stdout))
    expect(says(await look(recordedSources(report)))).toBe(true)
  })

  test('nothing of that for whoever is signed in, and where nobody can tell', async () => {
    for (const answer of [known(true), skipped('not-checked'), undefined]) {
      const more = answer === undefined ? {} : { isSignedIn: () => Promise.resolve(answer) }
      expect(says(await look(windowsPc(undefined, more)))).toBe(false)
    }
  })
})
