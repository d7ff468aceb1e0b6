/** Genuine programs and start-up entries of real PCs: is none of them accused? */
import { describe, expect, test } from 'vitest'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { imageNameKey } from '../../../shared/catalogue/match.ts'
import { judgeAutostart, programsElsewhere } from '../../../shared/judge/autostart.ts'
import { findAutostart } from '../../../shared/judge/findings/autostart-findings.ts'
import { makerOf } from '../../../shared/judge/trust/maker.ts'
import { fileNameOf } from '../../../shared/judge/read-command.ts'
import { judgeTrust } from '../../../shared/judge/trust/trust.ts'
import { failed, known } from '../../../shared/model/probe.ts'
import type { Signature } from '../../../shared/model/signature.ts'
import { itunesPlaces } from '../../fixtures/itunes-pc.ts'
import { genuinePrograms, runEntries } from '../../fixtures/recorded-registry.ts'
import { keysWith, runEntry } from '../../fixtures/run-keys.ts'

const catalogue = readCatalogue()
const entries = new Map(catalogue.processes.map((entry) => [entry.id, entry]))

const soundly = (commonName: string) =>
  known<Signature>({
    ...{ verdict: 'trusted', where: 'embedded', code: 0, issuer: 'Some CA', stampedAtUtc: null },
    signer: { commonName, organization: commonName === 'Apple Inc.' ? commonName : '' },
  })

describe('A program that Apple signed', () => {
  test.each(genuinePrograms)('is Apple’s: $path ($source)', ({ path, signer }) => {
    const name = fileNameOf(path)
    const entry = catalogue.processes.find(
      ({ imageName }) => imageNameKey(imageName) === imageNameKey(name),
    )
    if (entry === undefined) throw new Error(name)
    const signature = soundly(signer)
    const { verdict, facts } = judgeTrust({
      ...{ entry, platform: 'win32', name, imagePath: known(path), signature },
      ...{ version: failed('not-checked'), places: itunesPlaces },
      neighbours: [
        {
          fileName: 'CoreFoundation.dll',
          isPresent: known(false),
          signature: failed('not-checked'),
        },
      ],
    })
    expect(makerOf(signature)).toBe('apple')
    expect(facts.signer).toMatchObject({ state: 'ticked' })
    // Elsewhere than an installer of Apple's puts it: look closer, and no more.
    expect(verdict).toBe(/^d:/i.test(path) ? 'wrong-folder' : 'genuine')
  })
})

describe('An entry of a Run key', () => {
  test.each(runEntries)('$name leads to no alarm ($source)', ({ name, command, isApples }) => {
    const runKeys = keysWith(runEntry({ valueName: name, command: known(command) }))
    const question = { runKeys, places: itunesPlaces }
    const files = new Map(
      programsElsewhere(catalogue, question).map((path) => [
        path,
        soundly(isApples ? 'Apple Inc.' : 'Somebody'),
      ]),
    )
    const judged = judgeAutostart(catalogue, { ...question, startedFiles: files })
    const found = findAutostart(judged, entries).filter(({ severity }) => severity !== 'info')
    expect(found).toEqual([])
    const own = judged.processes.filter((one) => one.entries.length > 0)
    if (!isApples) expect(own).toEqual([])
  })
})
