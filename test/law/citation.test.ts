import { describe, expect, test } from 'vitest'
import { createDocument } from '../../src/document.ts'
import { createCitationReader } from '../../src/law/cite/citation.ts'
import { readMarkdown } from '../../src/readers/markdown.ts'
import { registry } from './law.ts'

const read = createCitationReader(registry)

function cited(text: string): string[] {
  const document = createDocument(readMarkdown(text).blocks)
  return document.blocks.flatMap((block) =>
    read(document)(block).citations.map(
      ({ place, acts }) => `${place.number} ${acts.length > 0 ? acts.join('|') : '?'}`,
    ),
  )
}

describe('the Act of a citation', () => {
  test.each([
    ['section 33A of the Sexual Offences Act 1956', '33A soa-1956'],
    ['Sexual Offences Act 1956, s.33A', '33A soa-1956'],
    ['Sexual Offences Act, 1956, s.33A', '33A soa-1956'],
    ['SEXUAL OFFENCES ACT 1956 s.33A', '33A soa-1956'],
    ['s.33A SOA 1956', '33A soa-1956'],
    ['s.51A SOA03', '51A soa-2003'],
    ['section 33A of the 1956 Act', '33A soa-1956'],
    ['section 33A (keeping a brothel) of the Sexual Offences Act 1956', '33A soa-1956'],
    ['s.52 and s.53 of the Sexual Offences Act 2003', '52 soa-2003; 53 soa-2003'],
    ['section 53A of the Sexual Offences Act 2003 (c. 42)', '53A soa-2003'],
    ['2003 c. 42, section 53A', '53A soa-2003'],
    ['section 46 of the Sexual Offences Act 1993', '46 ?'],
    ['section 2 of the Modern Slavery Act', '2 msa-2015'],
    ['section 17(1)(b) PACE', '17 pace-1984'],
    ['the Magistrates’ Courts Act 1980, s.127', '127 mca-1980'],
    ['Article 64A of the Sexual Offences (Northern Ireland) Order 2008', '64A so-ni-order-2008'],
    ['article 59 of the 2008 Order', '59 so-ni-order-2008'],
    ['section 11(5) of the Criminal Law (Consolidation) (Scotland) Act 1995', '11 clcsa-1995'],
    ['section 5 of the guidance', '5 ?'],
    ['Article 6 of CEDAW', '6 cedaw'],
    ['Article 6 of the Convention', '6 ?'],
    ['section 5 above', '5 ?'],
  ])('%s', (text, expected) => {
    expect(cited(text).join('; ')).toBe(expected)
  })

  test('is carried within a sentence and from one to the next', () => {
    expect(
      cited('Sections 33 and 34 of the 1956 Act apply; section 33A is new. Section 36 too.'),
    ).toEqual(['33 soa-1956', '34 soa-1956', '33A soa-1956', '36 soa-1956'])
  })

  test('is carried from a heading and from the introduction of a list', () => {
    expect(cited('# The Sexual Offences Act 1956\n\nSection 33A applies.\n')).toEqual([
      '33A soa-1956',
    ])
    expect(cited('Under the Sexual Offences Act 1956:\n\n- section 33\n- section 33A\n')).toEqual([
      '33 soa-1956',
      '33A soa-1956',
    ])
  })

  test('may be named by the document itself', () => {
    const text =
      'The Sexual Offences Act 2003 (“the 2003 Act”) and the Criminal Justice Act 2003 (“the CJA”) differ.\n\nSection 53A of the 2003 Act applies.'
    expect(cited(text)).toEqual(['53A soa-2003'])
    expect(
      cited('The Modern Slavery Act 2015 (“the Act”) applies.\n\nSection 2 of the Act.'),
    ).toEqual(['2 msa-2015'])
    expect(cited('The Sexual Offences Act 2003 applies. See section 53A of that Act.')).toEqual([
      '53A soa-2003',
    ])
  })
})
