/** Does a list in JSON come to a block of lines for each program, and whatever is none stay as it is? */
import { expect, test } from 'vitest'
import { jsonAsLines } from '../../../shared/search/json-as-lines.ts'

test('each object is a block, and a value that is missing is a line like the others', () => {
  expect(jsonAsLines('[{"Name":"iTunes","Path":null},{"Name":"secd","Id":7}]')).toBe(
    '"Name": "iTunes"\n"Path": null\n{\n"Name": "secd"\n"Id": 7',
  )
})

test('names in an array are a line each', () => {
  expect(jsonAsLines('["svchost.exe","iTunes.exe"]')).toBe('svchost.exe\n{\niTunes.exe')
})

test('one text a line is read as one list, also with blank lines in between', () => {
  expect(jsonAsLines('{"Name":"iTunes"}\r\n \r\n{"Name":"secd"}')).toBe(
    '"Name": "iTunes"\n{\n"Name": "secd"',
  )
})

test('what stands within a row is about something else, and lists within an answer are its rows', () => {
  expect(jsonAsLines('{"Name":"iTunes","Modules":[{"Name":"ntdll.dll"}]}')).toBe('"Name": "iTunes"')
  expect(jsonAsLines('{"count":1,"value":[{"Name":"iTunes"}]}')).toBe('"Name": "iTunes"')
})

test.each(['iTunes.exe', '[svchost.exe]\n  TCP', '{"torn', '[1, 2]'])(
  '%j stays as it is',
  (text) => {
    expect(jsonAsLines(text)).toBe(text)
  },
)
