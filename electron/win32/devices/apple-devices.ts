/**
 * Apple's USB devices that this PC knows, now and in the past. Reads Windows's device tree. Instance ids, which hold
 * serial numbers, are used to tell devices apart and never leave this file.
 */
import type { AppleDevice } from '../../../shared/model/pc-facts.ts'
import { known, skipped, type Probe } from '../../../shared/model/probe.ts'
import { takeTurns } from '../../async/turns.ts'
import { readDevicePresence, type DevicePresence } from './device-presence.ts'
import {
  isRestoring,
  kindOf,
  problemFromFlags,
  readDevice,
  readProductKey,
  type DeviceNode,
} from '../bytes/read-device.ts'
import { visitRegistryKeys } from '../registry/registry.ts'
import { readNumber, readText, readTexts } from '../registry/typed-values.ts'

const tree = 'SYSTEM\\CurrentControlSet\\Enum\\USB'
const classes = 'SYSTEM\\CurrentControlSet\\Control\\Class'
const infFiles = 'SYSTEM\\DriverDatabase\\DriverInfFiles'

/** All kinds of USB devices that a PC has met. */
const mostProducts = 10_000
/** Of one product. A repair shop meets thousands; what is plugged in now is looked at in any case. */
const mostInstances = 20_000
/** Nodes that are read of devices from the past. */
const mostPast = 500
/** Windows's own limit is 200 signs. */
const longestText = 200

interface Instance {
  /** `VID_05AC&PID_12A8&MI_01\…`, in capitals. */
  readonly id: string
  readonly productId: number
  readonly interfaceNumber: number | null
}

/** @param presenceOf the tests put another in its place: Wine has no devices. */
export async function readAppleDevices(
  signal?: AbortSignal,
  presenceOf: (signal?: AbortSignal) => Promise<Probe<DevicePresence>> = readDevicePresence,
): Promise<Probe<readonly AppleDevice[]>> {
  const products: string[] = []
  const listed = await visitRegistryKeys(
    'HKLM',
    tree,
    (name) => {
      if (readProductKey(name) !== null) products.push(name)
    },
    mostProducts,
    signal,
  )
  if (listed.state !== 'known') return listed
  if (products.length === 0) return known([])
  const presence = await presenceOf(signal)
  if (presence.state !== 'known') return presence
  const instances = await listInstances(products, signal)
  if (instances.state !== 'known') return instances
  return readInstances(instances.value, presence.value, signal)
}

