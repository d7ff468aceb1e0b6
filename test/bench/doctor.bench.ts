/**
 * One measurement of the doctor in a process of its own: `write FILE` keeps the facts of the recorded machines, as an
 * inspection hands them over; `read FILE INDEX` diagnoses them, from that one on, and prints its times as JSON.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { readEndpoints } from '../../shared/catalogue/endpoints.ts'
import { diagnose, type DoctorQuestion } from '../../shared/doctor/diagnose.ts'
import { symptoms, type Symptom } from '../../shared/model/symptom.ts'
import { factsOf } from '../fixtures/machines/diagnose-machine.ts'
import { recordedMachines } from '../fixtures/machines/recorded.ts'

interface Kept {
  readonly symptom: Symptom
  readonly facts: DoctorQuestion['facts']
}

const [task = '', file = '', index = '0'] = process.argv.slice(2)

if (task === 'write') {
  const kept = recordedMachines().map(async ({ symptom, facts }) => ({
    ...{ symptom, facts: await factsOf(facts) },
  }))
  writeFileSync(file, JSON.stringify(await Promise.all(kept)))
} else {
  const machines = JSON.parse(readFileSync(file, 'utf8')) as readonly Kept[]
  const from = Number(index) % machines.length
  const inTurn = [...machines.slice(from), ...machines.slice(0, from)]
  const own = inTurn.map((one) => timeOf(one))
  const [first, second] = own
  const later = symptoms.flatMap((symptom) => inTurn.map(({ facts }) => timeOf({ symptom, facts })))
  process.stdout.write(JSON.stringify({ machines: machines.length, first, second, later }))
}

function timeOf({ symptom, facts }: Kept): number {
  const startedAt = performance.now()
  diagnose({ symptom, facts, endpoints: readEndpoints() })
  return performance.now() - startedAt
}
