/** What the named facts are made from. */
import type { ConnectionsLook } from '../../connections/connections-look.ts'
import type { ConnectionCheck } from '../../model/connection.ts'
import type { Inspection } from '../../model/inspection.ts'
import type { PcFacts } from '../../model/pc-facts.ts'
import type { Symptom } from '../../model/symptom.ts'

export interface PcQuestion {
  readonly inspection: Pick<
    Inspection,
    'machine' | 'stack' | 'products' | 'processes' | 'services' | 'places' | 'findings'
  >
  readonly pc: PcFacts
  /** Missing where nobody looked. */
  readonly look?: ConnectionsLook | undefined
  readonly check?: ConnectionCheck | undefined
  /** Some programs of other companies are known for one symptom, and nothing else. */
  readonly symptom?: Symptom | undefined
}
