/**
 * An Apple device out of its nodes in the registry's device tree. One iPhone is a node for itself and one for each of its
 * interfaces. Its serial number is part of the nodes' names: nothing here hands a name on.
 */
import { findOtherMaker } from '../../../shared/catalogue/other-makers.ts'
import type { AppleDevice, DeviceClass, DeviceKind } from '../../../shared/model/pc-facts.ts'

/** A key below `Enum\USB\VID_05AC…`. */
export interface DeviceNode {
  readonly productId: number
  /** Number of the interface; null for the device itself. */
  readonly interfaceNumber: number | null
  /** The service that drives it: `usbccgp`, `USBAAPL64`, `WINUSB`, `WUDFWpdMtp` … */
  readonly service: string | null
  /** Names of the filter drivers above and below it. */
  readonly filters: readonly string[]
  readonly setupClass: string | null
  readonly driverName: string | null
  readonly provider: string | null
  readonly inf: string | null
  readonly isPresent: boolean
  /** Windows's code; null where nobody can tell. */
  readonly problemCode: number | null
}

const products = /^VID_05AC&PID_([0-9A-F]{4})(?:&MI_([0-9A-F]{2}))?$/i

/** Null for a device of another maker. */
export function readProductKey(
  name: string,
): { readonly productId: number; readonly interfaceNumber: number | null } | null {
  const [, product, part] = products.exec(name) ?? []
  if (product === undefined) return null
  return {
    productId: parseInt(product, 16),
    interfaceNumber: part === undefined ? null : parseInt(part, 16),
  }
}

/**
 * iPhone, iPad and iPod touch share 1290 to 12AF; 12A8 and 12AB are every iPhone and every iPad since 2012.
 * https://github.com/libimobiledevice/usbmuxd/blob/master/src/usb.h
 * https://theapplewiki.com/wiki/USB_Product_IDs
 */
const iPads: ReadonlySet<number> = new Set([
  0x129a, 0x129f, 0x12a2, 0x12a3, 0x12a4, 0x12a5, 0x12a6, 0x12a9, 0x12ab,
])
const iPodTouches: ReadonlySet<number> = new Set([0x1291, 0x1293, 0x1296, 0x1299, 0x129e, 0x12aa])
const appleTv = 0x129d

export function kindOf(productId: number): DeviceKind {
  if (productId >= 0x1290 && productId <= 0x12af) {
    if (productId === appleTv) return 'other'
    if (iPads.has(productId)) return 'ipad'
    return iPodTouches.has(productId) ? 'ipod' : 'iphone'
  }
  // Click-wheel iPods, nano and shuffle. 1222 to 1227 and 1280 to 1283 are devices in recovery or DFU mode: of any kind.
  const isOldIpod =
    (productId >= 0x1201 && productId <= 0x120a) ||
    (productId >= 0x1260 && productId <= 0x1267) ||
    (productId >= 0x1300 && productId <= 0x1303)
  return isOldIpod ? 'ipod' : 'other'
}

/** Devices in recovery or DFU mode: Apple's driver runs them too. */
export function isRestoring(productId: number): boolean {
  return (
    (productId >= 0x1222 && productId <= 0x1227) || (productId >= 0x1280 && productId <= 0x1283)
  )
}

const isApple = (provider: string | null) => /^Apple\b/i.test(provider ?? '')
const isMicrosoft = (provider: string | null) => /^(?:Microsoft\b|$)/i.test(provider ?? '')

/** "Portable devices". https://learn.microsoft.com/windows-hardware/drivers/install/system-defined-device-setup-classes-available-to-vendors */
const portableDevices = '{EEC5AD98-8080-425F-922A-DABF3DE3F69A}'

/** From the strongest word on; the node that says it is the one whose driver is told. */
const tests: readonly {
  readonly class: DeviceClass
  readonly is: (node: DeviceNode) => boolean
}[] = [
  { class: 'foreign', is: (node) => node.interfaceNumber === null && isForeign(node) },
  { class: 'apple', is: ({ service }) => /^usbaapl(?:64)?$/i.test(service ?? '') },
  { class: 'apple', is: ({ inf }) => /^usbaapl(?:64)?\.inf$/i.test(inf ?? '') },
  {
    class: 'winusb',
    is: ({ service, provider }) => /^winusb$/i.test(service ?? '') && isApple(provider),
  },
  {
    class: 'winusb',
    is: ({ inf, interfaceNumber }) =>
      interfaceNumber !== null && /^appleusb\.inf$/i.test(inf ?? ''),
  },
  { class: 'foreign', is: isForeign },
  {
    class: 'wpd',
    is: ({ setupClass, service }) =>
      setupClass?.toUpperCase() === portableDevices || /^wudfwpdmtp$/i.test(service ?? ''),
  },
  { class: 'none', is: (node) => node.interfaceNumber === null && isWithoutDriver(node) },
]

/**
 * Made to sit above a device's own driver and to leave it at work; only in its place it holds the device.
 * https://github.com/mcuee/libusb-win32
 */
const onlyBeside = /^libusb0$/i

/** A driver of a third maker, or a filter of one that is known to hold devices. */
function isForeign({ service, provider, filters }: DeviceNode): boolean {
  const isOthers = !isApple(provider) && !isMicrosoft(provider)
  const holds = (name: string) =>
    findOtherMaker('service', name)?.may.includes('usb-driver') === true
  return (
    isOthers ||
    (service !== null && holds(service)) ||
    filters.some((name) => !onlyBeside.test(name) && holds(name))
  )
}

function isWithoutDriver({ service, driverName }: DeviceNode): boolean {
  return service === null && driverName === null
}

/** @param nodes all of one device; of a device that is plugged in those that are there now count. */
export function readDevice(
  nodes: readonly DeviceNode[],
  hubsBetween: number | null,
): AppleDevice | null {
  const isPresent = nodes.some((node) => node.isPresent)
  const counting = isPresent ? nodes.filter((node) => node.isPresent) : nodes
  const itself = counting.find(({ interfaceNumber }) => interfaceNumber === null) ?? counting[0]
  if (itself === undefined) return null
  const found = tests
    .map((one) => ({ class: one.class, node: counting.find(one.is) }))
    .find(({ node }) => node !== undefined)
  const { driverName, provider, inf, problemCode } = found?.node ?? itself
  return {
    kind: kindOf(itself.productId),
    isPresent,
    class: found?.class ?? 'other',
    driverName,
    provider,
    inf,
    problemCode: firstProblem(itself.problemCode, problemCode),
    hubsBetween: isPresent ? hubsBetween : null,
  }
}

/** What stops the whole device goes before what stops a part. */
function firstProblem(whole: number | null, part: number | null): number | null {
  return whole === null || whole === 0 ? part : whole
}

const CONFIGFLAG_DISABLED = 1
const CONFIGFLAG_FAILEDINSTALL = 0x40

/** Of a device that is not plugged in, as far as the registry keeps it. */
export function problemFromFlags(flags: number): number | null {
  if ((flags & CONFIGFLAG_DISABLED) !== 0) return 22
  return (flags & CONFIGFLAG_FAILEDINSTALL) !== 0 ? 28 : null
}
