/** Does every file of data keep its schema? The program itself trusts them. */
import { expect, test } from 'vitest'
import { checkData, checkedData } from '../../../scripts/check-data.mjs'

test.each(Object.entries(checkedData))(
  'the data of the %s keeps its schema',
  (_name, [data, schema]) => {
    expect(schema.safeParse(data).error).toBeUndefined()
  },
)

test('the build stops where one breaks its schema, and says which', () => {
  const [, schema] = checkedData['ports'] ?? []
  if (schema === undefined) throw new Error('There is no schema of the ports.')
  expect(() => checkData({ ports: [[{ port: 'many' }], schema] })).toThrow(/The data of the ports/)
})
