import { expect, test } from 'vitest'
import { isOlderVersion } from '../../../shared/model/older-version.ts'

test.each([
  ['12.10.8.5', '12.10.9.3', true],
  ['12.9.5', '12.10.9.3', true],
  ['12.10.9.3', '12.10.9.3', false],
  ['12.13.11.1', '12.10.9.3', false],
  ['12.10.9', '12.10.9.3', true],
  ['12.10.9.3.0', '12.10.9.3', false],
  ['', '12.10.9.3', false],
  ['new', '12.10.9.3', false],
])('%s is older than %s: %s', (version, than, isOlder) => {
  expect(isOlderVersion(version, than)).toBe(isOlder)
})
