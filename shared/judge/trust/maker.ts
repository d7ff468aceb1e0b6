/** Who made a program, as far as its file says. */
import type { Maker } from '../../model/pc-facts.ts'
import type { Probe } from '../../model/probe.ts'
import type { Signature } from '../../model/signature.ts'
import { judgeSigner } from './signer-fact.ts'

/** `unknown` wherever no sound signature names a maker: that is no accusation. */
export function makerOf(signature: Probe<Signature>): Maker {
  if (signature.state !== 'known') return 'unknown'
  const { outcome } = judgeSigner(signature, { state: 'unexpected' })
  if (outcome === 'good') return 'apple'
  const { verdict, signer } = signature.value
  if (verdict !== 'trusted' || outcome !== 'other') return 'unknown'
  return signer?.organization === 'Microsoft Corporation' ? 'windows' : 'other'
}
