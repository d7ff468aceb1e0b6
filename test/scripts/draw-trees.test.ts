import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { drawTrees } from '../../scripts/draw-trees.mjs'

test('the pictures of the doctor are drawn from the trees as they are', async () => {
  expect(await readFile('docs/doctor.md', 'utf8')).toBe(drawTrees())
})
