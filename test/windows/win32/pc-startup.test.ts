/** What starts with Windows, as this test puts it into a real registry and real folders: is each place read as it stands? */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { promisify } from 'node:util'
import { liveSources } from '../../../electron/sources/live-sources.ts'
import { pcStartup } from '../../../electron/sources/pc-startup.ts'
import { readRunKeys } from '../../../electron/win32/startup/autostart.ts'
import type { StartupFacts, StartupItem, StartupPlace } from '../../../shared/model/pc-facts.ts'
import { shellLink } from '../../fixtures/shell-link.ts'
import { isWine, program } from './programs.ts'

const run = promisify(execFile)
const version = 'Software\\Microsoft\\Windows\\CurrentVersion'
const appModel =
  'HKCU\\Software\\Classes\\Local Settings\\Software\\Microsoft\\Windows\\CurrentVersion\\AppModel\\SystemAppData'
const family = 'AppleInc.InspectorTest_nzyj5cx40ttqa'

const sources = liveSources('en')
const asking = { signal: new AbortController().signal }

/** Without what the source keeps: each test changes what is there. */
const read = () => pcStartup({ ...sources, autostart: ({ signal }) => readRunKeys(signal) })(asking)

async function itemsOf(place: StartupPlace): Promise<ReadonlyMap<string, StartupItem>> {
  const facts = await read()
  assert.deepEqual(readOf(facts, place), { state: 'known', value: true })
  return new Map(facts.items.filter((one) => one.place === place).map((one) => [one.name, one]))
}

const readOf = (facts: StartupFacts, place: StartupPlace) =>
  facts.read.find((one) => one.place === place)?.read

const known = (value: unknown) => ({ state: 'known', value })
const isOn = (on: boolean, offSinceUtc: string | null = null) => known({ isOn: on, offSinceUtc })

