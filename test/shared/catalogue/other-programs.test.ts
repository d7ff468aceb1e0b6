/** Apple’s other programs: whole, found by every name, and never mistaken for something worse. */
import { describe, expect, test } from 'vitest'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { createLookAlikeFinder } from '../../../shared/catalogue/look-alike.ts'
import { imageNameKey } from '../../../shared/catalogue/match.ts'
import {
  findOtherProgram,
  namesOf,
  readOtherPrograms,
} from '../../../shared/catalogue/other-programs.ts'
import {
  otherProductSchema,
  otherProgramKindSchema,
  otherProgramSchema,
} from '../../../shared/catalogue/schemas/other-programs-schema.ts'
import { supportedLanguages } from '../../../shared/text/languages.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import en from '../../../assets/texts/en/other-programs.json' with { type: 'json' }

const others = readOtherPrograms()
const { processes, sources } = readCatalogue()

/** Section 2 of the field's facts, and what people paste of packages, libraries and drivers. */
const met =
  `ATH.exe SyncUIHandler.exe SyncDiagnostics.exe SyncPlanObserver.exe syncli.exe Mingler.exe
  upgradedb.exe AppleSyncMapiInterfaceHelper_x64.exe YSLoader.exe YSIconStamper.exe defaults.exe
  plutil.exe VersionCheckMe.exe dns-sd.exe SetupAdmin.exe iCloudCKKS.exe iCloudPasswords.exe
  iCloudChrome.exe iCloudFirefox.exe iCloudPhotoViewer.exe iCloudPrefs.exe iCloudOutlookConfig.exe
  iCloudOutlookConfig64.exe iCloud.exe iCloudIE.exe AppleIEDAV.exe AppleChromeDAV.exe
  AppleOutlookDAVConfig.exe AppleOutlookDAVConfig64.exe AppleTV.exe AppleOSSMgr.exe Bootcamp.exe
  AppleTimeSrv.exe mdnsNSP.dll dnssd.dll CoreFoundation.dll iTunesMobileDevice.dll usbaapl64.sys
  usbaapl.sys AppleLowerFilter.sys appleusb.inf netaapl64.sys QuickTimePlayer.exe`
    .split(/\s+/)
    .concat('Apple Application Support', 'Apple Mobile Device Support', 'Bonjour Print Services')
    .concat('Bonjour', 'Apple Software Update', 'iTunes', 'iCloud for Windows', 'QuickTime')

describe('The data', () => {
  test('knows what people meet, in any case', () => {
    for (const name of met) {
      expect(findOtherProgram(name), name).toBeDefined()
      expect(findOtherProgram(name.toUpperCase()), name).toBe(findOtherProgram(name))
    }
    expect(findOtherProgram('ath')?.id).toBe('ath')
    expect(findOtherProgram('usbaapl64')?.id).toBe('usbaapl')
    expect(findOtherProgram('Apple Application Support (64-bit)')?.kind).toBe('package')
    expect(findOtherProgram('notepad.exe')).toBeUndefined()
  })

  test('is refused without evidence, and names only sources that exist', () => {
    const [first] = others
    expect(otherProgramSchema.safeParse(first).success).toBe(true)
    expect(
      otherProgramSchema.safeParse({ ...first, what: { sources: [], confidence: '1' } }).success,
    ).toBe(false)
    for (const { what, folders, service, autostart } of others) {
      for (const fact of [what, ...folders, service, autostart]) {
        for (const key of fact?.sources ?? []) expect(Object.keys(sources)).toContain(key)
        if (fact?.confidence === '2+') expect(fact.sources.length).toBeGreaterThan(1)
      }
    }
  })

  test('has unique ids, and file names that are nobody else’s', () => {
    expect(new Set(others.map(({ id }) => id)).size).toBe(others.length)
    const files = others.flatMap(({ names }) => names.map(imageNameKey))
    expect(new Set(files).size).toBe(files.length)
    const listed = new Set(processes.map(({ imageName }) => imageNameKey(imageName)))
    expect(files.filter((name) => listed.has(name))).toEqual([])
  })

  test('finds each under all of its names, but where two share one', () => {
    for (const program of others) {
      for (const name of namesOf(program)) expect(findOtherProgram(name), name).toBeDefined()
    }
  })
})

test('none of them is called a look-alike of a process of iTunes', () => {
  const { check } = createLookAlikeFinder(processes)
  for (const { names } of others) {
    for (const name of names) {
      expect(check(name), name).toBeNull()
      expect(check(name.toLowerCase()), name).toBeNull()
    }
  }
})

describe.each(supportedLanguages)('In %s', (language) => {
  const { has, t } = wordsIn(language)

  test('each is explained, with its kind, product and what its absence means', () => {
    for (const { id, missing } of others) {
      expect(has(`otherProgram.item.${id}`), id).toBe(true)
      expect(has(`otherProgram.missing.${missing}`)).toBe(true)
    }
    for (const kind of otherProgramKindSchema.options) {
      expect(has(`otherProgram.kind.${kind}`)).toBe(true)
    }
    for (const product of otherProductSchema.options) {
      expect(has(`otherProgram.product.${product}`)).toBe(true)
    }
  })

  test('one or two short sentences, without a warning', () => {
    for (const { id } of others) {
      const text = t(`otherProgram.item.${id}` as 'otherProgram.item.ath')
      expect(text, id).toMatch(/\.$/)
      expect(text.length, id).toBeLessThan(260)
      expect(text, id).not.toMatch(/!| {2}/)
    }
  })
})

test('there are no words for a program that does not exist', () => {
  expect(Object.keys(en.otherProgram.item)).toEqual(others.map(({ id }) => id))
})