async function listInstances(
  products: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Probe<readonly Instance[]>> {
  const instances: Instance[] = []
  for (const product of products) {
    const read = readProductKey(product)
    // Keyboards, mice and headphones of Apple's are nobody's question.
    if (read === null || !isAsked(read.productId)) continue
    const visited = await visitRegistryKeys(
      'HKLM',
      `${tree}\\${product}`,
      (name) => instances.push({ ...read, id: `${product}\\${name}`.toUpperCase() }),
      mostInstances,
      signal,
    )
    if (visited.state !== 'known') return visited
  }
  return known(instances)
}

const isAsked = (productId: number): boolean =>
  kindOf(productId) !== 'other' || isRestoring(productId)

async function readInstances(
  instances: readonly Instance[],
  presence: DevicePresence,
  signal: AbortSignal | undefined,
): Promise<Probe<readonly AppleDevice[]>> {
  const isPresent = ({ id }: Instance) => presence.ids.has(`USB\\${id}`)
  const present: Instance[] = []
  const past: Instance[] = []
  for (const instance of instances) {
    if (isPresent(instance)) present.push(instance)
    else if (past.length < mostPast) past.push(instance)
  }
  const groups = new Map<string, { nodes: DeviceNode[]; id: string | null }>()
  const prefixes = new Map<string, string>()
  const rest = takeTurns()
  // The device itself first: it tells how the names of its interfaces begin.
  for (const instance of [...present, ...past].sort(itselfFirst)) {
    await rest()
    if (signal?.aborted === true) return skipped('cancelled')
    const key = `${tree}\\${instance.id}`
    const node = readNode(key, instance, isPresent(instance), presence)
    const own = instance.id.slice(instance.id.indexOf('\\') + 1)
    const group = instance.interfaceNumber === null ? instance.id : groupOf(own, prefixes)
    const kept = groups.get(group) ?? { nodes: [], id: null }
    kept.nodes.push(node)
    if (instance.interfaceNumber === null) {
      kept.id = `USB\\${instance.id}`
      const prefix = readText('HKLM', key, 'ParentIdPrefix')
      if (prefix.state === 'known' && prefix.value) {
        prefixes.set(prefix.value.toUpperCase(), group)
      }
    }
    groups.set(group, kept)
  }
  const devices = [...groups.values()].flatMap(({ nodes, id }) => {
    const isHere = nodes.some((node) => node.isPresent)
    return readDevice(nodes, isHere && id !== null ? presence.hubsBefore(id) : null) ?? []
  })
  return known(withoutTwins(devices))
}

const itselfFirst = (a: Instance, b: Instance): number =>
  (a.interfaceNumber ?? -1) - (b.interfaceNumber ?? -1)

/** An interface is named `6&1A2B3C&0&0001` where its device's prefix is `6&1A2B3C&0`. Without one it stands alone. */
function groupOf(own: string, prefixes: ReadonlyMap<string, string>): string {
  const prefix = own.slice(0, Math.max(own.lastIndexOf('&'), 0))
  return prefixes.get(prefix) ?? own
}

function readNode(
  key: string,
  { productId, interfaceNumber }: Instance,
  isPresent: boolean,
  presence: DevicePresence,
): DeviceNode {
  const driver = textOf(key, 'Driver')
  const driverKey =
    driver !== null && /^\{[0-9a-f-]{36}\}\\\d{4}$/i.test(driver) ? `${classes}\\${driver}` : null
  const flags = readNumber('HKLM', key, 'ConfigFlags')
  return {
    productId,
    interfaceNumber,
    service: textOf(key, 'Service'),
    filters: [...textsOf(key, 'UpperFilters'), ...textsOf(key, 'LowerFilters')],
    setupClass: textOf(key, 'ClassGUID'),
    driverName: driverKey === null ? null : textOf(driverKey, 'DriverDesc'),
    provider: driverKey === null ? null : textOf(driverKey, 'ProviderName'),
    inf: driverKey === null ? null : originalInf(textOf(driverKey, 'InfPath')),
    isPresent,
    problemCode: isPresent
      ? presence.problemOf(`USB\\${key.slice(tree.length + 1)}`)
      : problemFromFlags(flags.state === 'known' ? (flags.value ?? 0) : 0),
  }
}

/** Windows renames the files of other makers to `oem12.inf`; its driver database keeps the name that they came with. */
function originalInf(inf: string | null): string | null {
  if (inf === null || !/^[\w.-]{1,64}\.inf$/i.test(inf)) return null
  if (!/^oem\d+\.inf$/i.test(inf)) return inf.toLowerCase()
  const [, name] =
    /^([\w.-]{1,64}\.inf)_/i.exec(textOf(`${infFiles}\\${inf}`, 'Active') ?? '') ?? []
  return (name ?? inf).toLowerCase()
}

/** What is of another kind than it should be says nothing. */
function textOf(key: string, name: string): string | null {
  const text = readText('HKLM', key, name)
  return text.state === 'known' && text.value ? text.value.slice(0, longestText) : null
}

function textsOf(key: string, name: string): readonly string[] {
  const texts = readTexts('HKLM', key, name)
  return texts.state === 'known' ? texts.value.slice(0, 20) : []
}

/** Of devices from the past that differ in nothing but what is never told, one. */
function withoutTwins(devices: readonly AppleDevice[]): readonly AppleDevice[] {
  const past = new Map(
    devices.filter(({ isPresent }) => !isPresent).map((device) => [JSON.stringify(device), device]),
  )
  return [...devices.filter(({ isPresent }) => isPresent), ...past.values()]
}
