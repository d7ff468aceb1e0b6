/** A firewall rule, read from its line in the registry. `v2.30|Action=Block|Active=TRUE|Dir=In|App=…|` */
import type { FirewallRule } from '../../../shared/model/firewall-rule.ts'

/** Far more than Windows' own tools write. */
const longestRule = 64 * 1024

const actions: ReadonlyMap<string, FirewallRule['action']> = new Map([
  ['ALLOW', 'allow'],
  ['BLOCK', 'block'],
  ['BYPASS', 'bypass'],
])
const directions: ReadonlyMap<string, FirewallRule['direction']> = new Map([
  ['IN', 'in'],
  ['OUT', 'out'],
])
const truths: ReadonlyMap<string, boolean> = new Map([
  ['TRUE', true],
  ['FALSE', false],
])

/** These say what the rule is called, or have been read; every other field makes it hold for less. */
const notNarrowing: ReadonlySet<string> = new Set([
  ...['ACTION', 'ACTIVE', 'DIR', 'APP', 'PROFILE', 'PROTOCOL'],
  ...['NAME', 'DESC', 'EMBEDCTXT', 'EDGE', 'DEFER'],
])

/** Of a rule that names no program: these leave it one for every program, in certain networks or for certain ends. */
const leavesEveryProgram =
  /^(?:[LR]PORT|[LR]A[46]|ICMP[46]|IF|IFTYPE|NNM|SECURITY|TTK|PLATFORM|RMAUTH|RUAUTH|LUAUTH|AUTHBYPASSOUT|LSM|LOM|PCROSS|COMPARTMENTID)(?:\d{0,2}(?:_\d{1,2})?)$/

/** "Any protocol". */
const anyProtocol = 256

/**
 * Null when it is no such rule, or one that could be read in two ways: better no rule than one that says what its
 * maker did not.
 * https://learn.microsoft.com/openspecs/windows_protocols/ms-gpfas/2efe0b76-7b4a-41ff-9050-1023f8196d16
 */
export function readFirewallRule(
  id: string,
  origin: FirewallRule['origin'],
  text: string,
): FirewallRule | null {
  const fields = readFields(text)
  if (fields === null) return null
  const action = actions.get(only(fields, 'ACTION')?.toUpperCase() ?? '')
  const isActive = truths.get(only(fields, 'ACTIVE')?.toUpperCase() ?? '')
  const direction = directions.get(only(fields, 'DIR')?.toUpperCase() ?? '')
  const program = only(fields, 'APP')
  const protocol = readProtocol(only(fields, 'PROTOCOL'))
  const service = only(fields, 'SVC')
  const packageName = only(fields, 'APPPKGID') ?? only(fields, 'PFN')
  const name = only(fields, 'NAME')
  if (
    action === undefined ||
    isActive === undefined ||
    direction === undefined ||
    program === null ||
    service === null ||
    packageName === null ||
    protocol === undefined ||
    name === null
  ) {
    return null
  }
  const isForAll = program === undefined && service === undefined && packageName === undefined
  const keys = [...fields.keys()]
  // `PolicyAppId`, `LUOwn` and whatever comes with a newer Windows: for whom it holds is not known.
  const hidesWhom = (key: string) => !notNarrowing.has(key) && !leavesEveryProgram.test(key)
  if (isForAll && keys.some(hidesWhom)) return null
  return {
    id,
    origin,
    action,
    isActive,
    direction,
    program: program ?? null,
    service: service ?? null,
    package: packageName ?? null,
    profiles: fields.get('PROFILE') ?? [],
    protocol,
    localPorts: allOf(fields, /^LPORT/),
    remotePorts: allOf(fields, /^RPORT/),
    remoteAddresses: allOf(fields, /^RA[46]/),
    isNarrowed: keys.some((key) => !notNarrowing.has(key)),
    name: name ?? '',
  }
}

type Fields = ReadonlyMap<string, readonly string[]>

/** Null when the text is no list of fields behind a version. */
function readFields(text: string): Fields | null {
  if (text.length > longestRule) return null
  const [version = '', ...parts] = text.split('|')
  if (!/^v\d{1,3}\.\d{1,3}$/i.test(version)) return null
  const fields = new Map<string, string[]>()
  for (const part of parts) {
    if (part === '') continue
    const equals = part.indexOf('=')
    if (equals < 1) return null
    const key = part.slice(0, equals).toUpperCase()
    const value = part.slice(equals + 1)
    const kept = fields.get(key)
    if (kept === undefined) fields.set(key, [value])
    else kept.push(value)
  }
  return fields
}

/** Newer versions of the rules have fields of their own for ranges and keywords: `RPort2_10`, `RA42`. */
function allOf(fields: Fields, key: RegExp): readonly string[] {
  return [...fields].flatMap(([name, values]) => (key.test(name) ? values : []))
}

/** The one value of a field; undefined when it is absent, null when there are several. */
function only(fields: Fields, key: string): string | null | undefined {
  const values = fields.get(key)
  if (values === undefined) return undefined
  return values.length === 1 ? (values[0] ?? null) : null
}

/** Null for every protocol; undefined when it is none. */
function readProtocol(text: string | null | undefined): number | null | undefined {
  if (text === undefined) return null
  if (text === null || !/^\d{1,3}$/.test(text)) return undefined
  const number = Number(text)
  if (number > anyProtocol) return undefined
  return number === anyProtocol ? null : number
}
