import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { failure } from '../../../shared/model/result.ts'
import { reportRecording } from '../../../shared/report/convert/report-of-recording.ts'
import { reportSchema } from '../../../shared/report/schema/report-schema.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { listed, listing } from '../../fixtures/listed.ts'
import { pluggedIn } from '../../fixtures/recording.ts'
import { runCli } from '../../fixtures/run-cli.ts'
import { windowsPc } from '../../fixtures/sources.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})
const withHelper = windowsPc(listing([listed(77, 'ITUNESHELPER.EXE'), listed(9, 'other.exe')]))

describe('a report', () => {
  test('as JSON follows the contract and holds every catalogue process', async () => {
    const { exitCode, stdout, stderr } = await runCli(['--format', 'json'], withHelper)
    expect([exitCode, stderr]).toEqual([0, []])
    const report = reportSchema.parse(JSON.parse(stdout))
    expect(report.processes).toHaveLength(readCatalogue().processes.length)
    const running = report.processes.filter(({ status }) => status === 'running')
    expect(running).toMatchObject([
      { id: 'itunes-helper', instances: [{ pid: 77, trust: 'cannot-tell' }] },
    ])
    expect(Object.keys(JSON.parse(stdout) as object).slice(0, 4)).toEqual([
      'schemaVersion',
      'generatedAtUtc',
      'app',
      'catalogueVersion',
    ])
  })

  test.each([
    ['en', 'Leave them on', 'What it does'],
    ['sv', 'Låt dem vara på', 'Vad den gör'],
    ['de', 'Deaktivieren Sie sie nicht', 'Was er tut'],
    ['fr', 'Ne les désactivez pas', 'Ce qu’il fait'],
    ['es', 'No los deshabilite', 'Qué hace'],
  ])('as text in %s warns first and explains every process', async (language, warning, what) => {
    const { stdout } = await runCli(['--lang', language], withHelper)
    expect(stdout.indexOf(warning)).toBeGreaterThan(-1)
    expect(stdout.indexOf(warning)).toBeLessThan(stdout.indexOf(what))
    for (const { imageName } of readCatalogue().processes) expect(stdout).toContain(imageName)
    expect(stdout).toContain('77')
  })

  test('as a line is one line of ASCII under the name that was asked for, also out of a saved report', async () => {
    const file = join(folder, 'report.json')
    await runCli(['--format', 'json', '--label', 'Kök', '--output', file], withHelper)
    const { exitCode, stdout } = await runCli(['--format', 'line', '--open', file])
    expect([exitCode, stdout]).toEqual([0, expect.stringMatching(/^[ -~]+\n$/)])
    expect(JSON.parse(stdout)).toMatchObject({ v: 1, label: 'Kök', worst: 'none', exitCode: 0 })
  })

  test('takes a label of 64 signs of any kind whole, and is quiet when asked', async () => {
    const label = `${'😀'.repeat(62)}\u202e"`
    const { exitCode, stdout, stderr } = await runCli(
      ['--format', 'line', '--quiet', '--label', label],
      withHelper,
    )
    expect([exitCode, stderr]).toEqual([0, []])
    expect(stdout).toMatch(/^[ -~]{1,2047}\n$/)
    expect(JSON.parse(stdout)).toMatchObject({ label })
  })

  test('ends with 1 when something needs attention', async () => {
    const { exitCode, stdout } = await runCli([], windowsPc(listing([listed(5, 'qttask.exe')])))
    expect(exitCode).toBe(1)
    expect(stdout).toContain('qttask.exe is running')
  })

  test('goes whole into a file, and replaces an older one', async () => {
    const file = join(folder, 'räksmörgås report.json')
    writeFileSync(file, 'old')
    const { exitCode, stdout } = await runCli(['--format', 'json', '--output', file], withHelper)
    expect([exitCode, stdout]).toEqual([0, ''])
    expect(reportSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).success).toBe(true)
    expect(readdirSync(folder)).toHaveLength(1)
  })

  test('that cannot be written is shown instead, and nothing there is changed', async () => {
    const taken = join(folder, 'a-folder')
    mkdirSync(taken)
    for (const file of [taken, join(folder, 'no', 'such', 'report.json')]) {
      const { exitCode, stdout, stderr } = await runCli(
        ['--format', 'json', '--output', file],
        withHelper,
      )
      expect(exitCode).toBe(3)
      expect(stderr).toHaveLength(1)
      expect(stderr[0]).toContain(file)
      expect(reportSchema.safeParse(JSON.parse(stdout)).success).toBe(true)
    }
    expect(readdirSync(folder)).toEqual(['a-folder'])
  })

  test('without a process list is one line with the reason and the next step, never an empty list', async () => {
    const missing = failure({
      code: 'helper-missing',
      detail: 'spawn fastlist ENOENT\n at x',
    } as const)
    const { exitCode, stdout, stderr } = await runCli(
      [],
      windowsPc(() => Promise.resolve(missing)),
    )
    expect([exitCode, stdout]).toEqual([3, ''])
    expect(stderr).toHaveLength(1)
    expect(stderr[0]).toMatch(/helper program.*missing.*ENOENT.*again/)
    expect(stderr[0]).not.toContain('\n')
  })

  test('with hostile names holds no control character that a terminal would obey', async () => {
    const hostile = listed(5, 'SYNCSERVER.exe', {
      imagePath: { state: 'known', value: 'C:\\\u001b[31m\u202egnp.exe\u0007\r\nFake: line' },
    })
    const { stdout } = await runCli([], windowsPc(listing([hostile])))
    // eslint-disable-next-line no-control-regex -- the point of this test
    expect(stdout.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/)
    expect(stdout).not.toMatch(/^Fake: line/m)
  })
})

