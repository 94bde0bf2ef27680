import { describe, expect, test } from 'vitest'
import { offenceClassification } from '../../src/rules/offence-classification.ts'
import { find } from './law.ts'

const FORMATS = ['md', 'txt'] as const

describe.each(FORMATS)('%s: one wrong mode of trial', (format) => {
  test.each([
    'Section 33A of the Sexual Offences Act 1956 is a summary-only offence.',
    'Section 33A (keeping a brothel used for prostitution) is triable only in the magistrates’ court.',
    'Keeping a brothel used for prostitution, contrary to section 33A of the Sexual Offences Act 1956, is summary only.',
    'The summary-only offence of keeping a brothel used for prostitution (s.33A) is within officers’ discretion.',
    'Summary-only offences, such as section 33A of the 1956 Act, may be charged by the police.',
    'Summary-only offences include sections 33 and 33A of the Sexual Offences Act 1956.',
    'Sections 51A and 53 of the Sexual Offences Act 2003 are summary only.',
    'As a summary-only offence, section 33A SOA 1956 can be charged by the police.',
    'Brothel-keeping under s.33A is classed as a summary offence.',
    'Section 51A of the Sexual Offences Act 2003 (kerb crawling) is triable either way.',
    'Kerb crawling is an either-way offence.',
    'Kerb crawling is an indictable offence.',
    'Rape is triable either way.',
    'Human trafficking (section 2, Modern Slavery Act 2015) is an indictable-only offence.',
    'Section 33A of the Sexual Offences Act 1956 (summary only) covers brothels.',
    'Section 53 SOA 2003 – summary only.',
    'Section 53A of the Sexual Offences Act 2003: triable either way.',
    'Section 52 of the 2003 Act, a summary-only offence, covers causing prostitution.',
    'Section 33A of the 1956 Act is an either-way offence in name, but section 53 of the 2003 Act is summary only.',
    'Sections 33A and 53 are both summary-only offences and both concern prostitution; see the Sexual Offences Act 1956 and the Sexual Offences Act 2003.',
    'Section 33A of the Sexual Offences Act 1956 applies to brothels. It is a summary-only offence.',
    'The offence of controlling prostitution for gain can only be tried in the magistrates’ court.',
    'Officers should treat section 33A of the Sexual Offences Act 1956 as a summary-only offence.',
    'Unlike section 53, section 51A of the Sexual Offences Act 2003 is triable either way.',
    'Section 33A is now a summary-only offence under the Sexual Offences Act 1956.',
    'Police can charge section 33A (brothel keeping) because it is a summary-only offence.',
    'Section 33A of the Sexual Offences Act 1956 remains a summary offence.',
    'Loitering or soliciting is triable either way.',
    'Section 1 of the Street Offences Act 1959 is an indictable offence.',
    'Paying for sexual services of a prostitute subjected to force is an indictable-only offence.',
    'In Northern Ireland, human trafficking is triable either way.',
    'Article 64A of the Sexual Offences (Northern Ireland) Order 2008 is summary only.',
    'Coercive control is a summary-only offence.',
    'Section 47 of the Sexual Offences Act 2003 is a summary-only offence.',
    'Section 47 of the Sexual Offences Act 2003 is an either-way offence.',
    'Sexual assault is an indictable-only offence.',
    'Section 33A is not an indictable offence; see the Sexual Offences Act 1956.',
  ])('%s', (text) => {
    expect(find(offenceClassification, text, format)).toHaveLength(1)
  })
})

