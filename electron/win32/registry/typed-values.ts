/** Registry values of one kind. Null when there is no such value; a value of another kind is unreadable, never taken for none. */
import { failed, known, type Probe } from '../../../shared/model/probe.ts'
import { readRegistryValue, type Hive } from './registry.ts'

/** Longer than any text that is wanted of these. */
const longestText = 4_096

export function readText(hive: Hive, key: string, name: string): Probe<string | null> {
  const value = readRegistryValue(hive, key, name)
  if (value.state !== 'known') return value
  if (value.value === null) return known(null)
  const { kind } = value.value
  if (kind !== 'text' && kind !== 'expandable-text') return failed('unreadable')
  return value.value.text.length > longestText ? failed('too-large') : known(value.value.text)
}

export function readNumber(hive: Hive, key: string, name: string): Probe<number | null> {
  const value = readRegistryValue(hive, key, name)
  if (value.state !== 'known') return value
  if (value.value === null) return known(null)
  return value.value.kind === 'number' ? known(value.value.number) : failed('unreadable')
}

export function readTexts(hive: Hive, key: string, name: string): Probe<readonly string[]> {
  const value = readRegistryValue(hive, key, name)
  if (value.state !== 'known') return value
  if (value.value === null) return known([])
  return value.value.kind === 'texts' ? known(value.value.texts) : failed('unreadable')
}

/** The first number that is set: a policy before what a user chose. */
export function readFirstNumber(
  hive: Hive,
  places: readonly { readonly key: string; readonly name: string }[],
): Probe<number | null> {
  for (const { key, name } of places) {
    const value = readNumber(hive, key, name)
    if (value.state !== 'known' || value.value !== null) return value
  }
  return known(null)
}
