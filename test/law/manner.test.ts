/** Whose claim a sentence of law makes, and of which offence: the critic’s own examples and others like them. */
import { describe, expect, test } from 'vitest'
import { offenceClassification } from '../../src/rules/offence-classification.ts'
import { offencePenalty } from '../../src/rules/offence-penalty.ts'
import { find } from './law.ts'

function found(text: string): string[] {
  return [offenceClassification, offencePenalty].flatMap((rule) =>
    find(rule, text).map(({ actual }) => actual ?? ''),
  )
}

describe('not the text’s own claim about the offence: quiet', () => {
  test.each([
    'Conspiracy to commit an offence under section 33A of the Sexual Offences Act 1956 is indictable only.',
    'An attempt to commit an offence under section 33A of the Sexual Offences Act 1956 is indictable only.',
    'Encouraging or assisting an offence under section 53 of the Sexual Offences Act 2003 is indictable only.',
    'Aiding and abetting kerb crawling is an either-way offence.',
    'Attempted rape is triable either way.',
    'The following are indictable-only offences:\n\n- conspiracy to commit an offence under section 33A of the Sexual Offences Act 1956\n- rape\n',
    'It is settled that conspiracy to keep a brothel used for prostitution, section 33A of the Sexual Offences Act 1956, is indictable only.',
    'Conspiracy to control prostitution for gain contrary to section 53 of the Sexual Offences Act 2003 carries a maximum of ten years.',
    'Section 33A of the Sexual Offences Act 1956 is not, as some say, summary only.',
    'Section 33A of the Sexual Offences Act 1956 is not (as some say) summary only.',
    'Section 33A of the Sexual Offences Act 1956 is far from being a summary-only offence.',
    'Section 33A of the Sexual Offences Act 1956 is anything but a summary-only offence.',
    'Section 33A of the Sexual Offences Act 1956 is by no means a summary-only offence.',
    'Section 33A of the Sexual Offences Act 1956 is triable either way rather than summary only.',
    'The guidance lists section 33A of the Sexual Offences Act 1956 as a summary-only offence.',
    'The draft calls keeping a brothel used for prostitution a summary-only offence; it is not.',
    'Some guidance treats section 33A of the Sexual Offences Act 1956 as summary-only.',
    'Some forces treat section 33A of the Sexual Offences Act 1956 as summary-only.',
    'The old manual described section 33A of the Sexual Offences Act 1956 as a summary-only offence.',
    'Critics call section 33A of the Sexual Offences Act 1956 a summary-only offence.',
    'Section 33A of the Sexual Offences Act 1956 is treated by some forces as a summary-only offence.',
    'The guidance lists the following as summary-only offences:\n\n- Section 33A of the Sexual Offences Act 1956\n',
    'It is wrong to say that section 33A of the Sexual Offences Act 1956 is a summary-only offence.',
    'It is a mistake to call section 33A of the Sexual Offences Act 1956 a summary-only offence.',
    'The myth that section 33A of the Sexual Offences Act 1956 is a summary-only offence persists.',
    'The mistaken belief that section 33A of the Sexual Offences Act 1956 is summary only persists.',
    'Contrary to the claim that section 33A of the Sexual Offences Act 1956 is a summary-only offence, it is triable either way.',
    'The guide misdescribes section 33A of the Sexual Offences Act 1956 as a summary-only offence.',
    'Section 33A of the Sexual Offences Act 1956 is wrongly called a summary-only offence.',
    'That section 33A of the Sexual Offences Act 1956 is summary-only is wrong.',
    'Describing section 33A of the Sexual Offences Act 1956 as a summary-only offence is wrong.',
    'The leaflet says section 33A of the Sexual Offences Act 1956 is summary-only; that is wrong.',
    'Section 33A of the Sexual Offences Act 1956 should be a summary-only offence.',
    'Section 33A of the Sexual Offences Act 1956 should be made a summary-only offence.',
    'The draft treats section 53 of the Sexual Offences Act 2003 as carrying a maximum of 14 years.',
    'The summary maximum for section 33A of the Sexual Offences Act 1956 is 12 months and on indictment seven years.',
    'Stalking under section 2A of the Protection from Harassment Act 1997 is summary only, unlike section 4A, which is triable either way with a maximum of ten years.',
    'Section 51A of the Sexual Offences Act 2003 is summary only, as opposed to section 52, which is triable either way.',
    'Section 51A of the Sexual Offences Act 2003 carries a level 3 fine, compared with section 53, for which the maximum is seven years.',
    'Nobody can be imprisoned under section 51A of the Sexual Offences Act 2003.',
    'A previous edition described section 33A of the Sexual Offences Act 1956 as summary only; this has been corrected.',
    'An earlier version of this guide listed section 33A of the Sexual Offences Act 1956 as summary only.',
    'None of the following is a summary-only offence:\n\n- Section 33A of the Sexual Offences Act 1956\n',
    '## Summary only\n\nThe following are often wrongly placed here:\n\n- Section 33A of the Sexual Offences Act 1956\n',
    '| What the report says | What the law says |\n|---|---|\n| Section 33A of the Sexual Offences Act 1956 is summary only | It is triable either way |\n',
    '| Error | Correction |\n|---|---|\n| Section 33A of the Sexual Offences Act 1956 is summary only | It is triable either way |\n',
  ])('%s', (text) => {
    expect(found(text)).toEqual([])
  })
})

describe('the text’s own claim: found', () => {
  test.each([
    'Causing or inciting prostitution for gain, section 52 of the Sexual Offences Act 2003, is a summary offence.',
    'We treat section 33A of the Sexual Offences Act 1956 as a summary-only offence.',
    'This guidance treats section 33A of the Sexual Offences Act 1956 as a summary-only offence.',
    'The law treats section 33A of the Sexual Offences Act 1956 as a summary-only offence.',
    'Officers must treat section 33A of the Sexual Offences Act 1956 as a summary-only offence.',
    'Treat section 33A of the Sexual Offences Act 1956 as a summary-only offence.',
    'Section 33A of the Sexual Offences Act 1956 is classed as a summary-only offence.',
    'Table 2 lists summary-only offences:\n\n- Section 33A of the Sexual Offences Act 1956\n',
    'The table below lists the following as summary-only offences:\n\n- Section 33A of the Sexual Offences Act 1956\n',
    'Officers should be aware that section 33A of the Sexual Offences Act 1956 is a summary-only offence.',
    'It should be remembered that section 33A of the Sexual Offences Act 1956 is a summary-only offence.',
    'To avoid confusion, section 33A of the Sexual Offences Act 1956 is a summary-only offence.',
    'Contrary to what critics claim, section 33A of the Sexual Offences Act 1956 is a summary-only offence.',
    'Keeping a brothel used for prostitution, contrary to the Sexual Offences Act 1956, section 33A, is a summary-only offence.',
    'Section 33A of the Sexual Offences Act 1956 is a summary-only offence and it is wrong to arrest for it.',
    'It is wrong to arrest for brothel keeping because section 33A of the Sexual Offences Act 1956 is a summary-only offence.',
    'Not to be confused with section 33, section 33A of the Sexual Offences Act 1956 is a summary-only offence.',
    'Section 33A of the Sexual Offences Act 1956 should be treated as a summary-only offence.',
    'Officers who arrested her must know that section 33A of the Sexual Offences Act 1956 is a summary-only offence.',
    'Officers should know that section 33A of the Sexual Offences Act 1956 is a summary-only offence.',
  ])('%s', (text) => {
    expect(found(text)).toHaveLength(1)
  })
})
