/** Are files told from options, and is each given once? */
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { filesIn, giveFiles, takeGivenFiles } from '../../../electron/ipc/given-files.ts'

test('what begins with a dash is an option, and nothing is no file', () => {
  expect(filesIn(['', '--hidden', 'a b.json', '-x', resolve('c.json')], resolve('f'))).toEqual([
    ...[resolve('f', 'a b.json'), resolve('c.json')],
  ])
  expect(filesIn([], resolve('f'))).toEqual([])
})

test('what was given last is taken once', () => {
  giveFiles(['a'])
  giveFiles(['b', 'c'])
  expect(takeGivenFiles()).toEqual(['b', 'c'])
  expect(takeGivenFiles()).toEqual([])
})
