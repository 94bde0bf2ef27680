import { statementReports } from '../law/check/statement.ts'
import { lawCheck } from '../law/check.ts'
import { defineRule } from '../rule.ts'

/** Finds repealed law, superseded texts and Bills that a text cites as law in force. */
export const repealedProvision = defineRule(
  {
    id: 'repealed-provision',
    title: 'Repealed law cited as in force',
    about:
      'A provision or Act that is repealed, wording that the law has given up, and a Bill that never passed are reported where a text speaks of them as law of today. History is left alone: a past tense, a year before the repeal, words such as “replaced” or “former”.',
    severity: 'error',
    contexts: { negated: 'flag', statute: 'flag', title: 'flag', name: 'flag' },
    examples: {
      flag: [
        {
          text: 'Kerb crawling is an offence under section 1 of the Sexual Offences Act 1985.',
          found: ['section 1 of the Sexual Offences Act 1985'],
        },
        {
          text: 'Partners can be charged with living on immoral earnings.',
          found: ['living on immoral earnings'],
        },
        {
          text: 'It is an offence for a common prostitute to solicit in the street.',
          found: ['common prostitute'],
        },
        { text: 'The council will apply for an ASBO.', found: ['ASBO'] },
        {
          text: 'Under the Prostitution (Offences and Support) (Scotland) Act 2026 buying sex is a crime.',
          found: ['Prostitution (Offences and Support) (Scotland) Act 2026'],
        },
      ],
      pass: [
        {
          text: 'Until 2010 kerb crawlers were charged under section 1 of the Sexual Offences Act 1985.',
        },
        { text: 'He has a conviction of 1998 under section 30 of the Sexual Offences Act 1956.' },
        { text: 'ASBOs were replaced by injunctions and criminal behaviour orders.' },
        { text: 'Living on immoral earnings is still an offence in Scotland.' },
        { text: 'The Prostitution (Offences and Support) (Scotland) Bill fell at stage 1.' },
      ],
    },
  },
  lawCheck(({ repeals, statements }, document, block) => [
    ...repeals(document, block),
    ...statementReports(statements, document, block, 'repealed-provision'),
  ]),
)
