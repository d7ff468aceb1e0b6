/** Which states of a PC are the pictures of? Judged by the real judge from recorded files and some that were made up. */
import { inspect } from '../../electron/inspection/inspect.ts'
import { otherSystemSources } from '../../electron/sources/other-system-sources.ts'
import { readCatalogue } from '../../shared/catalogue/catalogue.ts'
import { success } from '../../shared/model/result.ts'
import type { Inspection } from '../../shared/model/inspection.ts'
import { denied, known } from '../../shared/model/probe.ts'
import { listed, listing } from '../fixtures/listed.ts'
import {
  desktopServices,
  examined,
  genuineHelpers,
  inspectionOfPc,
  installedProgram,
  noSignature,
  observed,
  saying,
  signedBy,
} from '../renderer/recorded-pc.ts'

const noAdmin = denied('needs-admin')
const temp = 'C:\\Users\\anna\\AppData\\Local\\Temp\\new'

const others = known([
  examined(
    7001,
    'YSLoader.exe',
    'C:\\Program Files\\Common Files\\Apple\\Apple Application Support',
    {
      version: known(saying('YSLoader')),
    },
  ),
])

export const fromTemp = examined(9120, 'iTunesHelper.exe', temp, { signature: known(noSignature) })

/** As the program looks on a Mac or on Linux. */
async function elsewhere(): Promise<Inspection> {
  const looked = await inspect(
    {
      ...otherSystemSources({ platform: 'linux', release: '6.1', arch: 'x64', language: 'en' }),
      clock: () => new Date('2026-11-22T10:14:05.000Z'),
      list: () => Promise.resolve(success(listing([listed(1, 'systemd'), listed(412, 'bash')]))),
    },
    { catalogue: readCatalogue() },
  )
  if (!looked.ok) throw new Error(looked.failure.code)
  return looked.value.inspection
}

type State = 'good' | 'unsure' | 'look-closer' | 'stopped' | 'nothing' | 'not-windows'

export const states: Readonly<Record<State, Inspection>> = {
  good: inspectionOfPc({
    running: genuineHelpers,
    maybeApple: others,
    installed: installedProgram,
  }),
  unsure: inspectionOfPc({
    running: genuineHelpers.map((process) => ({
      ...process,
      imagePath: noAdmin,
      imagePathWay: null,
      signature: noAdmin,
      version: noAdmin,
      owner: noAdmin,
    })),
    installed: installedProgram,
  }),
  'look-closer': inspectionOfPc({
    running: [
      ...genuineHelpers.filter(({ name }) => name !== 'iTunesHelper.exe'),
      fromTemp,
      observed(9601, 'distnoted.exe', {
        imagePath: known('D:\\Portable\\iTunes\\distnoted.exe'),
      }),
    ],
    lookAlikes: [
      {
        process: examined(6666, 'iTunesHe1per.exe', temp, { signature: known(noSignature) }),
        resembles: 'iTunesHelper.exe',
        why: 'confusable-letters',
      },
      {
        process: examined(6667, 'mDNSResponder\u202Eexe.exe', 'C:\\Program Files\\Audinate', {
          signature: known(signedBy('Audinate Pty Ltd')),
          version: known(saying('Dante Discovery', { companyName: 'Audinate Pty Ltd' })),
        }),
        resembles: 'mDNSResponder.exe',
        why: 'hidden-signs',
      },
    ],
    maybeApple: others,
    installed: installedProgram,
    services: {
      ...desktopServices,
      'Apple Mobile Device Service': ['running', 'automatic'],
      'Bonjour Service': ['running', 'automatic'],
    },
  }),
  stopped: inspectionOfPc({
    running: [],
    installed: [...installedProgram, 'AppleMobileDeviceService.exe', 'mDNSResponder.exe'],
    services: {
      'Apple Mobile Device Service': ['stopped', 'disabled'],
      'Bonjour Service': ['stopped', 'automatic'],
    },
  }),
  nothing: inspectionOfPc({ services: {}, startsAtLogon: [], hasDesktopProgram: false }),
  'not-windows': await elsewhere(),
}