describe.each(FORMATS)('%s: nothing wrong', (format) => {
  test.each([
    'Section 33A of the Sexual Offences Act 1956 is triable either way.',
    'Section 33A of the Sexual Offences Act 1956 is an indictable offence, not a summary-only one.',
    'Section 33A of the Sexual Offences Act 1956 is not summary only.',
    'Section 33A of the Sexual Offences Act 1956, unlike section 33, is triable either way.',
    'Unlike section 33A, section 33 of the Sexual Offences Act 1956 is a summary-only offence.',
    'Section 33 of the Sexual Offences Act 1956 is summary only, whereas section 33A is triable either way.',
    'Section 55 of the Sexual Offences Act 2003 inserted section 33A into the 1956 Act, alongside the older summary offence in section 33.',
    'The guidance wrongly describes section 33A of the Sexual Offences Act 1956 as a summary-only offence.',
    'It is a mistake to call section 33A of the Sexual Offences Act 1956 a summary-only offence.',
    'Section 33A of the Sexual Offences Act 1956 was tried summarily in this case.',
    'A conviction on summary trial under section 33A of the Sexual Offences Act 1956 carries up to 12 months.',
    'Until 1 May 2004 living on the earnings of prostitution, section 30 of the Sexual Offences Act 1956, was summary only.',
    'We propose that section 33A of the Sexual Offences Act 1956 should become a summary-only offence.',
    'If section 33A of the Sexual Offences Act 1956 were a summary-only offence, the police could charge it.',
    'Either way, section 51A of the Sexual Offences Act 2003 applies.',
    'Section 51A of the Sexual Offences Act 2003 applies either way.',
    'A summary of section 33A of the Sexual Offences Act 1956 is annexed.',
    'A summary of offences under section 53 of the Sexual Offences Act 2003 follows.',
    'Section 33A of the Sexual Offences Act 1956 is no longer a summary-only offence.',
    'Offences other than section 33A of the Sexual Offences Act 1956 are summary only.',
    'Sections 33 to 36 of the Sexual Offences Act 1956 are summary-only offences.',
    'Sections 33 to 36 of the Sexual Offences Act 1956, except section 33A, are summary-only offences.',
    'Brothel-keeping is a summary-only offence.',
    'Human trafficking is triable only on indictment in Northern Ireland.',
    'In Northern Ireland human trafficking is an indictable-only offence.',
    'Kerb crawling is a summary-only offence.',
    'Depending on the age of the child, a section 47 offence under the Sexual Offences Act 2003 is either triable only on indictment or triable either way.',
    'Section 4 of the Sexual Offences Act 2003 is triable only on indictment where there is penetration.',
    'Section 33A of the Sexual Offences Act 1956 is either summary-only or triable either way; check before charging.',
    'Neither section 33A of the Sexual Offences Act 1956 nor section 53 of the Sexual Offences Act 2003 is summary-only.',
    '“Section 33A of the Sexual Offences Act 1956 is a summary-only offence.”',
    'The NPCC says that section 33A of the Sexual Offences Act 1956 is a summary-only offence.',
    'Is section 33A of the Sexual Offences Act 1956 a summary-only offence?',
    'The claim that section 33A of the Sexual Offences Act 1956 is summary-only is wrong.',
    'Section 52 of the Children Act 1989 is a summary-only offence.',
    'Section 33 of the Housing Act 1988 is triable either way.',
    'Officers dealing with section 33A of the Sexual Offences Act 1956 should note that kerb crawling is a summary-only offence.',
    'Section 33A of the Sexual Offences Act 1956 sits next to the summary-only offences in sections 33 to 36.',
    'Police may not treat section 33A of the Sexual Offences Act 1956 as a summary-only offence.',
    'The six-month limit applies to summary-only offences; section 33A of the Sexual Offences Act 1956 is not one of them.',
    'Section 33A of the Sexual Offences Act 1956 is more serious than a summary-only offence such as section 51A of the Sexual Offences Act 2003.',
    'Rape is indictable only.',
    'Section 33A of the Sexual Offences Act 1956 is often mistaken for a summary-only offence.',
    'Section 33A of the Sexual Offences Act 1956 is a serious, indictable offence.',
    'In Scotland brothel-keeping is triable under summary or solemn procedure.',
  ])('%s', (text) => {
    expect(find(offenceClassification, text, format).map(({ actual }) => actual)).toEqual([])
  })
})

