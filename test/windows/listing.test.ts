/** Does ps-list see real Windows programs come and go? */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import psList from 'ps-list'
import { makeWorkplace, type Workplace } from './programs.ts'

let workplace: Workplace
before(async () => {
  workplace = await makeWorkplace()
})
after(() => workplace.tidy())

const processWith = async (pid: number) => (await psList()).find((found) => found.pid === pid)

test('these tests run on Windows or Wine', () => {
  assert.equal(process.platform, 'win32')
})

test('a program is listed by its image name, pid and parent while it runs, and gone when it has ended', async () => {
  const program = await workplace.start('AppleMobileDeviceService.exe')
  const listed = await processWith(program.pid)
  assert.deepEqual(listed, {
    pid: program.pid,
    ppid: process.pid,
    name: 'AppleMobileDeviceService.exe',
  })
  await program.end()
  assert.equal(await processWith(program.pid), undefined)
})

test('blanks and letters of any script in the path do not change the listed name', async () => {
  const program = await workplace.start('AppleMobileDeviceService.exe', 'Åsa Öberg — Музыка 音楽')
  assert.equal((await processWith(program.pid))?.name, 'AppleMobileDeviceService.exe')
})

test('letters of any script in the image name arrive unharmed', async () => {
  const program = await workplace.start('Åsas iTünes Хелпер 助手.exe')
  assert.equal((await processWith(program.pid))?.name, 'Åsas iTünes Хелпер 助手.exe')
})
