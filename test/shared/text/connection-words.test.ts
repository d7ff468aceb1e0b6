/** Are there calm, complete and harmless words for everything that a check can come to? */
import { describe, expect, test } from 'vitest'
import { readEndpoints } from '../../../shared/catalogue/endpoints.ts'
import type {
  ConnectionNote,
  ConnectionOverall,
  ConnectionSymptom,
} from '../../../shared/model/connection.ts'
import type { ConnectionReason } from '../../../shared/model/connection-steps.ts'
import type { ProbeReason } from '../../../shared/model/probe.ts'
import type { HostsFileReason } from '../../../electron/network/hosts-file.ts'
import {
  connectionNoteWords,
  endpointWords,
  overallWords,
  stepWords,
  symptomWords,
} from '../../../shared/text/connection-words.ts'
import { reasonWords } from '../../../shared/text/fact-words.ts'
import { supportedLanguages } from '../../../shared/text/languages.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import {
  connectionNotes,
  connectionOveralls,
  connectionSymptoms,
} from '../../../shared/model/connection.ts'

/** All members of a union: one that is left out or too many does not compile. */
const all = <T extends string>(members: Readonly<Record<T, true>>) => Object.keys(members) as T[]

const reasons = all<ConnectionReason | HostsFileReason | ProbeReason>({
  ...{ 'name-not-found': true, 'name-no-answer': true, 'name-server-failed': true },
  ...{ 'no-address': true, refused: true, unreachable: true, 'no-route': true },
  ...{ 'blocked-here': true, 'timed-out': true, 'closed-early': true, 'not-tls': true },
  ...{ 'tls-refused': true, 'no-certificate': true, 'proxy-unreachable': true },
  ...{ 'proxy-no-answer': true, 'proxy-not-http': true, 'proxy-demands-password': true },
  ...{ 'proxy-refused-target': true, 'step-before-failed': true, 'literal-address': true },
  ...{ 'proxy-resolves': true, 'no-proxy': true, 'no-tls-here': true, 'not-needed': true },
  ...{ cancelled: true, 'time-over': true, 'needs-admin': true, 'too-large': true },
  ...{ 'not-a-file': true, 'cannot-read': true, 'lister-does-not-tell': true },
  ...{ 'no-program-file': true },
  ...{ 'process-ended': true, 'not-checked': true, timeout: true, 'not-windows': true },
  ...{ 'no-koffi': true, 'missing-function': true, 'file-missing': true, 'file-in-use': true },
  ...{ 'no-version-resource': true, 'no-such-service': true, unreadable: true },
  ...{ 'windows-error': true, 'network-path': true, 'no-known-folder': true, binary: true },
})
const symptoms: readonly ConnectionSymptom[] = connectionSymptoms
const notes: readonly ConnectionNote[] = connectionNotes
const overalls: readonly ConnectionOverall[] = connectionOveralls
const told = {
  ...{ host: 'gs.apple.com', port: 443, hostsLine: 3 },
  issuer: { commonName: 'Reader Root', organization: 'Example Antivirus Ltd' },
}

function expectSentences(...texts: readonly string[]) {
  for (const text of texts) {
    expect(text).toMatch(/^(\p{Lu}|iTunes |gs\.apple\.com ).*\.$/u)
    expect(text).not.toMatch(/\{\{|!|\bundefined\b|\bnull\b| {2}/)
  }
}

describe.each(supportedLanguages)('in %s', (language) => {
  const words = wordsIn(language)

  test.each(symptoms)('the symptom %s has a title, a meaning and a next step', (symptom) => {
    const { title, means, next } = symptomWords(words, { ...told, symptom })
    expect(title).toMatch(/^\p{Lu}.*[^.]$/u)
    expectSentences(means, next)
  })

  test.each(notes)('the note %s is a sentence', (note) => {
    expectSentences(connectionNoteWords(words, note, told))
  })

  test.each(overalls)('the answer %s has a title, a meaning and a next step', (overall) => {
    const { title, means, next } = overallWords(words, overall)
    expect(title).toMatch(/^\p{Lu}.*[^.]$/u)
    expectSentences(means, next)
  })

  test.each(reasons)('the reason %s has words', (reason) => {
    expect(words.has(`reason.${reason}`)).toBe(true)
    // It stands within a sentence.
    expect(reasonWords(words, reason)).not.toMatch(/\.$/)
  })

  test('every server says what it is for and what became of it', () => {
    for (const endpoint of readEndpoints()) {
      const { what, fate, standsFor } = endpointWords(words, endpoint)
      expect(`${what} ${fate} ${standsFor ?? ''}`).not.toMatch(/\{\{|connections\./)
      expect(standsFor === undefined).toBe(!endpoint.standsFor)
    }
  })

  test('a step has a name, and a reason where it has no answer', () => {
    const failed = { state: 'failed', reason: 'refused', elapsedMs: 1 } as const
    const known = { state: 'known', value: null, elapsedMs: 1 } as const
    expect(stepWords(words, 'tcp', failed).reason).toBe(reasonWords(words, 'refused'))
    expect(stepWords(words, 'tcp', known).reason).toBeUndefined()
  })
})

test('the maker of a certificate is named, and cannot turn or break the sentence', () => {
  const words = wordsIn('en')
  const say = (commonName: string, organization: string) =>
    symptomWords(words, {
      ...{ ...told, symptom: 'intercepted' },
      issuer: { commonName, organization },
    }).means
  expect(say('Reader Root', 'Example Antivirus Ltd')).toContain(
    'by Example Antivirus Ltd, Reader Root, which',
  )
  expect(say('Same', 'Same')).toContain('by Same, which')
  expect(say('', '')).toContain('by an issuer that is not named')
  const hostile = say('\u202egnp.exe\u0007\r\n', 'x'.repeat(5_000))
  // eslint-disable-next-line no-control-regex -- the point of this test
  expect(hostile).not.toMatch(/[\u0000-\u001f\u202e]/)
  expect(hostile.length).toBeLessThan(500)
})
