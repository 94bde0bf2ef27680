/** Where a text says that an offence may be tried, and which of several offences it says it of. */
import { describe, expect, test } from 'vitest'
import { offenceClassification } from '../../src/rules/offence-classification.ts'
import { find } from './law.ts'

const found = (text: string) => find(offenceClassification, text).map(({ actual }) => actual)

describe('a court that an offence cannot come before', () => {
  test.each([
    ['Kerb crawling may go to the Crown Court.', 'go to the Crown Court'],
    [
      'Kerb crawling can be sent for trial to the Crown Court.',
      'be sent for trial to the Crown Court',
    ],
    ['The CPS can take a case of kerb crawling to the Crown Court.', 'to the Crown Court'],
    ['A person charged with kerb crawling may elect trial by jury.', 'elect trial by jury'],
    ['Rape may be tried by magistrates.', 'be tried by magistrates'],
    ['Kerb crawling must be tried in the Crown Court.', 'be tried in the Crown Court'],
    ['Only magistrates can hear cases of coercive control.', 'Only magistrates can hear'],
    ['Coercive control cannot be tried in the Crown Court.', 'be tried in the Crown Court'],
    ['Rape may in a suitable case be tried by magistrates.', 'be tried by magistrates'],
    ['Coercive control is triable by magistrates alone.', 'triable by magistrates alone'],
    [
      'Kerb crawlers are entitled to have the case heard by a jury.',
      'entitled to have the case heard by a jury',
    ],
    ['In Scotland, rape may be tried under summary procedure.', 'be tried under summary procedure'],
  ])('%s', (text, words) => {
    expect(found(text)).toEqual([words])
  })

  test.each([
    'Coercive control may go to the Crown Court.',
    'Kerb crawling cannot be tried in the Crown Court.',
    'Nobody charged with kerb crawling can be tried by a jury.',
    'No kerb crawler can be tried by a jury.',
    'Kerb crawlers are not entitled to have the case heard by a jury.',
    'A charge of kerb crawling may be sent to the Crown Court only where it is linked to an indictable offence.',
    'If the magistrates decline jurisdiction, coercive control can only be tried in the Crown Court.',
    'An appeal against a conviction for kerb crawling may be heard in the Crown Court.',
    'Coercive control must be heard by magistrates first.',
    'Coercive control is not so serious that it must be tried in the Crown Court.',
    'Section 47 of the Sexual Offences Act 2003 may be tried summarily.',
  ])('right: %s', (text) => {
    expect(found(text)).toEqual([])
  })
})

describe('which of two offences', () => {
  const two = 'Officers may consider rape or kerb crawling.'

  test.each([
    [`${two} The latter is triable either way.`, ['triable either way']],
    [
      `${two} The first is indictable only; the second is triable either way.`,
      ['triable either way'],
    ],
    [`${two} Both are summary-only.`, ['rape']],
    ['Neither rape nor kerb crawling is indictable.', ['rape']],
    [`${two} The former is indictable only.`, []],
    [`${two} The first conviction is rarely for an indictable offence.`, []],
    ['Officers may consider rape, kerb crawling or carding. The latter is triable either way.', []],
    ['Rape is, like kerb crawling, indictable only.', []],
    [
      'Human trafficking is indictable only in Northern Ireland, but triable either way in England.',
      [],
    ],
  ])('%s', (text, words) => {
    expect(found(text)).toEqual(words)
  })
})

describe('what cells answer to a head', () => {
  const table = (first: string, second: string) =>
    `| Offence | Summary only? |\n|---|---|\n| Kerb crawling | ${first} |\n| Coercive control | ${second} |\n`

  test('yes and no are what is said', () => {
    expect(found(table('No', 'Yes'))).toEqual(['Kerb crawling', 'Coercive control'])
    expect(found(table('Yes', 'No'))).toEqual([])
  })

  test('a row may ask of the heads of its columns', () => {
    const across = (first: string, second: string) =>
      `| | Kerb crawling | Coercive control |\n|---|---|---|\n| Summary only? | ${first} | ${second} |\n`
    expect(found(across('No', 'Yes'))).toEqual(['Kerb crawling', 'Coercive control'])
    expect(found(across('Yes', 'No'))).toEqual([])
  })

  test('the heads of columns say nothing of what stands before a table', () => {
    const heads =
      '| Summary-only offences | Indictable-only offences |\n|---|---|\n| Theft | Murder |\n'
    expect(found(`Some cases are of rape.\n\n${heads}`)).toEqual([])
  })
})