describe('wrong arguments', () => {
  test.each([
    [['--nonsense'], '--nonsense'],
    [['-x'], '-x'],
    [['--format', 'yaml'], 'yaml'],
    [['--format'], '--format'],
    [['--output', '--format', 'json'], '--output'],
    [['--lang', 'klingon'], 'klingon'],
    [['--label', 'x'.repeat(65)], '64'],
    [['--label', '😀'.repeat(65)], '64'],
    [['--help=please'], '--help=please'],
    [['stray.exe'], 'stray.exe'],
    [['--explain'], '--explain'],
    [['--open', ''], '--open'],
  ])('%j end with 2 and one line that names the thing', async (argv, named) => {
    const { exitCode, stdout, stderr } = await runCli(argv)
    expect([exitCode, stdout]).toEqual([2, ''])
    expect(stderr).toHaveLength(1)
    expect(stderr[0]).toContain(named)
    expect(stderr[0]).not.toMatch(/\n|undefined|\{\{/)
  })

  test('that the portable program could not hand over are called too long, with a way out', async () => {
    const { exitCode, stdout, stderr } = await runCli(['too_long'], withHelper)
    expect([exitCode, stdout]).toEqual([2, ''])
    expect(stderr.join()).toMatch(/too long.*shorter paths.*\.zip/)
  })

  test('are answered in the language asked for', async () => {
    const { stderr } = await runCli(['--lang', 'sv', '--nonsense'])
    expect(stderr[0]).toContain('Okänt alternativ')
  })

  test('with escape sequences are shown harmless', async () => {
    const { stderr } = await runCli(['--\u001b[2J'])
    expect(stderr[0]).not.toContain('\u001b')
  })
})

/** What it is, how it is made, and a part of the answer. */
type BadFile = readonly [string, (file: string) => void, string]

const pipe: BadFile = [
  'is a pipe',
  (file) => {
    execFileSync('mkfifo', [file])
  },
  'is a pipe or a device',
]

describe('opening a saved report', () => {
  async function saved(more: object = {}) {
    const { stdout } = await runCli(['--format', 'json'], withHelper)
    const file = join(folder, 'saved.json')
    writeFileSync(file, JSON.stringify({ ...(JSON.parse(stdout) as object), ...more }))
    return file
  }

  test('shows the other PC: its time, its system, what ran there', async () => {
    const file = await saved()
    const { exitCode, stdout } = await runCli(['--format', 'json', '--open', file])
    const report = reportSchema.parse(JSON.parse(stdout))
    expect(exitCode).toBe(0)
    expect(report).toMatchObject({
      lister: 'recorded',
      generatedAtUtc: '2026-11-22T20:00:00.000Z',
      machine: { platform: 'win32' },
      processesSeen: 2,
    })
    expect(report.processes.find(({ id }) => id === 'itunes-helper')?.instances).toMatchObject([
      { pid: 77, name: 'ITUNESHELPER.EXE' },
    ])
  })

  test('translates it, keeps unknown new keys from harming, and forgives a byte order mark', async () => {
    const file = await saved({ somethingNew: { deep: [1, 2, 3] } })
    writeFileSync(file, `\uFEFF${readFileSync(file, 'utf8')}`)
    const { exitCode, stdout } = await runCli(['--lang', 'sv', '--open', file])
    expect(exitCode).toBe(0)
    expect(stdout).toContain('från en sparad rapport')
  })

  test('an opened report saved again is the same, but for how it was listed', async () => {
    const file = await saved()
    const { stdout: again } = await runCli(['--format', 'json', '--open', file])
    const first = JSON.parse(readFileSync(file, 'utf8')) as object
    expect(JSON.parse(again)).toEqual({ ...first, lister: 'recorded' })
  })

  test('keeps what was recorded while the iPhone was plugged in, and tells it in the language asked for', async () => {
    const recording = reportRecording(pluggedIn(), wordsIn('en'))
    const file = await saved({ recording })
    const { stdout: again } = await runCli(['--format', 'json', '--lang', 'en', '--open', file])
    expect(JSON.parse(again)).toMatchObject({ recording })
    const { stdout } = await runCli(['--lang', 'sv', '--open', file])
    expect(stdout.replace(/\s+/g, ' ')).toContain('dök upp 3 s efter starten')
    const { stdout: page } = await runCli(['--format', 'html', '--open', file])
    expect(page).toContain('id="recording"')
  })

  test('a status that could not be told stays untold', async () => {
    const partial = windowsPc(listing([listed(77, 'iTunesHelper.exe')], { isComplete: false }))
    const { stdout } = await runCli(['--format', 'json'], partial)
    const file = join(folder, 'partial.json')
    writeFileSync(file, stdout)
    const { exitCode, stdout: again } = await runCli(['--format', 'json', '--open', file])
    expect(exitCode).toBe(1)
    expect(JSON.parse(again)).toEqual({ ...(JSON.parse(stdout) as object), lister: 'recorded' })
  })

  const bad: readonly BadFile[] = [
    ['is missing', () => {}, 'not found'],
    [
      'is a folder without reports',
      (file) => {
        mkdirSync(file)
      },
      'no answer of a PC',
    ],
    [
      'is empty',
      (file) => {
        writeFileSync(file, '')
      },
      'is empty',
    ],
    [
      'is not JSON',
      (file) => {
        writeFileSync(file, 'nothing of ours')
      },
      'not a report of this program',
    ],
    [
      'is a program',
      (file) => {
        writeFileSync(file, 'MZ\0\0binary')
      },
      'is a program',
    ],
    [
      'is an archive',
      (file) => {
        writeFileSync(file, 'PK\u0003\u0004')
      },
      'is an archive',
    ],
    [
      'is a picture',
      (file) => {
        writeFileSync(file, Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10]))
      },
      'is a picture',
    ],
    [
      'is no UTF-8',
      (file) => {
        writeFileSync(file, Buffer.from('{"schemaVersion":1,"app":"K\xf6k"}', 'latin1'))
      },
      'UTF-8 or UTF-16',
    ],
    [
      'is UTF-16 with half a sign',
      (file) => {
        writeFileSync(file, Buffer.from('\ufeff{"a":"\ud800"}', 'utf16le'))
      },
      'UTF-8 or UTF-16',
    ],
    [
      'is a page without a report',
      (file) => {
        writeFileSync(file, '<!doctype html><title>other</title>')
      },
      'without a report',
    ],
    ...(process.platform === 'win32' ? [] : [pipe]),
    [
      'holds 2,001 processes',
      (file) => {
        const instances = Array.from({ length: 2_001 }, () => 0)
        writeFileSync(file, JSON.stringify({ schemaVersion: 1, processes: [{ instances }] }))
      },
      '2,000 processes',
    ],
    [
      'holds a text of 1 MB',
      (file) => {
        writeFileSync(file, JSON.stringify({ schemaVersion: 1, generatedAtUtc: 'x'.repeat(1e6) }))
      },
      'longer than any',
    ],
    [
      'holds ten million values',
      (file) => {
        writeFileSync(file, `{"schemaVersion":1,"processes":[${'[],'.repeat(1e7)}[]]}`)
      },
      'more values',
    ],
    [
      'is JSON of another kind',
      (file) => {
        writeFileSync(file, '[1,2]')
      },
      'not a report',
    ],
    [
      'is null',
      (file) => {
        writeFileSync(file, 'null')
      },
      'not a report',
    ],
    [
      'lacks a part',
      (file) => {
        writeFileSync(file, '{"schemaVersion":1}')
      },
      'not a report',
    ],
    [
      'is of a newer version',
      (file) => {
        writeFileSync(file, '{"schemaVersion":99}')
      },
      'newer',
    ],
    [
      'is nested 100,000 deep',
      (file) => {
        writeFileSync(file, '['.repeat(100_000))
      },
      'nested deeper',
    ],
    [
      'has 200 MB',
      (file) => {
        writeFileSync(file, '{')
        truncateSync(file, 200_000_000)
      },
      '200',
    ],
  ]
  test.each(bad)(
    'that %s ends with 3 and one line that names the file',
    async (_what, make, said) => {
      const file = join(folder, 'bad.json')
      make(file)
      const { exitCode, stdout, stderr } = await runCli(['--open', file])
      expect([exitCode, stdout]).toEqual([3, ''])
      expect(stderr).toHaveLength(1)
      expect(stderr[0]).toContain(file)
      expect(stderr[0]).toContain(said)
      expect(stderr[0]).not.toMatch(/\n|\bat \w+ \(/)
    },
  )
})

describe('explaining a name', () => {
  const explainedBy = async (argv: readonly string[]) => {
    const { stdout } = await runCli(['--format', 'json', '--explain', ...argv], withHelper)
    return reportSchema.parse(JSON.parse(stdout)).explained!
  }

  test('one that runs, one that does not, without .exe and as a pasted path', async () => {
    const explained = await explainedBy(['ituneshelper', 'C:\\x y\\SyncServer.exe'])
    expect(explained).toMatchObject([
      { id: 'itunes-helper', pids: [77] },
      { id: 'sync-server', pids: [] },
    ])
    expect(explained[0]?.text).toContain('Running now, process 77')
    expect(explained[1]?.text).toContain('Not running right now')
  })

  test('one that is none of ours gets a clear answer, running or not', async () => {
    const explained = await explainedBy(['other.exe', 'nothing.exe'])
    expect(explained.map(({ id }) => id)).toEqual([undefined, undefined])
    expect(explained[0]?.text).toMatch(/^other\.exe is not in our catalogue[^]*Process: 9/)
    expect(explained[1]?.text).toContain('Nothing with exactly this name is running')
  })

  test('a saved report does not claim that an unknown program did not run', async () => {
    const { stdout: report } = await runCli(['--format', 'json'], withHelper)
    const file = join(folder, 'r.json')
    writeFileSync(file, report)
    const { stdout } = await runCli(['--open', file, '--explain', 'other.exe'])
    expect(stdout).not.toContain('Nothing with exactly this name')
    expect(stdout).toMatch(/not\s+known\s+right\s+now\s+what/)
  })

  test('as text is written in paragraphs, in both languages', async () => {
    for (const [language, what] of [
      ['en', 'What it does: '],
      ['sv', 'Vad den gör: '],
    ] as const) {
      const { stdout } = await runCli(
        ['--lang', language, '--explain', 'mdnsresponder'],
        withHelper,
      )
      expect(stdout.split('\n').some((line) => line.startsWith(what))).toBe(true)
      expect(stdout).not.toContain('⟨U+')
    }
  })

  test('a name that looks like a template stays a name', async () => {
    const [explained] = await explainedBy(['{{pids}} $t(app.name).exe'])
    expect(explained?.text).toContain('{{pids}} $t(app.name).exe')
  })
})

test('--version and --help print and end with 0, in both languages', async () => {
  expect(await runCli(['--version'])).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(/\d+\.\d+\.\d+\n$/) as string,
  })
  expect((await runCli(['--help'])).stdout).toContain('Exit codes')
  expect((await runCli(['--help', '--lang', 'sv'])).stdout).toContain('Returkoder')
})
