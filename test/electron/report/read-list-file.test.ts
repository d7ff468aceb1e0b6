/** Is a text file that holds one PC's programs taken for a list, and nothing else for one? */
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readListFile } from '../../../electron/report/read-list-file.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'list-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const read = (content: string | Uint8Array) => {
  const file = join(folder, 'list.txt')
  writeFileSync(file, content)
  utimesSync(file, new Date(), new Date('2026-11-20T10:00:00.000Z'))
  return readListFile(file)
}

test.each([
  ['tasklist', 'svchost.exe     1204 Services   0   9,712 K\r\niTunes.exe   12 Console   1   8 K'],
  ['tasklist /fo csv', '"Image Name","PID"\r\n"svchost.exe","1204"\r\n"iTunes.exe","7"\r\n'],
  ['netstat -b', '[svchost.exe]\r\n  TCP    0.0.0.0:135   0.0.0.0:0   LISTENING\r\n'],
  ['one name', 'iTunesHelper.exe'],
  ['what PowerShell writes', '[\r\n  {\r\n    "ProcessName": "iTunes",\r\n    "Id": 7\r\n  }\r\n]'],
  ['the same on one line', '{"ProcessName":"iTunes","Id":7}\r\n{"ProcessName":"svchost","Id":8}'],
  ['a table with one column in small letters', 'Image,pid\r\nsvchost.exe,12\r\niTunes.exe,7\r\n'],
  ['names in JSON', '["svchost.exe","iTunes.exe"]'],
  ['netstat -b after an empty line', '\r\n [iTunes.exe]\r\n  TCP    0.0.0.0:135\r\n'],
])('%s is a list, of the day on which the file was written', async (_what, text) => {
  expect(await read(text)).toEqual({ text, takenAtUtc: '2026-11-20T10:00:00.000Z' })
})

test('a list in UTF-16 is read as text', async () => {
  const bytes = Buffer.from('\ufeffsvchost.exe   12\r\niTunes.exe   13\r\n', 'utf16le')
  expect((await read(bytes))?.text).toContain('iTunes.exe')
})

test('a list with some zeros in it is one all the same', async () => {
  const text = `iTunes.exe\0\r\n${'svchost.exe   12\r\n'.repeat(20)}`
  expect((await read(text))?.text).toContain('iTunes.exe')
})

test.each([
  ['a page that quotes one', '<pre>{"ProcessName": "iTunes.exe"}</pre>'],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])],
  ['an archive', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])],
  ['a document', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'],
  ['nothing but blanks', ' \r\n'.repeat(30_000)],
  ['what begins with an empty list', '[]'],
  ['a table of an engine without hosts', 'name,resident_size\r\na.exe,12\r\nb.exe,7\r\n'],
  ['a table whose columns have blanks', 'Process , Host Name \r\na.exe,pc1\r\nb.exe,pc2\r\n'],
  ['a table that begins with its separator', 'sep=,\r\nDevice name,Name\r\np,a.exe\r\nq,b.exe'],
  ['a report whose keys are in capitals', '{"schemaVersion":1,"ProcessName":"iTunes"}'],
  ['what PowerShell writes of many', '[{"PSComputerName":"pc1","ProcessName":"iTunes"}]'],
  ['other JSON', '{"Colour":"red"}'],
  ['a report', '{"schemaVersion":1,"processes":[]}'],
  ['an answer of an engine', '[{"host_id":1,"name":"svchost.exe"}]'],
  ['a table of osquery', 'host_identifier,name\r\npc1,svchost.exe\r\npc2,iTunes.exe\r\n'],
  [
    'a table with a column of hosts',
    '"Computer Name","Process"\r\n"pc1","a.exe"\r\n"pc2","b.exe"\r\n',
  ],
  ['a table with an answer in a cell', 'Name,Answer\r\nx,"{""schemaVersion"":1}"\r\ny,"z"\r\n'],
  ['Intune’s table', 'Name,PreRemediationDetectionScriptOutput\r\npc1,x\r\npc2,y\r\n'],
])('%s is none', async (_what, content) => {
  expect(await read(content)).toBeUndefined()
})

test('what cannot be read is none: others say why', async () => {
  expect(await readListFile(join(folder, 'gone.txt'))).toBeUndefined()
  expect(await readListFile(folder)).toBeUndefined()
})
