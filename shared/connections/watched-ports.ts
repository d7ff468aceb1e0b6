/** The local ports that Apple's programs listen on. */
import type { Confidence } from '../model/evidence.ts'

/**
 * - `problem`: the program that should have the port runs, and cannot do its work without it.
 * - `unknown`: it runs, and perhaps it needs the port.
 * - `harmless`: nothing follows from it.
 */
export type PortMeaning = 'problem' | 'unknown' | 'harmless'

export interface WatchedPort {
  /** `tcp-27015`; the words are `ports.port.<id>`. */
  readonly id: string
  readonly port: number
  readonly protocol: 'tcp' | 'udp'
  /** `local`: programs of this PC reach it at 127.0.0.1. `network`: on any address. */
  readonly reach: 'local' | 'network'
  /** Whether several programs may have the port at the same time, each hearing what is said there. */
  readonly isShared: boolean
  /** Ids of the catalogue's processes that listen here. */
  readonly owners: readonly string[]
  /** When another program has the port and one of the owners runs. */
  readonly whenTaken: PortMeaning
  /** When nobody has the port and one of the owners runs. */
  readonly whenSilent: PortMeaning
  /** Whether an owner that answers here shows that the connection to iPhones works on this PC. */
  readonly isProofOfLife: boolean
  /** Who uses the port: source ids and confidence, as in the catalogue. */
  readonly sources: readonly string[]
  readonly confidence: Confidence
}

/** In the order in which they are shown. */
export const watchedPorts: readonly WatchedPort[] = [
  {
    ...{ id: 'tcp-27015', port: 27015, protocol: 'tcp', reach: 'local', isShared: false },
    owners: ['apple-mobile-device-service', 'apple-mobile-device-process'],
    // Seen: Apple's process took another port without a word, and programs that ask here got nothing.
    ...{ whenTaken: 'problem', whenSilent: 'problem', isProofOfLife: true },
    ...{ sources: ['LUM', 'PMD3', 'DEB8', 'PUBLIC-CODE'], confidence: '2+' },
  },
  {
    ...{ id: 'tcp-5354', port: 5354, protocol: 'tcp', reach: 'local', isShared: false },
    owners: ['mdnsresponder'],
    ...{ whenTaken: 'problem', whenSilent: 'problem', isProofOfLife: false },
    ...{ sources: ['BONJ', 'PUBLIC-CODE'], confidence: '2+' },
  },
  {
    ...{ id: 'udp-5353', port: 5353, protocol: 'udp', reach: 'network', isShared: true },
    owners: ['mdnsresponder'],
    // Silent: without a network there is nothing to listen to. Taken: shared by design, but Apple Devices has been seen
    // to leave Bonjour only its loopback socket, and the PC was then not found over Wi-Fi.
    ...{ whenTaken: 'unknown', whenSilent: 'unknown', isProofOfLife: false },
    ...{ sources: ['APL-OLD', 'APL-ARTICLE', 'BONJ', 'PCAIRPLAY'], confidence: '2+' },
  },
  {
    // Apple's article says TCP; by Bonjour's source code it is UDP, and Bonjour only sends to it.
    ...{ id: 'udp-1900', port: 1900, protocol: 'udp', reach: 'network', isShared: true },
    owners: [],
    ...{ whenTaken: 'harmless', whenSilent: 'harmless', isProofOfLife: false },
    ...{ sources: ['APL-OLD', 'BONJ'], confidence: '2+' },
  },
  {
    ...{ id: 'tcp-3689', port: 3689, protocol: 'tcp', reach: 'network', isShared: false },
    owners: ['itunes'],
    // Only while a library is shared, and nobody here knows whether it is.
    ...{ whenTaken: 'unknown', whenSilent: 'harmless', isProofOfLife: false },
    ...{ sources: ['APL-OLD', 'APL-ARTICLE'], confidence: '1' },
  },
  {
    ...{ id: 'udp-5350', port: 5350, protocol: 'udp', reach: 'network', isShared: false },
    owners: ['mdnsresponder'],
    ...{ whenTaken: 'harmless', whenSilent: 'harmless', isProofOfLife: false },
    ...{ sources: ['APL-OLD', 'APL-ARTICLE', 'BONJ'], confidence: '2+' },
  },
  {
    // The router's side of the same talk: as a rule nobody listens here on a PC.
    ...{ id: 'udp-5351', port: 5351, protocol: 'udp', reach: 'network', isShared: false },
    owners: ['mdnsresponder'],
    ...{ whenTaken: 'harmless', whenSilent: 'harmless', isProofOfLife: false },
    ...{ sources: ['APL-OLD', 'APL-ARTICLE', 'BONJ'], confidence: '2+' },
  },
]
