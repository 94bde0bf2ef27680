import { describe, expect, it } from 'vitest'
import { parseDirective } from '../../src/readers/directives.ts'

describe('parseDirective', () => {
  it.each([
    ['fairdraft-ignore-next sex-work: its own name', 'next', ['sex-work'], 'its own name'],
    ['<!-- fairdraft-ignore-next sex-work: why -->', 'next', ['sex-work'], 'why'],
    ['fairdraft-ignore sex-work', 'next', ['sex-work'], ''],
    ['fairdraft-ignore-disable a, b/c-d e: why', 'disable', ['a', 'b/c-d', 'e'], 'why'],
    ['fairdraft-disable', 'disable', [], ''],
    ['fairdraft-disable: everything here is quoted', 'disable', [], 'everything here is quoted'],
    ['fairdraft-ignore-enable a', 'enable', ['a'], ''],
    ['fairdraft-enable', 'enable', [], ''],
    ['fairdraft-disable a:', 'disable', ['a'], ''],
    ['fairdraft-disable a: 10:30 is: fine', 'disable', ['a'], '10:30 is: fine'],
    ['\n  fairdraft-disable\n  a,\n  b:\n  why\n', 'disable', ['a', 'b'], 'why'],
  ])('reads %j', (comment, kind, ids, reason) => {
    expect(parseDirective(comment)).toEqual({ kind, ids, reason })
  })

  it.each([
    ['a until 2027-03-01: why', ['a'], '2027-03-01', 'why'],
    ['a, b until 2027-03-01', ['a', 'b'], '2027-03-01', ''],
    ['until 2027-03-01: all of it', [], '2027-03-01', 'all of it'],
    ['a until spring: why', ['a'], 'spring', 'why'],
    ['a until: why', ['a'], '', 'why'],
    ['not-until: why', ['not-until'], undefined, 'why'],
    ['a: until 2027-03-01', ['a'], undefined, 'until 2027-03-01'],
  ])('reads the last day of %j', (rest, ids, until, reason) => {
    const read = parseDirective(`fairdraft-ignore-next ${rest}`)
    expect(read).toEqual({ kind: 'next', ids, reason, ...(until === undefined ? {} : { until }) })
  })

  it.each([
    '',
    'a comment',
    'fairdraft',
    'fairdraft-ignored',
    'see fairdraft-disable',
    'fairdraft-x',
  ])('takes %j for an ordinary comment', (comment) => {
    expect(parseDirective(comment)).toBeUndefined()
  })
})
