/** "Fix a problem" on PCs that are written down: the list of symptoms, and the walks as they end. */
import type { Page } from 'playwright-core'
import { success } from '../../shared/model/result.ts'
import { symptoms, type Symptom } from '../../shared/model/symptom.ts'
import { factsOf } from '../fixtures/machines/diagnose-machine.ts'
import type { Written } from '../fixtures/machines/plain-machine.ts'
import { ownMachines } from '../fixtures/machines/own-machines.ts'
import cases from '../fixtures/machines/cases.json' with { type: 'json' }
import { pluggedIn } from '../fixtures/recording.ts'
import { inTurn, inView, press, scrollTo, type Scene } from './scene.ts'

export async function answersOf(id: string): Promise<Scene['answers']> {
  const machine = [...ownMachines, ...cases].find((one) => one.id === id)
  if (machine === undefined) throw new Error(`no machine is called ${id}`)
  return answersOfFacts(machine.facts)
}

export async function answersOfFacts(facts: Written): Promise<Scene['answers']> {
  const { inspection, look, pc } = await factsOf(facts)
  return {
    runInspection: success(inspection),
    lookAtConnections: success(look),
    readPcFacts: success(pc),
  }
}

const choose = (symptom: Symptom) => press('.doors .door', symptoms.indexOf(symptom))

const walk = async (name: string, machine: string, symptom: Symptom): Promise<Scene> => ({
  name,
  view: 'fix',
  answers: await answersOf(machine),
  prepare: choose(symptom),
})

const healthy = await answersOf('an iTunes of today')

async function lookUp(page: Page): Promise<void> {
  const field = inView(page).locator('input').first()
  await field.fill('4013')
  await field.press('Enter')
  await page.waitForTimeout(700)
}

export const scenesOfFix: readonly Scene[] = [
  { name: 'fix', view: 'fix', answers: healthy },
  { name: 'fix-error', view: 'fix', answers: healthy, prepare: lookUp },
  await walk('fix-cause', 'service disabled', 'not-recognised'),
  await walk('fix-needs-you', 'an iTunes of today', 'not-recognised'),
  await walk('fix-nothing-found', 'an iTunes of today', 'suspicious'),
  await walk('fix-hosts', 'restore-hosts-gs', 'restore-error'),
  await walk('fix-remove', 'remove-bonjour-stays', 'remove-all'),
  {
    name: 'recorder-done',
    view: 'fix',
    answers: { ...healthy, startRecording: success(pluggedIn()) },
    prepare: inTurn(
      press('section:last-of-type button:enabled:visible'),
      scrollTo('section:last-of-type'),
    ),
  },
]
