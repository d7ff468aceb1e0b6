/** Does anything connect, or look a name up, before somebody asks for it? Counted at the doors that all of it must pass. */
import { Socket as UdpSocket } from 'node:dgram'
import dns from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'
import { Socket } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openConnectionTasks } from '../../../electron/tasks/connections.ts'
import { runCommandLine } from '../../../electron/cli/run.ts'
import { inspect } from '../../../electron/inspection/inspect.ts'
import { liveSources } from '../../../electron/sources/live-sources.ts'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { inspectionsOf } from '../../fixtures/inspections.ts'

const seen: string[] = []
const doors = [
  [Socket.prototype, 'connect'],
  [UdpSocket.prototype, 'send'],
  [UdpSocket.prototype, 'connect'],
  [dns, 'lookup'],
  [dns, 'resolve'],
  [dns.Resolver.prototype, 'resolve4'],
  [dns.Resolver.prototype, 'resolve6'],
] as const

beforeEach(() => {
  seen.length = 0
  for (const [owner, name] of doors) {
    const object = owner as unknown as Record<string, (...given: unknown[]) => unknown>
    const open = object[name]!
    vi.spyOn(object, name).mockImplementation(function (this: unknown, ...given) {
      seen.push(name)
      return Reflect.apply(open, this, given)
    })
  }
  // `import { lookup }` sees it too.
  syncBuiltinESMExports()
})
afterEach(() => {
  vi.restoreAllMocks()
  syncBuiltinESMExports()
})

const quiet = () => Promise.resolve(null)

test('a whole inspection of this PC, a look, a report and every question but the check: none', async () => {
  const sources = liveSources('en')
  expect((await inspect(sources, { catalogue: readCatalogue() })).ok).toBe(true)
  const tasks = openConnectionTasks(sources, inspectionsOf(sources))
  expect((await tasks.look()).ok).toBe(true)
  expect((await tasks.describe()).ok).toBe(true)
  expect((await tasks.findErrors('error 3194')).ok).toBe(true)
  tasks.cancel()
  const surroundings = { program: '', systemLanguage: 'en', stdout: quiet, stderr: quiet }
  for (const format of ['text', 'json', 'html']) {
    expect(await runCommandLine(['--format', format], surroundings)).toBeLessThan(3)
  }
  expect(seen).toEqual([])
})

test('the check itself is seen by the same count', async () => {
  const sources = liveSources('en')
  const times = { eachMs: 300, allMs: 600 }
  const tasks = openConnectionTasks(sources, inspectionsOf(sources), times)
  await tasks.check(['albert'], () => {})
  expect(seen).toContain('lookup')
})
