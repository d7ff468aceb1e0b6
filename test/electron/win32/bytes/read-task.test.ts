import { describe, expect, test } from 'vitest'
import { readTask } from '../../../../electron/win32/bytes/read-task.ts'
import { findElement, readXml } from '../../../../electron/win32/bytes/read-xml.ts'
import { yardsticksOf } from '../../../fixtures/yardstick.ts'

// As Task Scheduler writes it; the command is the one that the catalogue's sources tell of Apple Software Update.
const task = `<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo><URI>\\Apple\\AppleSoftwareUpdate</URI></RegistrationInfo>
  <Triggers><CalendarTrigger><Enabled>false</Enabled></CalendarTrigger></Triggers>
  <Settings><Enabled>true</Enabled></Settings>
  <Actions Context="Author">
    <Exec>
      <Command>C:\\Program Files (x86)\\Apple Software Update\\SoftwareUpdate.exe</Command>
      <Arguments>-task &amp; &quot;x&quot;</Arguments>
    </Exec>
  </Actions>
</Task>`

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')

describe('a task', () => {
  test('says what it starts, and whether it is enabled', () => {
    const read = {
      isEnabled: true,
      command: '"C:\\Program Files (x86)\\Apple Software Update\\SoftwareUpdate.exe" -task & "x"',
    }
    expect(readTask(utf16(task))).toEqual(read)
    expect(readTask(Buffer.from(task))).toEqual(read)
    const off = task.replace('<Settings><Enabled>true', '<Settings><Enabled> False ')
    expect(readTask(utf16(off))?.isEnabled).toBe(false)
  })

  test('that starts no program has no command', () => {
    const handler = task.replace(
      /<Exec>[\s\S]*<\/Exec>/,
      '<ComHandler><ClassId>{x}</ClassId></ComHandler>',
    )
    expect(readTask(utf16(handler))).toEqual({ isEnabled: true, command: null })
  })

  test.each([
    ['nothing', ''],
    ['half of one', task.slice(0, 500)],
    ['another document', '<Tusk/>'],
    ['two documents', `${task}<x/>`],
    ['no XML', 'MZ\0\0'],
    ['an element that another one ends', '<Task><a></b></Task>'],
    [
      'an entity of a file',
      '<!DOCTYPE Task [<!ENTITY x SYSTEM "file:///C:/secret">]><Task>&x;</Task>',
    ],
    ['an entity without a type', task.replace('&amp;', '&x;')],
    [
      'entities that grow',
      `<!DOCTYPE t [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><Task>&b;</Task>`,
    ],
    ['more elements than anybody writes', `<Task>${'<a/>'.repeat(20_000)}</Task>`],
    ['elements a thousand deep', `${'<a>'.repeat(1_000)}${'</a>'.repeat(1_000)}`],
    ['a megabyte', `<Task>${' '.repeat(1_048_576)}</Task>`],
  ])('is none where there is %s', (_, text) => {
    expect(readTask(utf16(text))).toBeNull()
  })
})

describe('XML', () => {
  test('comments, instructions, plain text, prefixes and attributes of every kind', () => {
    const root = readXml(
      `<!-- <x> --><?y?><a:b c='1>2' d:e = "&lt;&#65;&#x1F3B5;"><![CDATA[<x>&y;]]><f/> g </a:b>`,
    )
    expect(root?.name).toBe('b')
    expect(root?.text).toBe('<x>&y; g')
    expect([...(root?.attributes ?? [])]).toEqual([
      ['c', '1>2'],
      ['e', '<A\u{1F3B5}'],
    ])
    expect(root && findElement(root, 'f')?.text).toBe('')
    expect(root && findElement(root, 'f', 'g')).toBeUndefined()
  })

  test('a cut at any place is an answer, and takes no time', () => {
    for (let length = 0; length < task.length; length += 1)
      expect(readXml(task.slice(0, length))).toBeNull()
    const took = yardsticksOf(() => {
      for (const part of ['<', '&', '<a ', "<a b='", '<!--', '<a>', '</a>', 'a=" ', '\t ']) {
        readXml(part.repeat(Math.floor(500_000 / part.length)))
        readXml(`<a ${part.repeat(Math.floor(500_000 / part.length))}>`)
      }
    }, 1)
    expect(took).toBeLessThan(40)
  })
})
