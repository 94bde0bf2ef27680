import { describe, expect, test } from 'vitest'
import { describeEntry } from '../../src/law/describe.ts'
import { lookUp, nearest } from '../../src/law/lookup.ts'
import { shippedReaders } from '../../src/law/shipped.ts'
import { registry } from './law.ts'

const readers = shippedReaders()

describe('looking up', () => {
  test.each([
    ['s.33A SOA 1956', 'ew-soa56-s33A'],
    ['Section 33A of the Sexual Offences Act 1956', 'ew-soa56-s33A'],
    ['ew-soa56-s33A', 'ew-soa56-s33A'],
    ['33A', 'ew-soa56-s33A'],
    ['s.51A', 'ew-soa03-s51A'],
    ['article 64A', 'ni-art64A'],
    ['CEDAW article 6', 'ob-cedaw6'],
    ['s.54(2) SOA 2003', 'def-prostitute'],
    ['ASBO', 'ew-cda98-s1'],
    ['sex worker', 'def-sexworker'],
    ['section 17 PACE', 'ew-pace84-s17'],
    ['Prostitution (Offences and Support) (Scotland) Bill', 'sc-bill-offences-and-support'],
    ['living on immoral earnings', 'ew-soa56-s30'],
  ])('%s', (words, id) => {
    expect(lookUp(readers, words).map(({ provision }) => provision.id)).toContain(id)
  })

  test('an Act alone gives all that is known of it', () => {
    expect(lookUp(readers, 'Modern Slavery Act 2015').length).toBeGreaterThan(4)
  })

  test.each([
    ['s.33B SOA 1956', 'Section 33A of the Sexual Offences Act 1956'],
    ['kerb craling', 'kerb crawling'],
    ['nothing of the kind', undefined],
  ])('%s is unknown', (words, near) => {
    expect(lookUp(readers, words)).toEqual([])
    expect(nearest(readers, words)).toBe(near)
  })
})

describe('an entry in words', () => {
  const entry = registry.entry('ew-soa56-s33A')
  if (!entry) throw new Error('no entry')

  test('says what it is, how it is tried, where this is known from and that it is no advice', () => {
    const text = describeEntry(registry, entry, '2026-11-21')
    expect(text).toContain('# Section 33A of the Sexual Offences Act 1956')
    expect(text).toContain('Mode of trial: triable either way')
    expect(text).toContain('Maximum on indictment: 7 years’ imprisonment')
    expect(text).toContain('https://www.sentencingcouncil.org.uk/')
    expect(text).toContain('Checked 21 November 2026; to be checked again by 20 November 2027.')
    expect(text).toContain('not legal advice')
    expect(text).not.toContain('has passed')
  })

  test('says so when it is past its date', () => {
    expect(describeEntry(registry, entry, '2027-11-21')).toContain('That date has passed')
  })
})
