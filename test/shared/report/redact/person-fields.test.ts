/** Is it decided of each free text among the facts of a PC whether it can name a person? */
import { expect, test } from 'vitest'
import { z } from 'zod'
import { personFields } from '../../../../shared/model/pc-facts.ts'
import { pcSchema } from '../../../../shared/report/schema/report-pc.ts'

/** Free texts that name no user of this PC, each with the reason. */
const ofNobody: Readonly<Record<string, string>> = {
  'windows.editionId': 'Windows’s own word',
  'services.keyName': 'the name by which Windows and the rules know a service',
  'services.setUp.dependsOn.keyName': 'the name by which Windows and the rules know a service',
  'services.signature.signer.commonName': 'who made the program',
  'services.signature.signer.organization': 'who made the program',
  'services.signature.issuer': 'who issued the maker’s certificate',
  'serviceEvents.keyName': 'the name by which Windows and the rules know a service',
  'startup.items.packageFamily': 'name and publisher’s number of a package',
  'packages.version': 'a version',
  'packages.fileVersion': 'a version',
  'neededFiles.fileName': 'one of a few names that the program knows',
  'drivers.name': 'one of a few names that the program knows',
  'drivers.version': 'a version',
  'devices.driverName': 'a driver’s own text',
  'devices.provider': 'a driver’s maker',
  'devices.inf': 'a setup file of Windows, checked by its form',
  'network.adapters.description': 'the driver’s own text, never a name that a user gave',
  'otherMakers.id': 'a row of the catalogue',
  'otherMakers.subject': 'what a row of the catalogue is known by',
}

/** Ways to each free text: words of a list, days and times are none. */
function freeTexts(schema: unknown, way: readonly string[] = []): readonly string[] {
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([name, inside]) => {
      // A probe's own parts: the value is the field itself, the reason is a code.
      if (name === 'state' || name === 'reason') return []
      return freeTexts(inside, name === 'value' ? way : [...way, name])
    })
  }
  if (schema instanceof z.ZodArray) return freeTexts(schema.element, way)
  if (
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault
  ) {
    return freeTexts(schema.unwrap(), way)
  }
  if (schema instanceof z.ZodUnion) {
    const options: readonly unknown[] = schema.options
    return options.some((one) => one instanceof z.ZodEnum)
      ? []
      : options.flatMap((one) => freeTexts(one, way))
  }
  return schema instanceof z.ZodString ? [way.join('.')] : []
}

test('each free text is one that redaction looks at, or one that names nobody', () => {
  const texts = [...new Set(freeTexts(pcSchema))].sort()
  expect(texts.length).toBeGreaterThan(30)
  expect(texts).toEqual([...personFields, ...Object.keys(ofNobody)].sort())
})
