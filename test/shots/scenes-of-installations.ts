/** The overview on PCs with other installations of Apple's than desktop iTunes. */
import { installations } from '../fixtures/machines/installations.ts'
import type { Scene } from './scene.ts'
import { answersOfFacts } from './scenes-of-fix.ts'

export const scenesOfInstallations: readonly Scene[] = await Promise.all(
  Object.entries(installations).map(async ([name, facts]): Promise<Scene> => ({
    name: `start-${name.toLowerCase().replaceAll(/[ ,]+/g, '-')}`,
    view: 'overview',
    answers: await answersOfFacts(facts),
  })),
)
