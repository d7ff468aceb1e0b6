/** Services as a PC would tell them, for tests of the window. */
import type { PcService, ServiceSetUp } from '../../../shared/model/pc-facts.ts'
import { known, skipped } from '../../../shared/model/probe.ts'

export function service(
  keyName: string,
  more: Partial<PcService>,
  setUp: Partial<ServiceSetUp> = {},
): PcService {
  return {
    keyName,
    displayName: keyName,
    description: null,
    maker: 'apple',
    state: known('running'),
    pid: 4,
    lastExit: known({ code: 0, ownCode: 0 }),
    setUp: known({
      startType: 'automatic',
      isDelayed: false,
      hasTrigger: false,
      account: 'LocalSystem',
      imagePath: 'C:\\x.exe',
      program: 'C:\\x.exe',
      earlierPrograms: [],
      dependsOn: [],
      recovery: [],
      ...setUp,
    }),
    isProgramThere: known(true),
    signature: skipped('not-checked'),
    ...more,
  }
}
