/** Is a name of a service, a driver, a package or a start-up entry told by what it belongs to, however it is written? */
import { describe, expect, test } from 'vitest'
import { listed, listing } from '../../fixtures/listed.ts'
import { runCli } from '../../fixtures/run-cli.ts'
import { windowsPc } from '../../fixtures/sources.ts'

const explained = async (asked: string) =>
  (await runCli(['--explain', asked], windowsPc(listing([listed(9, 'other.exe')])))).stdout

const amds = /^AppleMobileDeviceService\.exe \(/
const iPod = /^iPodService\.exe \(/
const bonjour = /^mDNSResponder\.exe \(/

describe('--explain', () => {
  test.each<[string, RegExp]>([
    // Services: key names, and names that Windows shows in its languages.
    ['Apple Mobile Device Service', amds],
    ['apple mobile device', amds],
    ['AMDS', amds],
    ['iPod Service', iPod],
    ['iPod-Dienst', iPod],
    ['Service de l’iPod', iPod],
    ['Servicio del iPod', iPod],
    ['iPod-tjänsten', iPod],
    ['Bonjour Service', bonjour],
    ['Dienst "Bonjour"', bonjour],
    ['Bonjour-tjänsten', bonjour],
    ['AppleOSSMgr', /^Apple OS Switch Manager|^AppleOSSMgr/],
    // Drivers: by their service, their file, their setup file.
    ['USBAAPL64', /usbaapl64/i],
    ['usbaapl64.sys', /usbaapl64/i],
    ['usbaapl64.inf', /usbaapl64/i],
    ['AppleLowerFilter', /AppleLowerFilter/],
    ['AppleLowerFilter.sys', /AppleLowerFilter/],
    ['appleusb.inf', /appleusb/i],
    ['netaapl64.sys', /netaapl64/i],
    ['Apple Mobile Device USB Driver', /USB/],
    ['Apple Mobile Device USB Composite Device', /USB/],
    ['mdnsNSP.dll', /mdnsNSP/i],
    ['iPod Support (HKLM\\...\\{DEC0F5DF}) (Version: 12.11.3.7 - Apple Inc.)', /^iPod Support/],
  ])('%s is known', async (asked, right) => {
    const answer = await explained(asked)
    expect(answer).toMatch(right)
    expect(answer).not.toMatch(/not in our catalogue|No known name/i)
  })
})