// A PC's own start-up is nobody's to write to: only that of a Wine prefix is.
if (isWine) {
  let folder = ''
  const added: string[][] = []
  const addedFiles: string[] = []
  const startup = join(
    process.env['APPDATA'] ?? '',
    'Microsoft\\Windows\\Start Menu\\Programs\\Startup Test',
  )
  const tasks = join(process.env['SystemRoot'] ?? '', 'System32', 'Tasks')

  async function add(key: string, name: string, type: string, data: string) {
    await run('reg', ['add', key, '/v', name, '/t', type, '/d', data, '/f'])
    added.push([key, '/v', name])
  }
  async function put(path: string, content: string | Buffer) {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
    addedFiles.push(path)
  }

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pc startup '))
    await copyFile(program('genuine', 'AppleMobileDeviceService.exe'), join(folder, 'signed.exe'))
    await copyFile(
      program('genuine', 'AppleMobileDeviceService.exe'),
      join(folder, 'iTunesHelper.exe'),
    )
    await mkdir(startup, { recursive: true })
    await add(`HKCU\\${version}\\Explorer\\User Shell Folders`, 'Startup', 'REG_EXPAND_SZ', startup)
  })
  beforeEach(async () => {
    for (const [key, ...rest] of added.splice(1)) {
      await run('reg', ['delete', key ?? '', ...rest, '/f']).catch(() => undefined)
    }
    for (const path of addedFiles.splice(0)) await rm(path, { force: true })
  })
  after(async () => {
    for (const [key, ...rest] of added) {
      await run('reg', ['delete', key ?? '', ...rest, '/f']).catch(() => undefined)
    }
    await run('reg', ['delete', `${appModel}\\${family}`, '/f']).catch(() => undefined)
    for (const path of [folder, startup, join(tasks, 'Inspector Test')]) {
      await rm(path, { recursive: true, force: true })
    }
    for (const path of addedFiles) await rm(path, { force: true })
  })

  test('a Run entry of Apple’s says where it leads, whose it is and whether it is on', async () => {
    const key = `HKCU\\${version}\\Run`
    const command = `"${join(folder, 'iTunesHelper.exe')}" -x`
    await add(key, 'Inspector Helper', 'REG_SZ', command)
    await add(
      `HKCU\\${version}\\Explorer\\StartupApproved\\Run`,
      'Inspector Helper',
      'REG_BINARY',
      '0300000000803ED5DEB19D01',
    )
    await add(key, 'Inspector Signed', 'REG_SZ', join(folder, 'signed.exe'))
    await add(key, 'Inspector Foreign', 'REG_SZ', 'C:\\windows\\notepad.exe')
    await add(key, 'Inspector Gone', 'REG_EXPAND_SZ', '%APPDATA%\\Apple\\gone.exe')
    const items = await itemsOf('run-key')
    assert.deepEqual(items.get('Inspector Helper'), {
      place: 'run-key',
      name: 'Inspector Helper',
      key: { hive: 'HKCU', view: '64-bit' },
      packageFamily: null,
      command: known(command),
      target: join(folder, 'iTunesHelper.exe'),
      isTargetThere: known(true),
      maker: 'apple',
      startupSwitch: isOn(false, '1970-01-01T00:00:00.000Z'),
      decidedBy: 'user',
    })
    // By the certificate in its file alone.
    assert.equal(items.get('Inspector Signed')?.maker, 'apple')
    assert.equal(items.has('Inspector Foreign'), false)
    const gone = items.get('Inspector Gone')
    assert.equal(gone?.target, join(process.env['APPDATA'] ?? '', 'Apple\\gone.exe'))
    assert.deepEqual(gone.isTargetThere, known(false))
    assert.equal(gone.maker, 'unknown')
    assert.deepEqual(gone.startupSwitch, isOn(true))
  })

  test('a policy starts programs of its own, and may keep the Run keys from being obeyed', async () => {
    const policies = `${version}\\Policies\\Explorer`
    await add(`HKLM\\${policies}\\Run`, '1', 'REG_SZ', join(folder, 'iTunesHelper.exe'))
    await add(`HKCU\\${policies}\\Run`, '2', 'REG_DWORD', '7')
    await add(`HKCU\\${version}\\Run`, 'iTunes Inspector', 'REG_SZ', 'x.exe')
    const facts = await read()
    assert.deepEqual(readOf(facts, 'run-policy'), known(true))
    const [item, ...more] = facts.items.filter(({ place }) => place === 'run-policy')
    assert.deepEqual(
      [item?.name, item?.key?.hive, item?.decidedBy, more.length],
      ['1', 'HKLM', 'policy', 0],
    )
    const own = () => itemsOf('run-key').then((items) => items.get('iTunes Inspector'))
    const before = await own()
    assert.deepEqual([before?.decidedBy, before?.startupSwitch], ['default', isOn(true)])
    // What stands for itself is looked for in places that nobody records.
    assert.equal(before?.target, null)
    await add(`HKLM\\${policies}`, 'DisableCurrentUserRun', 'REG_DWORD', '1')
    const after = await own()
    assert.deepEqual([after?.decidedBy, after?.startupSwitch], ['policy', isOn(false)])
  })

  test('shortcuts of a Startup folder are followed; what is none, leads nowhere or is broken is said', async () => {
    await put(
      join(startup, 'iTunes.lnk'),
      shellLink({ target: join(folder, 'signed.exe'), arguments: '-x' }),
    )
    await put(join(startup, 'iTunes gone.lnk'), shellLink({ target: 'C:\\gone\\iTunes.exe' }))
    await put(join(startup, 'iTunes nowhere.lnk'), shellLink({}))
    await put(join(startup, 'iTunes broken.lnk'), 'no link')
    await put(
      join(startup, 'iTunes variable.lnk'),
      shellLink({ variables: '%ProgramFiles%\\iTunes\\iTunes.exe' }),
    )
    await put(join(startup, 'iTunesHelper.exe'), 'x')
    await put(join(startup, 'foreign.lnk'), shellLink({ target: 'C:\\windows\\notepad.exe' }))
    await put(join(startup, 'desktop.ini'), 'apple')
    await symlink(join(startup, 'Apple ring.lnk'), join(startup, 'Apple ring.lnk')).then(
      () => addedFiles.push(join(startup, 'Apple ring.lnk')),
      () => undefined,
    )
    await add(
      `HKCU\\${version}\\Explorer\\StartupApproved\\StartupFolder`,
      'iTunes.lnk',
      'REG_BINARY',
      '030000000000000000000000',
    )
    const items = await itemsOf('startup-folder')
    const followed = items.get('iTunes.lnk')
    assert.deepEqual(followed?.command, known(`"${join(folder, 'signed.exe')}" -x`))
    assert.equal(followed.target, join(folder, 'signed.exe'))
    assert.equal(followed.maker, 'apple')
    assert.deepEqual(followed.startupSwitch, isOn(false))
    assert.deepEqual(items.get('iTunes gone.lnk')?.isTargetThere, known(false))
    for (const name of ['iTunes nowhere.lnk', 'iTunes broken.lnk']) {
      assert.deepEqual(items.get(name)?.command, { state: 'failed', reason: 'unreadable' })
      assert.equal(items.get(name)?.target, null)
    }
    assert.equal(items.get('iTunes variable.lnk')?.target, 'C:\\Program Files\\iTunes\\iTunes.exe')
    assert.equal(items.get('iTunesHelper.exe')?.target, join(startup, 'iTunesHelper.exe'))
    assert.equal(items.has('foreign.lnk'), false)
    assert.equal(items.has('desktop.ini'), false)
  })

  test('tasks of Apple’s are read from their files; broken ones and those with entities are said to be', async () => {
    const task = (command: string, enabled = 'true') =>
      Buffer.from(
        `\ufeff<?xml version="1.0" encoding="UTF-16"?><Task xmlns="x"><Settings><Enabled>${enabled}</Enabled></Settings><Actions><Exec><Command>${command}</Command><Arguments>-task</Arguments></Exec></Actions></Task>`,
        'utf16le',
      )
    await put(
      join(tasks, 'Inspector Test', 'AppleSoftwareUpdate'),
      task(join(folder, 'signed.exe')),
    )
    await put(
      join(tasks, 'Inspector Test', 'Apple off'),
      task('C:\\gone\\SoftwareUpdate.exe', 'false'),
    )
    await put(join(tasks, 'Inspector Test', 'Apple broken'), '<Task><Actions>')
    await put(
      join(tasks, 'Inspector Test', 'Apple entity'),
      '<!DOCTYPE Task [<!ENTITY x SYSTEM "file:///C:/windows/win.ini">]><Task><Actions><Exec><Command>&x;</Command></Exec></Actions></Task>',
    )
    await put(join(tasks, 'Inspector Test', 'foreign'), task('C:\\windows\\notepad.exe'))
    await put(join(tasks, 'Microsoft', 'Apple of Windows'), task('C:\\x.exe'))
    const items = await itemsOf('scheduled-task')
    const update = items.get('\\Inspector Test\\AppleSoftwareUpdate')
    assert.deepEqual(update?.command, known(`"${join(folder, 'signed.exe')}" -task`))
    assert.deepEqual([update.maker, update.decidedBy], ['apple', 'default'])
    const off = items.get('\\Inspector Test\\Apple off')
    assert.deepEqual([off?.startupSwitch, off?.decidedBy], [isOn(false), 'user'])
    for (const name of ['Apple broken', 'Apple entity']) {
      const { command } = items.get(`\\Inspector Test\\${name}`) ?? {}
      assert.deepEqual(command, { state: 'failed', reason: 'unreadable' }, name)
    }
    assert.equal(items.size, 4)
  })

  test('a task whose folder nobody may list is known by the registry', async () => {
    const tree = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Schedule\\TaskCache\\Tree'
    await add(`${tree}\\Inspector\\Apple recorded`, 'Id', 'REG_SZ', '{1}')
    try {
      const items = await itemsOf('scheduled-task')
      const recorded = items.get('\\Inspector\\Apple recorded')
      assert.deepEqual(recorded?.command, { state: 'failed', reason: 'file-missing' })
      assert.equal(items.has('\\Inspector'), false)
    } finally {
      await run('reg', ['delete', `${tree}\\Inspector`, '/f'])
    }
  })

  test('start-up tasks of Store packages say who switched them', async () => {
    const at = (task: string) => `${appModel}\\${family}\\${task}`
    for (const state of ['0', '1', '2', '3', '4', '9'])
      await add(at(`Task${state}`), 'State', 'REG_DWORD', state)
    await add(at('Task1'), 'LastDisabledTime', 'REG_QWORD', '133000000000000000')
    await add(at('Text'), 'State', 'REG_SZ', 'on')
    await run('reg', ['add', at('Settings'), '/f'])
    const items = await itemsOf('store-task')
    const told = [...items].map(([name, { startupSwitch, decidedBy, packageFamily, maker }]) => {
      assert.deepEqual([packageFamily, maker], [family, 'apple'])
      const { state } = startupSwitch
      return [name, state === 'known' ? startupSwitch.value.isOn : state, decidedBy]
    })
    assert.deepEqual(told.sort(), [
      ['Task0', false, 'default'],
      ['Task1', false, 'user'],
      ['Task2', true, 'default'],
      ['Task3', false, 'policy'],
      ['Task4', true, 'policy'],
      ['Task9', 'failed', 'default'],
      ['Text', 'failed', 'default'],
    ])
    assert.deepEqual(items.get('Task1')?.startupSwitch, isOn(false, '2022-06-18T04:26:40.000Z'))
  })
}
