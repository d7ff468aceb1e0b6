/** Rows of every supported tool, for every process of the catalogue: made up by the tool's form, found all the same. */
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { readyToCompare } from '../../../shared/catalogue/confusables.ts'
import type { CatalogueProcess } from '../../../shared/catalogue/schemas/catalogue-schema.ts'
import { explain } from '../../../shared/report/text/explain.ts'
import { createWhatIs } from '../../../shared/search/what-is.ts'
import { supportedLanguages } from '../../../shared/text/languages.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { titleOfAnswer } from '../../../shared/text/what-is-words.ts'
import { listing } from '../../fixtures/listed.ts'

const catalogue = readCatalogue()
const words = wordsIn('en')
const whatIs = createWhatIs(catalogue, supportedLanguages.map(wordsIn))
const ask = (text: string) => whatIs(text, words, listing([]))

beforeAll(() => readyToCompare(['é']))

interface Row {
  readonly imageName: string
  readonly stem: string
  readonly pid: number
  readonly n: number
  readonly session: string
  readonly memory: string
  readonly folder: string
}

const memory = fc
  .tuple(
    fc.integer({ min: 8, max: 900_000 }),
    fc.constantFrom(',', '.', ' ', '\u00a0', '\u202f', '’', "'", ''),
    fc.constantFrom('K', 'KB', 'Ko', 'kB', 'КБ', 'k'),
  )
  .map(([size, grouping, unit]) => `${String(size).replace(/\B(?=(\d{3})+$)/g, grouping)} ${unit}`)

const rows = (entry: CatalogueProcess): fc.Arbitrary<Row> =>
  fc.record({
    imageName: fc.constantFrom(entry.imageName, entry.imageName.toLowerCase()),
    stem: fc.constant(entry.imageName.replace(/\.exe$/, '')),
    pid: fc.integer({ min: 4, max: 99_999 }),
    n: fc.integer({ min: 1, max: 99_999 }),
    session: fc.constantFrom('Services', 'Console', 'Dienste', 'Консоль', 'RDP-Tcp#3', '服务'),
    memory,
    folder: fc.constantFrom(
      'C:\\Program Files\\iTunes',
      'C:\\Program Files (x86)\\Common Files\\Apple\\Mobile Device Support',
      '%ProgramFiles%\\Bonjour',
      '\\Device\\HarddiskVolume3\\Program Files\\iPod\\bin',
    ),
  })

const tools: Readonly<Record<string, (row: Row) => string>> = {
  tasklist: ({ imageName, pid, session, memory: size }) =>
    `${imageName.slice(0, 25).padEnd(25)} ${String(pid).padStart(8)} ${session.padEnd(16)} ${'1'.padStart(11)} ${size.padStart(12)}`,
  'tasklist /v': ({ imageName, pid, session, memory: size }) =>
    `${imageName.slice(0, 25).padEnd(25)} ${String(pid).padStart(8)} ${session.padEnd(16)} ${'1'.padStart(11)} ${size.padStart(12)} Unknown         NT AUTHORITY\\SYSTEM   0:00:01 N/A`,
  'tasklist /svc': ({ imageName, pid }) =>
    `${imageName.slice(0, 25).padEnd(25)} ${String(pid).padStart(8)} N/A`,
  'tasklist /fo csv': ({ imageName, pid, session, memory: size }) =>
    `"${imageName}","${pid}","${session}","0","${size}"`,
  'tasklist /fo list': ({ imageName, pid }) => `Image Name:   ${imageName}\nPID:          ${pid}`,
  'Get-Process': ({ stem, pid, n }) =>
    `    ${n}      18     6340      14552       0.42 ${String(pid).padStart(6)}   0 ${stem}`,
  'Get-Process | select': ({ stem, pid }) => `${stem.padEnd(40)} ${pid}`,
  'Get-Process | fl': ({ stem, pid }) => `Id      : ${pid}\nHandles : 226\nName    : ${stem}`,
  'Get-CimInstance | ft': ({ imageName, pid }) => `${String(pid).padStart(9)} ${imageName}`,
  'wmic /format:csv': ({ imageName, pid }) => `PC1,${imageName},${pid}`,
  'wmic /format:list': ({ imageName, pid }) => `Name=${imageName}\nProcessId=${pid}`,
  wmic: ({ imageName, pid }) => `${imageName}  ${pid}`,
  'netstat -b': ({ imageName, pid }) =>
    `  TCP    127.0.0.1:${pid % 60_000}        0.0.0.0:0              LISTENING\n [${imageName}]`,
  'Task Manager': ({ imageName, pid }) => `${imageName}\t${pid}\tRunning\tSYSTEM\t00\t5,320 K\tx64`,
  'Autoruns csv': ({ stem, imageName, folder }) =>
    `"HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run","${stem}","enabled","Logon","System-wide","","(Verified) Apple Inc.","${folder}\\${imageName}"`,
  'Autoruns text': ({ stem, imageName, folder }) =>
    `${stem}\t${stem}\t(Verified) Apple Inc.\t${folder.toLowerCase()}\\${imageName}`,
  'HijackThis O4': ({ stem, imageName, folder }) =>
    `O4 - HKLM\\..\\Run: [${stem}] "${folder}\\${imageName}"`,
  'HijackThis O23': ({ stem, imageName, folder }) =>
    `O23 - Service: ${stem} - Apple Inc. - ${folder}\\${imageName}`,
  'HijackThis processes': ({ imageName, folder }) => `${folder}\\${imageName}`,
  FRST: ({ stem, imageName, folder }) =>
    `HKLM\\...\\Run: [${stem}] => ${folder}\\${imageName} [302904 2018-03-21] (Apple Inc. -> Apple Inc.)`,
  OTL: ({ stem, imageName, folder }) =>
    `SRV - [2010/08/27 12:00:00 | 000,345,376 | ---- | M] (Apple Inc.) [Auto | Running] -- ${folder}\\${imageName} -- (${stem})`,
  DDS: ({ stem, imageName, folder }) => `mRun: [${stem}] "${folder}\\${imageName}"`,
  pslist: ({ stem, pid, n }) =>
    `${stem.padEnd(24)} ${pid}   8   5   97   ${n}     0:00:00.078    45:12:33.119`,
  handle: ({ imageName, pid }) => `${imageName} pid: ${pid} NT AUTHORITY\\SYSTEM`,
  tcpview: ({ imageName, pid }) => `${imageName}\t${pid}\tTCP\tpc1\t27015\tpc1\t0\tLISTENING`,
  sigcheck: ({ imageName, folder }) => `${folder.toLowerCase()}\\${imageName}:`,
  'shimcache csv': ({ imageName, folder }) => `2014-11-21 17:20:38,"${folder}\\${imageName}",True`,
  osquery: ({ imageName, pid, folder }) => `| ${imageName} | ${folder}\\${imageName} | ${pid} |`,
  'osquery --csv': ({ imageName, pid, folder }) => `${imageName},${folder}\\${imageName},${pid}`,
  'osquery --json': ({ imageName, pid, folder }) =>
    JSON.stringify({ name: imageName, path: `${folder}\\${imageName}`, pid: String(pid) }),
  'reg query': ({ stem, imageName, folder }) =>
    `    ${stem}    REG_SZ    "${folder}\\${imageName}" -x`,
  Markdown: ({ imageName, pid }) => `| \`${imageName}\` | ${pid} | running |`,
  'sc qc': ({ imageName, folder }) => `        BINARY_PATH_NAME   : "${folder}\\${imageName}"`,
  'an encyclopedia': ({ imageName }) =>
    `https://www.file.net/process/${imageName.toLowerCase()}.html`,
}

