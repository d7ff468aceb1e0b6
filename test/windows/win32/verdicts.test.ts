/**
 * Does a whole inspection of real running programs come to the verdicts that were written down beforehand? Every
 * question goes to the system itself; only the places of the program folders are the test's own, so that "where Apple
 * installs it" is a folder that a test may write to.
 */
import assert from 'node:assert/strict'
import { copyFile, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { arch, release, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { after, afterEach, before, test } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { inspect } from '../../../electron/inspection/inspect.ts'
import type { Sources } from '../../../electron/sources/sources.ts'
import { windowsSources } from '../../../electron/sources/windows-sources.ts'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import type { Inspection, Instance, Trust } from '../../../shared/model/inspection.ts'
import type { Places } from '../../../shared/model/places.ts'
import { known } from '../../../shared/model/probe.ts'
import { listWithPsList } from '../../../electron/processes/list-with-ps-list.ts'
import { createFileEvidenceReader } from '../../../electron/win32/files/file-evidence.ts'
import { readImagePaths } from '../../../electron/win32/processes/image-path.ts'
import { listProcesses } from '../../../electron/win32/processes/list-processes.ts'
import { chooseLister } from '../../../electron/processes/choose-lister.ts'
import { endAll, isWine, longestStartablePath, program, start, startMany } from './programs.ts'

const catalogue = readCatalogue()
const genuine = program('genuine', 'AppleMobileDeviceService.exe')
const support = 'Common Files/Apple/Mobile Device Support'
const service = 'AppleMobileDeviceService.exe'
const { signal } = new AbortController()

let root: string
let sources: Sources
before(async () => {
  root = await mkdtemp(join(tmpdir(), 'verdicts '))
  const programs = join(root, 'Program Files')
  const programsX86 = join(root, 'Program Files (x86)')
  const places: Places = {
    knownFolders: {
      ProgramFiles: known(programs),
      'ProgramFiles(x86)': known(programsX86),
      CommonProgramFiles: known(join(programs, 'Common Files')),
      'CommonProgramFiles(x86)': known(join(programsX86, 'Common Files')),
    },
    storePackages: known([]),
    installFolders: known([]),
  }
  const live = windowsSources({
    platform: 'win32',
    release: release(),
    arch: arch(),
    language: 'en',
  })
  sources = { ...live, places: () => Promise.resolve(places) }
})
afterEach(endAll)
after(async () => {
  await rm(root, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

async function look(more: Partial<Sources> = {}): Promise<Inspection> {
  const answer = await inspect({ ...sources, ...more }, { catalogue })
  assert.ok(answer.ok, JSON.stringify(answer))
  return answer.value.inspection
}

async function place(from: string, ...to: readonly string[]): Promise<string> {
  const path = join(root, ...to)
  await mkdir(dirname(path), { recursive: true })
  await copyFile(from, path)
  return path
}

const instances = ({ processes }: Inspection) => processes.flatMap((one) => one.instances)

/** Windows does not trust the root of a key made for a test, which is no verdict on who is named; Wine trusts all. */
const onWindows = (trust: Trust): Trust => (isWine ? trust : 'cannot-tell')

async function judged(path: string): Promise<Instance> {
  const running = await start(path)
  const found = instances(await look()).find(({ pid }) => pid === running.pid)
  await running.end()
  assert.ok(found, path)
  return found
}

const states = ({ facts }: Instance) =>
  [facts.name, facts.folder, facts.signer, facts.originalName].map(({ state }) => state[0]).join('')

test('the right file in the right folder is genuine: four facts ticked', async () => {
  const found = await judged(await place(genuine, 'Program Files', support, service))
  assert.equal(found.trust, onWindows('genuine'), JSON.stringify(found.facts))
  assert.equal(states(found), isWine ? 'tttt' : 'ttut')
  assert.equal(found.version.state === 'known' && found.version.value.fileVersion, '486.0.2.16')
  assert.equal(found.imagePathWay, 'handle')
  assert.equal(found.owner.state, 'known')
  assert.equal(found.parentName?.toLowerCase(), 'node.exe')
})

test('the right file in another folder: look closer', async () => {
  const found = await judged(await place(genuine, 'Downloads', service))
  assert.equal(found.trust, onWindows('wrong-folder'))
  assert.equal(found.facts.folder.state, 'crossed')
})

test('a folder below the right one is another folder', async () => {
  const found = await judged(await place(genuine, 'Program Files', support, 'more', service))
  assert.equal(found.trust, onWindows('wrong-folder'))
})

test("another maker's sound signature is named", async () => {
  const other = program('other-signer', 'mDNSResponder.exe')
  const found = await judged(await place(other, 'Program Files', 'Bonjour', 'mDNSResponder.exe'))
  assert.equal(found.trust, 'wrong-signer')
  assert.match(found.facts.signer.values['signer'] ?? '', /Audinate/)
})

test('no signature: unsigned', async () => {
  const found = await judged(
    await place(program('unsigned', service), 'Program Files', support, 'AppleMobileBackup.exe'),
  )
  assert.equal(found.trust, 'unsigned')
})

test('one byte changed after signing: tampered, whatever the folder', async () => {
  const found = await judged(await place(program('tampered', service), 'elsewhere', service))
  assert.equal(found.trust, 'tampered')
})

test("one of Apple's files under another's name is not what it says, and not accused either", async () => {
  const found = await judged(await place(genuine, 'Program Files', 'iTunes', 'iTunesHelper.exe'))
  assert.equal(found.trust, onWindows('cannot-tell'))
  assert.equal(found.facts.originalName.state, 'crossed')
  if (isWine) assert.equal(found.trustReason, 'original-name-differs')
})

test('a library planted beside a program that loads it is found', async () => {
  const path = await place(genuine, 'planted', 'iTunesHelper.exe')
  await place(program('unsigned', service), 'planted', 'CoreFoundation.dll')
  const found = await judged(path)
  assert.equal(found.trust, onWindows('wrong-signer'))
  if (isWine) assert.equal(found.facts.signer.code, 'neighbour-unsigned')
})

test('a path with letters of any script, and the longest that can be started, are read', async () => {
  const other = await judged(await place(genuine, 'Åsa Öberg — Музыка 音楽', service))
  assert.equal(other.trust, onWindows('wrong-folder'))
  const long = await judged(await longestStartablePath())
  assert.equal(long.trust, onWindows('wrong-folder'))
  assert.ok(long.imagePath.state === 'known' && long.imagePath.value.length > 255)
})

test('a file that went away from where its program was started: cannot tell', async () => {
  const path = await place(genuine, 'moved', service)
  const running = await start(path)
  // The file of a running program cannot be deleted, but renamed. Windows then tells the new path, Wine the old one.
  await rename(path, `${path}.old`)
  const found = instances(await look()).find(({ pid }) => pid === running.pid)
  await running.end()
  assert.ok(found)
  assert.equal(found.trust, onWindows('cannot-tell'), JSON.stringify(found.facts))
  if (isWine) assert.equal(found.trustReason, 'file-missing')
  else assert.equal(found.facts.name.code, 'file-differs')
})

test('a process that ends between the list and the look at it: cannot tell, for that reason', async () => {
  const running = await start(await place(genuine, 'ends', service))
  const found = instances(
    await look({
      list: async (asking) => {
        const listed = await sources.list(asking)
        await running.end()
        return listed
      },
    }),
  ).find(({ pid }) => pid === running.pid)
  assert.ok(found)
  assert.equal(found.trust, 'cannot-tell')
  assert.equal(found.trustReason, 'process-ended')
})

test('a look-alike gets the same evidence, and only what Apple signed is called its', async () => {
  const fake = await start(await place(program('unsigned', service), 'fake', 'iTunesHe1per.exe'))
  const airPort = await start(await place(genuine, 'Program Files', 'AirPort', 'APUtil.exe'))
  const nobody = await start(await place(program('unsigned', service), 'Apple', 'APOther.exe'))
  const inspection = await look()
  const lookAlike = inspection.lookAlikes.find(({ pid }) => pid === fake.pid)
  assert.equal(lookAlike?.resembles, 'iTunesHelper.exe')
  assert.equal(lookAlike.trust, 'unsigned')
  assert.equal(inspection.otherApple.state, 'known')
  const others = inspection.otherApple.value.map(({ pid }) => pid)
  assert.equal(others.includes(airPort.pid), isWine)
  assert.ok(!others.includes(nobody.pid))
  await Promise.all([fake, airPort, nobody].map(({ end }) => end()))
})

test('500 processes at once are all listed, found and judged, each file is looked at once, and the main thread stays free', async () => {
  const path = await place(genuine, 'many', service)
  const many = await startMany(path, 500)
  const wanted = new Set(many.map(({ pid }) => pid))
  const reader = createFileEvidenceReader()
  await reader.read(program('unsigned', service))

  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const startedAt = performance.now()
  const listed = await listProcesses()
  assert.ok(listed.ok)
  const records = listed.value.processes.filter(({ pid }) => wanted.has(pid))
  const listedAt = performance.now()
  const paths = await readImagePaths(records)
  const foundAt = performance.now()
  const evidence = await Promise.all(
    paths.map((found) => reader.read(found.state === 'known' ? found.value.path : '')),
  )
  const checkedAt = performance.now()
  delay.disable()
  const judgedOnes = instances(await look()).filter(({ pid }) => wanted.has(pid))
  console.log('500 processes:', {
    listMs: listedAt - startedAt,
    pathsMs: foundAt - listedAt,
    evidenceMs: checkedAt - foundAt,
    longestBlockMs: delay.max / 1e6,
    inspectionMs: performance.now() - checkedAt,
  })
  await Promise.all(many.map(({ end }) => end()))

  assert.equal(records.length, 500)
  assert.ok(records.every(({ name }) => name === service))
  assert.ok(paths.every((found) => found.state === 'known'))
  assert.ok(evidence.every(({ signature }) => signature.state === 'known'))
  assert.ok(delay.max / 1e6 < (checkedAt - startedAt) / 2)
  assert.equal(judgedOnes.length, 500)
  assert.deepEqual(
    new Set(judgedOnes.map(({ trust }) => trust)),
    new Set([onWindows('wrong-folder')]),
  )
})

test('both listers see the same processes of the same names', async () => {
  const running = await start(await place(genuine, 'both', service))
  const ownList = chooseLister({
    fallback: () => Promise.reject(new Error('the list from within the process did not work')),
  })
  // What starts or ends between the two lists, the helper of ps-list above all, is in one of them only.
  const before = await ownList({ signal })
  const helper = await listWithPsList({ signal })
  const afterwards = await ownList({ signal })
  await running.end()
  assert.ok(before.ok && helper.ok && afterwards.ok)
  assert.equal(before.value.lister, 'in-process')
  assert.equal(helper.value.lister, 'ps-list')
  const names = (answer: typeof before) => {
    assert.ok(answer.ok)
    return new Map(answer.value.processes.map(({ pid, name }) => [pid, name]))
  }
  const stayed = [...names(before)].filter(([pid, name]) => names(afterwards).get(pid) === name)
  const theirs = names(helper)
  assert.ok(stayed.length > 3)
  for (const [pid, name] of stayed) {
    // The idle process has no name; helper programs give it one of their own.
    if (pid === 0) continue
    assert.equal(theirs.get(pid), name.trimEnd(), String(pid))
  }
})

/** Node takes the flag at run time as well. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
}

test('1,000 inspections leave no handle open and no memory behind', async () => {
  const handles = async () => {
    const listed = await sources.list({ signal })
    assert.ok(listed.ok)
    const self = listed.value.processes.find(({ pid }) => pid === process.pid)
    assert.ok(self?.counts.state === 'known')
    return self.counts.value.handles
  }
  const running = await start(await place(genuine, 'often', service))
  for (let warming = 0; warming < 100; warming += 1) await look()
  const before = await handles()
  const startedAt = performance.now()
  // What is left behind grows each time; what is only not given back yet does not.
  const grownMb: number[] = []
  while (grownMb.length < 2 || (grownMb.length < 5 && Math.min(...grownMb) >= 20)) {
    collectGarbage()
    const bytes = process.memoryUsage.rss()
    for (let round = 0; round < 500; round += 1) await look()
    collectGarbage()
    grownMb.push((process.memoryUsage.rss() - bytes) / 1e6)
  }
  const msEach = (performance.now() - startedAt) / (500 * grownMb.length)
  const afterwards = await handles()
  await running.end()
  console.log('1,000 inspections:', { msEach, before, after: afterwards, grownMb })
  // Far less than one for each inspection. Wine counts in steps of 32.
  assert.ok(afterwards - before < 64)
  assert.ok(Math.min(...grownMb) < 20, `${grownMb.join(' and ')} MB`)
})
