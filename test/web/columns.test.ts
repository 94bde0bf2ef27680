import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromColumns, toColumns } from '../../script/columns.mjs'

test('whatever is laid out in columns comes back', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const written = JSON.stringify(value)
      expect(JSON.stringify(fromColumns(toColumns(JSON.parse(written))))).toBe(written)
    }),
  )
})