describe('lists and headings', () => {
  test.each([
    [
      1,
      'The following are summary-only offences, for which officers have full discretion:\n\n- Section 1 Street Offences Act 1959 (loitering)\n- Section 51A Sexual Offences Act 2003 (kerb crawling)\n- Section 33A (keeping a brothel used for prostitution)\n',
    ],
    [
      1,
      'The following are summary-only offences, for which officers have full discretion:\n- Section 1\n  - Section 33A (keeping a brothel used for prostitution)\n',
    ],
    [
      1,
      '# Offences\n\n## Summary-only offences\n\n- Section 51A of the Sexual Offences Act 2003\n- Section 33A (Keeping a brothel used for prostitution)\n',
    ],
    [
      1,
      '## Summary-only offences\n\nSection 51A (Soliciting)\n\nSection 33A (Keeping a brothel used for prostitution)\n',
    ],
    [
      1,
      'The following are summary-only offences:\n\n- Section 1 of the Street Offences Act 1959\n- Section 51A of the Sexual Offences Act 2003\n\nOfficers should record every decision in the log.\n\n- Section 33A (keeping a brothel used for prostitution)\n',
    ],
    [
      1,
      '1. Summary-only offences:\n   - loitering (s.1 Street Offences Act 1959)\n   - brothel keeping (s.33A SOA 1956)\n2. Either-way offences:\n   - controlling prostitution for gain (s.53 SOA 2003)\n',
    ],
    [
      1,
      'Summary-only offences under the Sexual Offences Act 1956:\n\n- section 33\n- section 33A\n- section 34\n',
    ],
    [
      1,
      '### Section 33A (keeping a brothel used for prostitution)\n\nMode of trial: summary only\n\nMaximum: 7 years\n',
    ],
    [
      1,
      '- Section 33A (keeping a brothel used for prostitution)\n  - Mode of trial: summary only\n  - Maximum: 7 years\n',
    ],
    [
      1,
      'Summary-only offences include:\n\n* keeping a brothel used for prostitution;\n* kerb crawling.\n',
    ],
    [
      1,
      'Officers have discretion over the summary-only offences listed below.\n\n- Offences under the Sexual Offences Act 1956:\n  - Section 33\n  - Section 33A\n',
    ],
    [
      1,
      'The following offences are triable only in the magistrates’ court:\n\n(a) loitering or soliciting;\n(b) controlling prostitution for gain.\n',
    ],
    [
      1,
      'The following are indictable-only offences:\n\n- rape\n- human trafficking (section 2 Modern Slavery Act 2015)\n',
    ],
    [
      0,
      'The guidance wrongly lists the following as summary-only offences:\n\n- Section 51A SOA 2003\n- Section 33A (keeping a brothel used for prostitution)\n',
    ],
    [
      0,
      'The following are not summary-only offences:\n\n- Section 33A (keeping a brothel used for prostitution)\n- Section 53 SOA 2003\n',
    ],
    [
      0,
      'The following are summary-only offences:\n\n- Section 51A SOA 2003\n\nThe following are either-way offences:\n\n- Section 33A SOA 1956\n- Section 53 SOA 2003\n',
    ],
    [
      0,
      '## Summary-only offences\n\n- Section 51A SOA 2003\n\n## Either-way offences\n\n- Section 33A SOA 1956\n',
    ],
    [
      0,
      'The following are summary-only offences:\n\n- Section 51A SOA 2003\n\nOther offences that officers may meet:\n\n- Section 33A SOA 1956\n',
    ],
    [
      0,
      '## Summary-only offences\n\nSection 33A of the Sexual Offences Act 1956 is dealt with in chapter 5.\n',
    ],
    [
      0,
      'The following are indictable offences:\n\n- Section 33A SOA 1956\n- Section 53 SOA 2003\n- rape\n',
    ],
    [
      0,
      '> The following are summary-only offences:\n>\n> - Section 33A (keeping a brothel used for prostitution)\n',
    ],
    [
      0,
      'The guidance says that the following are summary-only offences:\n\n- Section 33A (keeping a brothel used for prostitution)\n',
    ],
    [
      0,
      'Summary-only and either-way offences are listed below.\n\n- Section 33A SOA 1956\n- Section 51A SOA 2003\n',
    ],
    [
      0,
      'The following are summary-only offences (section 33A of the Sexual Offences Act 1956 is not among them):\n\n- Section 51A SOA 2003\n',
    ],
    [
      0,
      'The following are summary-only offences:\n\n- Section 33 SOA 1956 (not section 33A, which is triable either way)\n- Section 51A SOA 2003\n',
    ],
    [
      0,
      'Summary-only offences must be charged within six months. Officers should:\n\n- check whether section 33A SOA 1956 applies\n- record the decision\n',
    ],
  ] as const)('%i wrong: %s', (count, text) => {
    expect(find(offenceClassification, text)).toHaveLength(count)
    expect(find(offenceClassification, text, 'txt')).toHaveLength(count)
  })
})

