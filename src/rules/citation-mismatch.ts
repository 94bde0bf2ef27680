import type { Block } from '../blocks.ts'
import { type Slip, slipsIn } from '../context/body-name.ts'
import { crossReferences } from '../law/check/cross-reference.ts'
import { statementReports } from '../law/check/statement.ts'
import { lawCheck } from '../law/check.ts'
import type { LawReport } from '../law/report.ts'
import { defineRule } from '../rule.ts'

/** Finds citations that cannot be right: a number and a name that disagree, the wrong Act, a wrong year or title, a slip in the name of a body. */
export const citationMismatch = defineRule(
  {
    id: 'citation-mismatch',
    title: 'Citation that cannot be right',
    about:
      'A number that is that of another offence than the name beside it, a section that its Act does not have, and an Act with a year or title that it does not have are reported with the citation that was probably meant; so is a slip in the name of a well-known body, and, in a clause with numbered subsections, a reference to a subsection that does not say what it is referred to for.',
    severity: 'error',
    contexts: { negated: 'flag', statute: 'flag', title: 'flag', name: 'flag' },
    examples: {
      flag: [
        {
          text: 'Managers can be prosecuted under section 33A of the Sexual Offences Act 2003.',
          found: ['section 33A of the Sexual Offences Act 2003'],
        },
        {
          text: 'Kerb crawling (section 53 of the Sexual Offences Act 2003) is an offence.',
          found: ['section 53 of the Sexual Offences Act 2003'],
        },
        {
          text: 'The Modern Slavery Act 2014 protects victims.',
          found: ['Modern Slavery Act 2014'],
        },
        {
          text: 'The Police Federation of England and Whales replied.',
          found: ['Police Federation of England and Whales'],
        },
        {
          text: '(1) A person who keeps a register must publish it.\n(2) The Minister may by regulations exempt a register.\n(3) Regulations under subsection (1) may be annulled.',
          found: ['Regulations under subsection (1)'],
        },
        {
          text: '(1) A person commits an offence who—\n(a) keeps no register, or\n(b) publishes none.\n(2) It is a defence to a charge under section 1b that nobody asked.',
          found: ['section 1b'],
        },
      ],
      pass: [
        {
          text: 'Section 55 of the Sexual Offences Act 2003 inserted section 33A into the Sexual Offences Act 1956.',
        },
        { text: 'Kerb crawling (section 51A of the Sexual Offences Act 2003) is an offence.' },
        { text: 'The Sexual Offences Act 1993 is another Act.' },
        { text: 'Australia’s Modern Slavery Act 2018 requires companies to report.' },
        { text: 'The World Health Organisation and two Youth Offending Teams replied.' },
        {
          text: '(1) The Minister may by regulations exempt a register.\n(2) Regulations under subsection (1) may be annulled.',
        },
        {
          text: 'Controlling prostitution for gain, contrary to section 53, is triable either way.',
        },
      ],
    },
  },
  lawCheck(({ mismatches, statements }, document, block) => [
    ...mismatches(document, block),
    ...crossReferences(document, block),
    ...slipsIn(document, block).map((slip) => reportOf(slip, block)),
    ...statementReports(statements, document, block, 'citation-mismatch'),
  ]),
)

function reportOf({ start, end, known, mended }: Slip, block: Block): LawReport {
  const words = block.text.slice(start, end).replace(/\s+/g, ' ')
  return {
    block,
    start,
    end,
    severity: 'warning',
    reason: `“${words}” looks like a slip for “${known}”.`,
    expected: [mended],
  }
}
