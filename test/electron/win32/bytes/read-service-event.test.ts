import { expect, test } from 'vitest'
import { readServiceEvent } from '../../../../electron/win32/bytes/read-service-event.ts'

// As Event Viewer shows such an event in its XML view; names and times are made up.
const event = (id: number, data: string) =>
  `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Service Control Manager' Guid='{555908d1-a6d7-4695-8e1e-26931d2012f4}' EventSourceName='Service Control Manager'/><EventID Qualifiers='49152'>${id}</EventID><Version>0</Version><Level>2</Level><TimeCreated SystemTime='2026-11-20T08:15:30.1234567Z'/><EventRecordID>7</EventRecordID><Channel>System</Channel><Computer>PC</Computer></System><EventData>${data}</EventData></Event>`

test.each([
  [7000, '<Data Name="param1">Bonjour-Dienst</Data><Data Name="param2">%%1053</Data>'],
  [7009, '<Data Name="param1">30000</Data><Data Name="param2">Bonjour-Dienst</Data>'],
  [7031, '<Data Name="param1">Bonjour-Dienst</Data><Data Name="param2">1</Data>'],
  [7034, '<Data Name="param1">Bonjour-Dienst</Data><Binary>00</Binary>'],
])('event %i names the service, and when', (id, data) => {
  expect(readServiceEvent(event(id, data))).toEqual({
    id,
    displayName: 'Bonjour-Dienst',
    atUtc: '2026-11-20T08:15:30.123Z',
  })
})

test.each([
  ['another event', event(7036, '<Data>x</Data>')],
  ['one without a name', event(7000, '')],
  ['one without a time', event(7000, '<Data>x</Data>').replace(/<TimeCreated[^>]*>/, '')],
  ['half of one', event(7000, '<Data>x</Data>').slice(0, 200)],
  ['an entity', event(7000, '<Data>&x;</Data>')],
])('%s is none', (_, xml) => {
  expect(readServiceEvent(xml)).toBeNull()
})