/** A short beginning that several names share can only be guessed at: those are suggested. */
function isFound(entry: CatalogueProcess, text: string): boolean {
  const { entryId, suggestions } = ask(text)
  return entryId === entry.id || suggestions.some((one) => one.entryId === entry.id)
}

describe('every process of the catalogue is found in', () => {
  test.each(Object.entries(tools))('a row of %s', (_tool, write) => {
    for (const entry of catalogue.processes) {
      fc.assert(
        fc.property(rows(entry), (row) => {
          const text = write(row)
          expect(isFound(entry, text), text).toBe(true)
        }),
        { numRuns: 8 },
      )
    }
  })

  test.each([
    ['sc query', (name: string) => `SERVICE_NAME: ${name}\n        TYPE               : 10  WIN32`],
    [
      'sc query in one line',
      (name: string) =>
        `SERVICE_NAME: ${name}         TYPE               : 10  WIN32_OWN_PROCESS         STATE              : 4  RUNNING`,
    ],
    ['Get-Service', (name: string) => `Running  ${name.padEnd(18)} ${name}`],
    ['Get-Service, cut', (name: string) => `Running  ${name.slice(0, 15)}... ${name}`],
    ['underscores', (name: string) => `${name.replaceAll(' ', '_')} running/auto`],
    ['Windows event 7034', (name: string) => `The ${name} service terminated unexpectedly.`],
    ['the same in Swedish', (name: string) => `Tjänsten ${name} avslutades oväntat.`],
    ['the same in German', (name: string) => `Der Dienst "${name}" wurde unerwartet beendet.`],
    ['Event Viewer’s XML', (name: string) => `<Data Name="param1">${name}</Data>`],
  ])('a row or sentence that names its service: %s', (_tool, write) => {
    for (const entry of catalogue.processes) {
      for (const name of entry.service?.keyNames ?? []) {
        expect(ask(write(name)).entryId, write(name)).toBe(entry.id)
      }
    }
  })
})

test('the command line and the window give the same answer to any row', () => {
  const from = { catalogue, words, processes: [], examined: new Map() }
  const any = fc.constantFrom(...catalogue.processes).chain((entry) => rows(entry))
  const tool = fc.constantFrom(...Object.values(tools))
  fc.assert(
    fc.property(any, tool, (row, write) => {
      const answer = ask(write(row))
      const { text, id } = explain(write(row), answer, from)
      expect(id ?? null).toBe(answer.entryId)
      expect(text.startsWith(titleOfAnswer(words, answer, catalogue))).toBe(true)
    }),
    { numRuns: 300 },
  )
})
