import { describe, expect, test } from 'vitest'
import { placesIn, type WrittenPlace, within } from '../../src/law/cite/place.ts'

function show({ kind, number, to, subsection, within: outer }: WrittenPlace): string {
  const inner = `${kind} ${number}${to ? `-${to}` : ''}${subsection ? `:${subsection}` : ''}`
  return outer ? `${inner} in ${outer.kind} ${outer.number}` : inner
}

describe('places', () => {
  test.each([
    ['section 33A', 'section 33A'],
    ['Section 33a', 'section 33A'],
    ['s.33A', 'section 33A'],
    ['s. 33A', 'section 33A'],
    ['s 33A', 'section 33A'],
    ['s33A', 'section 33A'],
    ['S.33A', 'section 33A'],
    ['sec. 33A', 'section 33A'],
    ['§33A', 'section 33A'],
    ['§ 33A', 'section 33A'],
    ['§§ 33-36', 'section 33-36'],
    ['ss 33 and 33A', 'section 33, section 33A'],
    ['ss.33 & 33A', 'section 33, section 33A'],
    ['ss. 33–36', 'section 33-36'],
    ['sections 33, 34, 35 and 36', 'section 33, section 34, section 35, section 36'],
    ['sections 33, 34, or 36', 'section 33, section 34, section 36'],
    ['section 52/53', 'section 52, section 53'],
    ['sections 33 to 36', 'section 33-36'],
    ['sections 47-50, 52 & 53', 'section 47-50, section 52, section 53'],
    ['sections 136A to 136R', 'section 136A-136R'],
    ['s.1(2A)', 'section 1:2A'],
    ['section 17(1)(b)', 'section 17:1(b)'],
    ['section 17 (1)(b)', 'section 17:1(b)'],
    ['subsection (2) of section 54', 'section 54:2'],
    ['article 64A', 'article 64A'],
    ['Arts. 37 to 40', 'article 37-40'],
    ['art 6', 'article 6'],
    ['Part 2A', 'part 2A'],
    ['Part III', 'part 3'],
    ['Part IV', 'part 4'],
    ['Schedule 7', 'schedule 7'],
    ['paragraph 33A of Schedule 2', 'paragraph 33A in schedule 2'],
    ['Sch 2 para 33A', 'paragraph 33A in schedule 2'],
    ['Part 4 Chapter 3', 'chapter 3 in part 4'],
    ['section 33A, 12 months', 'section 33A'],
    ['section 2 to 4 years', 'section 2'],
    ['sections 33 and 1956 Act', 'section 33'],
    ['Section 33A (keeping a brothel)', 'section 33A'],
    ['the women’s 33 aims', ''],
    ['parts 20% of', ''],
    ['section 1st', ''],
    ['classes 33 and 34', ''],
  ])('%s', (text, expected) => {
    expect(placesIn(text).flat().map(show).join(', ')).toBe(expected)
  })

  test('the words of a place are its own', () => {
    const text = 'see sections 33, 33A and 36 of the Act'
    const words = placesIn(text)
      .flat()
      .map(({ start, end }) => text.slice(start, end))
    expect(words).toEqual(['sections 33', '33A', '36'])
  })
})

describe('runs', () => {
  test.each([
    ['34', '33', '36', true],
    ['33', '33', '36', true],
    ['36', '33', '36', true],
    ['33A', '33', '36', false],
    ['51A', '51A', '53A', true],
    ['52', '51A', '53A', true],
    ['53A', '51A', '53A', true],
    ['51', '51A', '53A', false],
    ['136C', '136A', '136R', true],
    ['136S', '136A', '136R', false],
    ['58', '57', '59', true],
    ['59A', '57', '59', false],
  ])('%s in %s to %s: %s', (number, first, last, expected) => {
    expect(within(number, first, last)).toBe(expected)
  })
})
