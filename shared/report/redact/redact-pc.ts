/** Taking people out of what a PC has beside its processes: its fields that may name somebody stand in the model. */
import { personFields, type PcFacts } from '../../model/pc-facts.ts'
import type { People } from './people.ts'

export function redactPc(pc: PcFacts, people: People): PcFacts {
  return personFields.reduce<PcFacts>(
    (made, field) => at(made, field.split('.'), useOf(field, people)) as PcFacts,
    pc,
  )
}

function useOf(field: string, people: People): (text: string) => string {
  if (field.endsWith('.account')) return people.account
  if (/\.(?:command|imagePath)$/.test(field)) return people.command
  return people.text
}

/** Into objects, lists and known details; whatever is not there stays as it is. */
function at(value: unknown, steps: readonly string[], use: (text: string) => string): unknown {
  if (Array.isArray(value)) return value.map((one) => at(one, steps, use))
  if (typeof value === 'string') return steps.length === 0 ? use(value) : value
  if (typeof value !== 'object' || value === null) return value
  if ('state' in value && 'value' in value) return { ...value, value: at(value.value, steps, use) }
  const [step, ...rest] = steps
  if (step === undefined || !Object.hasOwn(value, step)) return value
  return { ...value, [step]: at((value as Record<string, unknown>)[step], rest, use) }
}
