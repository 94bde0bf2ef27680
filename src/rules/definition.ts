import { statementReports } from '../law/check/statement.ts'
import { lawCheck } from '../law/check.ts'
import { defineRule } from '../rule.ts'

/** Finds terms that are said to be defined by a provision that does not define them, and wrong accounts of definitions. */
export const definition = defineRule(
  {
    id: 'definition',
    title: 'Statutory definition',
    about:
      'Some terms have moved: “prostitute” is defined in section 54(2) of the Sexual Offences Act 2003, in section 51(2) only until 2015. Others have no statutory definition, “sex worker” and “brothel” among them. A definition that a document makes for itself is left alone.',
    severity: 'error',
    contexts: { negated: 'flag', statute: 'flag', title: 'flag', name: 'flag' },
    examples: {
      flag: [
        {
          text: '“Prostitute” is defined in section 51(2) of the Sexual Offences Act 2003.',
          found: ['section 51(2)'],
        },
        { text: 'Indictable offences can only be tried in the Crown Court.' },
      ],
      pass: [
        { text: '“Prostitute” is defined in section 54(2) of the Sexual Offences Act 2003.' },
        { text: 'In this policy a sex worker is defined as an adult who sells sex.' },
        { text: 'Until 2015 “prostitute” was defined in section 51(2).' },
        { text: 'There is no statutory definition of “sex worker”.' },
      ],
    },
  },
  lawCheck(({ definitions, statements }, document, block) => [
    ...definitions(document, block),
    ...statementReports(statements, document, block, 'definition'),
  ]),
)
