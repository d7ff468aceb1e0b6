/** Is each running program looked at once, and is nothing said where nothing could be looked at? */
import { expect, test } from 'vitest'
import { findMaybeApple } from '../../../electron/sources/maybe-apple.ts'
import { known } from '../../../shared/model/probe.ts'
import { itunesPlaces } from '../../fixtures/itunes-pc.ts'
import { listed } from '../../fixtures/listed.ts'

const { signal } = new AbortController()

if (process.platform !== 'win32') {
  test('without the bridge to Windows the answer is its reason, not "none"', async () => {
    const askNobody = () => Promise.reject(new Error('nobody is to be asked'))
    const maybeApple = findMaybeApple({ readImagePaths: askNobody, namesOrganization: askNobody })
    expect(await maybeApple([listed(1, 'a.exe')], itunesPlaces, { signal })).toEqual({
      state: 'skipped',
      reason: 'not-windows',
    })
  })
}

test('a program file is looked at once for all its processes, and not again while they run', async () => {
  const asked: string[] = []
  const maybeApple = findMaybeApple({
    isAvailable: () => known(true),
    readImagePaths: (questions) =>
      Promise.resolve(
        questions.map(({ name }) => known({ path: `C:\\x\\${name}`, way: 'handle' as const })),
      ),
    namesOrganization: (path) => {
      asked.push(path)
      return Promise.resolve(known(path.includes('apple')))
    },
  })
  const at = (second: number) => ({
    startedAtUtc: known(new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString()),
  })
  const running = [
    listed(1, 'apple.exe', at(1)),
    listed(2, 'b.exe', at(2)),
    listed(3, 'b.exe', at(3)),
  ]
  for (let turn = 0; turn < 3; turn += 1) {
    expect(await maybeApple(running, itunesPlaces, { signal })).toEqual(known([running[0]]))
  }
  expect(asked).toEqual(['C:\\x\\apple.exe', 'C:\\x\\b.exe'])
  // The pid was given to another process: it is looked at anew.
  const later = listed(2, 'apple.exe', at(9))
  expect(await maybeApple([later], itunesPlaces, { signal })).toEqual(known([later]))
  expect(asked).toHaveLength(3)
})

test("a file in one of Apple's Store packages needs no certificate of its own", async () => {
  const maybeApple = findMaybeApple({
    isAvailable: () => known(true),
    readImagePaths: (questions) =>
      Promise.resolve(
        questions.map(() =>
          known({
            path: 'C:\\Program Files\\WindowsApps\\AppleInc.iTunes_1.2.3.4_x64__nzyj5cx40ttqa\\x.exe',
            way: 'handle' as const,
          }),
        ),
      ),
    namesOrganization: () => Promise.reject(new Error('not needed')),
  })
  const one = listed(1, 'x.exe')
  expect(await maybeApple([one], itunesPlaces, { signal })).toEqual(known([one]))
})

test("a program in a folder of Apple's own is worth the slow look, whoever it names", async () => {
  const maybeApple = findMaybeApple({
    isAvailable: () => known(true),
    readImagePaths: (questions) =>
      Promise.resolve(
        questions.map(({ name }) =>
          known({
            path: `C:\\Program Files\\${name === 'in.exe' ? 'iTunes\\sub' : 'iTunes Tools'}\\${name}`,
            way: 'handle' as const,
          }),
        ),
      ),
    namesOrganization: () => Promise.resolve(known(false)),
  })
  const [inside, beside] = [listed(1, 'in.exe'), listed(2, 'beside.exe')]
  expect(await maybeApple([inside, beside], itunesPlaces, { signal })).toEqual(known([inside]))
})
