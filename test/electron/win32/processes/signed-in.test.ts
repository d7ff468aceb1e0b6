/** Made up: no test machine has two accounts signed in to one session. */
import { describe, expect, test } from 'vitest'
import { readIsSignedIn } from '../../../../electron/win32/processes/signed-in.ts'
import { denied, failed, known, skipped, type Probe } from '../../../../shared/model/probe.ts'
import { listed } from '../../../fixtures/listed.ts'

const ownPid = 100
const inSession = (pid: number, name: string, sessionId: number) =>
  listed(pid, name, { counts: known({ sessionId, threads: 1, handles: 1 }) })
const program = inSession(ownPid, 'process-inspector-for-itunes.exe', 1)

function isSignedIn(
  processes: readonly ReturnType<typeof listed>[],
  owners: Readonly<Record<number, Probe<string>>>,
  own: Probe<string> = known('S-1-5-21-1'),
) {
  return readIsSignedIn(
    processes,
    (process) => (process === null ? own : (owners[process.pid] ?? failed('process-ended'))),
    ownPid,
  )
}

describe('whose settings are read', () => {
  test('those of whoever is signed in, where the desktop belongs to the same account', () => {
    const processes = [program, inSession(7, 'explorer.exe', 1)]
    expect(isSignedIn(processes, { 7: known('S-1-5-21-1') })).toEqual(known(true))
  })

  test.each([
    ['belongs to another', known('S-1-5-21-2')],
    ['may not be asked', denied('needs-admin')],
  ])("another account's, where the desktop %s", (_what, owner) => {
    const processes = [program, inSession(7, 'Explorer.EXE', 1)]
    expect(isSignedIn(processes, { 7: owner })).toEqual(known(false))
  })

  test('a desktop of another session says nothing', () => {
    const processes = [
      program,
      inSession(7, 'explorer.exe', 2),
      inSession(8, 'explorer.exe', 1),
      inSession(9, 'explorer.exe', 1),
    ]
    const owners = { 7: known('S-1-5-21-2'), 8: known('S-1-5-21-3'), 9: known('S-1-5-21-1') }
    expect(isSignedIn(processes, owners)).toEqual(known(true))
    expect(isSignedIn(processes.slice(0, 2), owners)).toEqual(skipped('not-checked'))
  })

  test('not known: no desktop, one that has ended, an account that cannot be read, a list without sessions', () => {
    const one = [program, inSession(7, 'explorer.exe', 1)]
    expect(isSignedIn([program], {})).toEqual(skipped('not-checked'))
    expect(isSignedIn(one, {})).toEqual(skipped('not-checked'))
    const unread = failed('windows-error')
    expect(isSignedIn(one, { 7: known('S-1-5-21-2') }, unread)).toEqual(unread)
    const bare = [listed(ownPid, 'a.exe'), listed(7, 'explorer.exe')]
    expect(isSignedIn(bare, { 7: known('S-1-5-21-2') })).toEqual(skipped('not-checked'))
  })
})
