/** Is a symptom found in the words that people use for it, and none in names, paths and numbers? */
import { describe, expect, test } from 'vitest'
import { symptoms, type Symptom } from '../../../shared/model/symptom.ts'
import { findSymptoms } from '../../../shared/search/find-symptoms.ts'
import { supportedLanguages } from '../../../shared/text/languages.ts'
import { wordsIn } from '../../../shared/text/texts.ts'

const english = wordsIn('en')

test.each(supportedLanguages)('each symptom is found by its own name in %s', (language) => {
  const words = wordsIn(language)
  for (const symptom of symptoms) {
    expect(findSymptoms(words.t(`doctor.symptom.${symptom}.name`), words)[0]).toBe(symptom)
  }
})

/** As people type, in whatever language, whatever the window speaks. */
const typed: Readonly<Record<string, Symptom>> = {
  iphone: 'not-recognised',
  'iphone not recognized': 'not-recognised',
  "my computer doesn't see my phone": 'not-recognised',
  'iphnoe not recogniesd': 'not-recognised',
  'datorn hittar inte min iphone': 'not-recognised',
  'mein Handy wird nicht angezeigt': 'not-recognised',
  'l’iPhone n’est pas reconnu': 'not-recognised',
  'el ordenador no reconoce mi iPhone': 'not-recognised',
  'sync hangs': 'does-not-sync',
  'synkar inte': 'does-not-sync',
  backup: 'backup-fails',
  'säkerhetskopiering misslyckas': 'backup-fails',
  'Datensicherung schlägt fehl': 'backup-fails',
  'sauvegarde impossible': 'backup-fails',
  'la copia de seguridad falla': 'backup-fails',
  'restore error': 'restore-error',
  'wifi sync': 'wifi-sync',
  'iTunes won’t start': 'does-not-install',
  'iTunes startar inte': 'does-not-install',
  'iTunes opens when I plug in my phone': 'opens-by-itself',
  'iTunes öffnet sich von selbst': 'opens-by-itself',
  airplay: 'network-not-found',
  'high cpu': 'heavy',
  'distnoted uses 100% cpu': 'heavy',
  'hohe CPU-Auslastung': 'heavy',
  'C: drive full': 'heavy',
  uninstall: 'remove-all',
  'how do I uninstall iTunes': 'remove-all',
  'ta bort iTunes': 'remove-all',
  'désinstaller iTunes': 'remove-all',
  'desinstalar iTunes': 'remove-all',
  'is iTunesHelper a virus?': 'suspicious',
}

test.each(Object.entries(typed))('%s means %s, in any window', (query, symptom) => {
  expect(findSymptoms(query, english)[0]).toBe(symptom)
  expect(findSymptoms(query, wordsIn('de'))[0]).toBe(symptom)
})

describe('no symptom is', () => {
  test.each([
    'svchost',
    'mDNSResponder.exe',
    '4013',
    'hello world',
    'C:\\Program Files\\iTunes\\iTunes.exe',
    'iTunes.exe                    4312 Console                    1     18 124 K',
    'iTunes.exe\t4312\tRunning',
    '',
    'x'.repeat(100_000),
  ])('%s', (query) => {
    expect(findSymptoms(query, english)).toEqual([])
  })

  test('the name of a program that the text names without doubt', () => {
    expect(findSymptoms('iTunes', english, 'iTunes.exe')).toEqual([])
    expect(findSymptoms('Bonjour', english, 'mDNSResponder.exe Bonjour')).toEqual([])
    expect(findSymptoms('remove Bonjour', english, 'mDNSResponder.exe Bonjour')[0]).toBe(
      'remove-all',
    )
  })
})
