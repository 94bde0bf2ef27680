import { statementReports } from '../law/check/statement.ts'
import { readersFor } from '../law/shipped.ts'
import { defineRule } from '../rule.ts'

/** Finds citations that cannot be right: a number and a name that disagree, the wrong Act, a wrong year or title. */
export const citationMismatch = defineRule(
  {
    id: 'citation-mismatch',
    title: 'Citation that cannot be right',
    about:
      'A number that is that of another offence than the name beside it, a section that its Act does not have, and an Act with a year or title that it does not have are reported with the citation that was probably meant.',
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
      ],
      pass: [
        {
          text: 'Section 55 of the Sexual Offences Act 2003 inserted section 33A into the Sexual Offences Act 1956.',
        },
        { text: 'Kerb crawling (section 51A of the Sexual Offences Act 2003) is an offence.' },
        { text: 'The Sexual Offences Act 1993 is another Act.' },
        {
          text: 'Controlling prostitution for gain, contrary to section 53, is triable either way.',
        },
      ],
    },
  },
  (document, tell, options) => {
    const { mismatches, statements } = readersFor(options)
    for (const report of mismatches(document)) tell(report)
    for (const report of statementReports(statements, document, 'citation-mismatch')) tell(report)
  },
)
