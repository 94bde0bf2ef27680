import { statementReports } from '../law/check/statement.ts'
import { lawCheck } from '../law/check.ts'
import { defineRule } from '../rule.ts'

/** Finds law, and words for modes of trial, said of a jurisdiction where they are not law. */
export const jurisdiction = defineRule(
  {
    id: 'jurisdiction',
    title: 'Law of another jurisdiction',
    about:
      'Acts on prostitution are law in one of the jurisdictions of the United Kingdom only, and Scotland has summary and solemn procedure instead of offences triable either way. Reported are provisions that a sentence puts elsewhere, and “UK law” of what is not law throughout.',
    severity: 'error',
    contexts: { negated: 'flag', statute: 'flag', title: 'flag', name: 'flag' },
    examples: {
      flag: [
        {
          text: 'In Scotland keeping a brothel is an offence under section 33A of the Sexual Offences Act 1956.',
          found: ['section 33A of the Sexual Offences Act 1956'],
        },
        {
          text: 'In Scotland living on the earnings of prostitution is triable either way.',
          found: ['triable either way'],
        },
        { text: 'It is legal in the UK to pay for sex.' },
      ],
      pass: [
        { text: 'Section 33A of the Sexual Offences Act 1956 does not apply in Scotland.' },
        { text: 'In Northern Ireland human trafficking is triable only on indictment.' },
        {
          text: 'Unlike Scotland, England and Wales have section 53A of the Sexual Offences Act 2003.',
        },
      ],
    },
  },
  lawCheck(({ elsewhere, statements }, document, block) => [
    ...elsewhere(document, block),
    ...statementReports(statements, document, block, 'jurisdiction'),
  ]),
)