describe('tables', () => {
  test.each([
    [
      1,
      '| Summary-only offences | Either-way offences |\n|---|---|\n| Section 51A SOA 2003 | Section 53 SOA 2003 |\n| Section 33A SOA 1956 | Section 52 SOA 2003 |\n',
    ],
    [
      1,
      '| Mode of trial | Offences |\n|---|---|\n| Summary only | s.51A SOA 2003, s.33A SOA 1956 |\n| Either way | s.53 SOA 2003 |\n',
    ],
    [
      1,
      '| Offence | Provision | Mode of trial | Maximum |\n|---|---|---|---|\n| Brothel keeping | Sexual Offences Act 1956, s.33A | Summary only | 7 years |\n| Kerb crawling | Sexual Offences Act 2003, s.51A | Summary only | Level 3 |\n',
    ],
    [
      0,
      '| Offence | Mode of trial |\n|---|---|\n| Section 33A SOA 1956 | Either way |\n| Section 33 SOA 1956 | Summary only |\n',
    ],
    [
      0,
      '| Offence | Summary only | Either way |\n|---|---|---|\n| Section 33A SOA 1956 | No | Yes |\n',
    ],
    [1, '| Offence | Summary only | Either way |\n|---|---|---|\n| Section 33A SOA 1956 | ✓ | |\n'],
  ] as const)('%i wrong: %s', (count, text) => {
    expect(find(offenceClassification, text)).toHaveLength(count)
  })
})

describe('the finding', () => {
  test('says what is right, how severe it is, where it is known from and when it was checked', () => {
    const [finding] = find(
      offenceClassification,
      'The following are summary-only offences:\n\n- Section 33A (keeping a brothel used for prostitution)\n',
    )
    expect(finding?.reason).toBe(
      'Section 33A of the Sexual Offences Act 1956 (keeping a brothel used for prostitution) is triable either way (up to 7 years on indictment), not summary-only. Source: Sentencing Council, Keeping a brothel used for prostitution; checked 21 November 2026.',
    )
    expect(finding?.fatal).toBe(true)
    expect(finding?.url).toMatch(/^https:/)
  })

  test.each([
    ['Kerb crawling is an indictable offence.', 'an indictable', 'a summary-only'],
    [
      'Summary-only offences, such as section 33A of the 1956 Act, are common.',
      'Summary-only',
      'Either-way',
    ],
    ['Section 53 SOA 2003 – summary only.', 'summary only', 'triable either way'],
    ['Section 33A SOA 1956 is not an indictable offence.', 'not an indictable', 'an indictable'],
  ])('%s', (text, actual, expected) => {
    const [finding] = find(offenceClassification, text)
    expect([finding?.actual, finding?.expected]).toEqual([actual, [expected]])
  })

  test('is a warning where a fact is less certain or holds for one form only', () => {
    const less = find(
      offenceClassification,
      'Section 33 of the Sexual Offences Act 1956 is triable either way.',
    )
    const one = find(
      offenceClassification,
      'Section 47 of the Sexual Offences Act 2003 is an either-way offence.',
    )
    expect([less[0]?.fatal, one[0]?.fatal]).toEqual([false, false])
  })

  test('is nothing where little is certain', () => {
    expect(
      find(offenceClassification, 'Keeping a disorderly house is a summary-only offence.'),
    ).toEqual([])
  })
})
