/** Does every server, port and code have its words, in every language? */
import { describe, expect, it } from 'vitest'
import { fateStateSchema } from '../../../shared/catalogue/schemas/endpoints-schema.ts'
import { readEndpoints } from '../../../shared/catalogue/endpoints.ts'
import type { HostsEncoding } from '../../../shared/connections/decode-hosts.ts'
import {
  hostsFindingCodeSchema,
  hostsOwnerSchema,
} from '../../../shared/catalogue/schemas/hosts-lines-schema.ts'
import type { HostsFinding } from '../../../shared/connections/judge-hosts.ts'
import { portRoleSchema, portScopeSchema } from '../../../shared/catalogue/schemas/ports-schema.ts'
import { readPorts } from '../../../shared/catalogue/ports.ts'
import { supportedLanguages, type Language } from '../../../shared/text/languages.ts'
import { textsIn } from '../../fixtures/texts.ts'

const endpoints = readEndpoints()
const ports = readPorts()

/** All members of a union: one that is left out or too many does not compile. */
const all = <T extends string>(members: Readonly<Record<T, true>>) => Object.keys(members).sort()
const whys = all<NonNullable<HostsFinding['why']>>({
  comment: true,
  'earlier-line': true,
  'beyond-nine': true,
  'odd-number': true,
  'not-an-address': true,
})
const undos = all<HostsFinding['undo']>({
  'switch-off-line': true,
  'ask-first': true,
  nothing: true,
})
const encodings = all<HostsEncoding>({
  'utf-8': true,
  'utf-8-mark': true,
  'utf-16le': true,
  'utf-16be': true,
  'single-byte': true,
})

describe('The texts', () => {
  const ours = (language: Language) =>
    new Map([...textsIn(language)].filter(([key]) => key.startsWith('connections.')))
  const en = ours('en')
  const translations = supportedLanguages
    .filter((language) => language !== 'en')
    .map((language) => ({ language, texts: ours(language) }))
  const everyText = [en, ...translations.map(({ texts }) => texts)].flatMap((texts) => [...texts])
  const below = (part: string) =>
    [...en.keys()]
      .filter((key) => key.startsWith(`connections.${part}.`))
      .map((key) => key.slice(`connections.${part}.`.length))
      .sort()

  it('word every server, port and code, and nothing else', () => {
    const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).sort()
    expect(below('endpoint')).toEqual(ids(endpoints))
    expect(below('port')).toEqual(ids(ports))
    expect(below('fate')).toEqual([...fateStateSchema.options, 'asOf', 'standsFor'].sort())
    expect(below('role')).toEqual([...portRoleSchema.options].sort())
    expect(below('scope')).toEqual([...portScopeSchema.options].sort())
    expect(below('hosts.why')).toEqual(whys)
    // Where several lines have to be switched off together, another sentence says so.
    expect(below('hosts.undo')).toEqual([...undos, 'ask-first-lines', 'switch-off-lines'].sort())
    expect(below('hosts.encoding')).toEqual(encodings)
    expect(below('hosts.finding')).toEqual([...hostsFindingCodeSchema.options].sort())
    expect(below('hosts.whose')).toEqual([...hostsOwnerSchema.options].sort())
  })

  it('are never empty, never padded, calm, and translated', () => {
    for (const [key, text] of everyText) {
      expect(text, key).not.toBe('')
      expect(text, key).toBe(text.trim())
      expect(text, key).not.toMatch(/\$t\(| {2}|!/)
    }
    // The same word, or nothing but values, in more than one language.
    const values = new Set(
      ['report.portAs', 'report.server', 'step.name', 'step.proxy'].map(
        (key) => `connections.${key}`,
      ),
    )
    for (const { language, texts } of translations) {
      const same = [...en.keys()].filter((key) => en.get(key) === texts.get(key))
      expect(
        same.filter((key) => !values.has(key)),
        language,
      ).toEqual([])
    }
  })

  it('end as sentences where they explain', () => {
    for (const [key, text] of everyText) {
      if (/\.(endpoint|port|error|hosts\.(finding|why|whose|undo))\./.test(key)) {
        expect(text, key).toMatch(/\.$/)
      }
    }
  })
})
