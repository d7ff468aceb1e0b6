/** Sources of a system that is not Windows. A process list, and for all else the reason why not. */
import { known, skipped, type Probe } from '../../shared/model/probe.ts'
import { unknownRunKeys } from '../../shared/model/run-keys.ts'
import { unknownPcFacts } from '../../shared/model/unknown-pc-facts.ts'
import { unknownPlaces } from '../../shared/model/places.ts'
import type { Machine } from '../../shared/model/inspection.ts'
import { otherSystemConnectionSources } from './connection-sources.ts'
import { listWithPsList } from '../processes/list-with-ps-list.ts'
import { createFileHasher } from './hash-file.ts'
import { parentNameIn } from './parent-name.ts'
import type { Sources } from './sources.ts'

export function otherSystemSources(machine: Machine): Sources {
  const why: Probe<never> = Object.freeze(skipped('not-windows'))
  const places = unknownPlaces(why)
  const answer =
    <T>(value: T) =>
    () =>
      Promise.resolve(value)
  return {
    machine,
    clock: () => new Date(),
    list: listWithPsList,
    isElevated: answer(why),
    services: answer(why),
    serviceConfigurations: (keyNames) => Promise.resolve(keyNames.map(() => why)),
    isServiceProgramThere: answer(why),
    places: answer(places),
    autostart: answer(unknownRunKeys(why)),
    isInstalled: answer(why),
    hasDesktopProgram: answer(why),
    imagePaths: (processes) =>
      Promise.resolve(
        processes.map(({ imagePath }) =>
          imagePath.state === 'known' ? known({ path: imagePath.value, way: 'lister' }) : why,
        ),
      ),
    hashFile: createFileHasher(),
    file: answer({ signature: why, version: why }),
    neighbours: (_path, fileNames) =>
      Promise.resolve(fileNames.map((fileName) => ({ fileName, isPresent: why, signature: why }))),
    owner: answer(why),
    parentName: parentNameIn,
    maybeApple: answer(why),
    pcFacts: () => Promise.resolve(unknownPcFacts(new Date().toISOString(), why)),
    connections: otherSystemConnectionSources(),
  }
}
