/** Is the organization found in programs that a signing program has signed, and quickly in many of them? */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namesOrganization } from '../../../electron/win32/files/embedded-names.ts'
import { longPath, nonAsciiPath, program } from './programs.ts'
import { yardsticksOfWaiting } from '../../fixtures/yardstick.ts'

const apple = (path: string) => namesOrganization(path, 'Apple Inc.')
const known = (value: boolean) => ({ state: 'known', value })
const service = 'AppleMobileDeviceService.exe'

test('programs with a certificate of the organization name it, sound or not', async () => {
  for (const path of [
    program('genuine', service),
    program('renamed', 'iTunesHelper.exe'),
    program('tampered', service),
    program('expired', 'iTunesHelper.exe'),
    program('self-signed', 'iTunesHelper.exe'),
    longPath,
    nonAsciiPath,
  ]) {
    assert.deepEqual(await apple(path), known(true), path)
  }
})

test('programs that only claim the organization in their version resource do not', async () => {
  for (const path of [
    program('unsigned', service),
    program('other-signer', 'mDNSResponder.exe'),
    program('no-organization', 'iTunesHelper.exe'),
    program('not-a-program', 'text.exe'),
    program('not-a-program', 'empty.exe'),
    `${process.env['SystemRoot'] ?? ''}\\System32\\cmd.exe`,
  ]) {
    assert.deepEqual(await apple(path), known(false), path)
  }
})

test('a name with other letters is found', async () => {
  const path = program('non-ascii-signer', 'iTunesHelper.exe')
  assert.deepEqual(await namesOrganization(path, 'Åke & Söner AB'), known(true))
})

test('a program cut in the middle of its signature is unreadable, a missing one is missing', async () => {
  const cut = await apple(program('cut', 'signature.exe'))
  assert.deepEqual(cut, { state: 'failed', reason: 'unreadable' })
  const missing = await apple(program('nowhere', 'x.exe'))
  assert.deepEqual(missing, { state: 'failed', reason: 'file-missing' })
})

test('300 programs are looked into in no more time than twenty yardsticks, about a second', async () => {
  const path = program('genuine', service)
  const yardsticks = await yardsticksOfWaiting(async () => {
    const answers = await Promise.all(Array.from({ length: 300 }, () => apple(path)))
    assert.ok(answers.every((answer) => answer.state === 'known' && answer.value))
  })
  console.log('300 looks:', { yardsticks })
  assert.ok(yardsticks < 20, String(yardsticks))
})
