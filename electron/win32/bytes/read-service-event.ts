/** A service's failed start or early end, as the System event log writes it in XML. */
import type { ServiceEvent } from '../../../shared/model/pc-facts.ts'
import { findElement, readXml } from './read-xml.ts'

/** Under the name that Windows shows; its own log does not know key names. */
export type NamedEvent = Omit<ServiceEvent, 'keyName'> & { readonly displayName: string }

/** Which of the texts of an event names the service: 7009 begins with how long was waited. */
const nameAt = { 7000: 0, 7009: 1, 7031: 0, 7034: 0 } as const

/**
 * Null for every other event.
 * https://learn.microsoft.com/windows/win32/wes/eventschema-schema
 */
export function readServiceEvent(xml: string): NamedEvent | null {
  const event = readXml(xml)
  if (event?.name !== 'Event') return null
  const id = Number(findElement(event, 'System', 'EventID')?.text)
  if (id !== 7000 && id !== 7009 && id !== 7031 && id !== 7034) return null
  const created = findElement(event, 'System', 'TimeCreated')?.attributes.get('SystemTime') ?? ''
  const at = new Date(created)
  const texts = findElement(event, 'EventData')?.children.filter(({ name }) => name === 'Data')
  const displayName = texts?.[nameAt[id]]?.text ?? ''
  if (Number.isNaN(at.getTime()) || displayName === '') return null
  return { id, displayName, atUtc: at.toISOString() }
}
