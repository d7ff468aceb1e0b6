/** Programs of other makers: whole, found by each of their names, and each with a source that has an address. */
import { describe, expect, test } from 'vitest'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { imageNameKey } from '../../../shared/catalogue/match.ts'
import {
  findOtherMaker,
  otherMakerOf,
  readOtherMakers,
} from '../../../shared/catalogue/other-makers.ts'
import {
  otherMakerKinds,
  otherMakerSchema,
} from '../../../shared/catalogue/schemas/other-makers-schema.ts'
import { readOtherPrograms, namesOf } from '../../../shared/catalogue/other-programs.ts'

const makers = readOtherMakers()
const { processes, sources } = readCatalogue()

describe('The data', () => {
  test('holds a program of every kind, and says with an address who reported what it may do', () => {
    expect([...new Set(makers.flatMap(({ may }) => may))].sort()).toEqual(
      [...otherMakerKinds].sort(),
    )
    for (const { id, what, names } of makers) {
      expect(
        what.sources.every((key) => sources[key]?.url !== undefined),
        id,
      ).toBe(true)
      for (const key of names.sources) expect(Object.keys(sources), id).toContain(key)
      for (const { sources: keys, confidence } of [what, names]) {
        if (confidence === '2+') expect(keys.length, id).toBeGreaterThan(1)
      }
    }
  })

  test('is refused without evidence, and without a kind', () => {
    const [first] = makers
    expect(otherMakerSchema.safeParse(first).success).toBe(true)
    expect(otherMakerSchema.safeParse({ ...first, may: [] }).success).toBe(false)
    expect(
      otherMakerSchema.safeParse({ ...first, what: { sources: [], confidence: '1' } }).success,
    ).toBe(false)
  })

  test('can notice each program, by names that are nobody else’s and none of Apple’s', () => {
    expect(new Set(makers.map(({ id }) => id)).size).toBe(makers.length)
    const apple = new Set(
      [...processes.map(({ imageName }) => imageName), ...readOtherPrograms().flatMap(namesOf)].map(
        imageNameKey,
      ),
    )
    for (const list of ['services', 'processes', 'adapters'] as const) {
      const all = makers.flatMap((maker) => maker[list].map(imageNameKey))
      expect(new Set(all).size).toBe(all.length)
      expect(all.filter((name) => apple.has(name))).toEqual([])
    }
    for (const { id, services, processes: programs, adapters } of makers) {
      expect(services.length + programs.length + adapters.length, id).toBeGreaterThan(0)
    }
  })
})

test('A program is found by a service, a process or an adapter, in any case', () => {
  expect(findOtherMaker('service', 'portmastercore')?.id).toBe('portmaster')
  expect(findOtherMaker('process', 'SRCDS.EXE')?.id).toBe('source-server')
  expect(findOtherMaker('adapter', 'TAP-Windows Adapter V9 #2')?.id).toBe('openvpn')
  expect(findOtherMaker('adapter', 'Realtek PCIe GbE Family Controller')).toBeUndefined()
  expect(findOtherMaker('process', 'PortmasterCore')).toBeUndefined()
  expect(otherMakerOf('adguard')?.may).toEqual(['filters-traffic'])
})
