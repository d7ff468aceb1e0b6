/** Does each row of docs/bad-input.md name a test, and is it there with that title? */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '../../scripts/project.mjs'

const read = (file: string) => readFileSync(join(projectRoot, file), 'utf8')
const rows = read('docs/bad-input.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:Input |-)/.test(line))

test('each kind of bad input is fed to the program by a test that is there', () => {
  expect(rows.length).toBeGreaterThan(12)
  for (const row of rows) {
    const named = [...row.matchAll(/`(test\/[^`]+\.test\.tsx?)`: “(.+?)”(?=<br>|\s{1,400}\|)/g)]
    expect(named.length, row).toBeGreaterThan(0)
    for (const [, file = '', title = ''] of named) {
      expect(existsSync(join(projectRoot, file)), file).toBe(true)
      const isThere = ["'", '"', '`'].some((quote) => read(file).includes(quote + title + quote))
      expect(isThere, `${file}: ${title}`).toBe(true)
    }
  }
})
