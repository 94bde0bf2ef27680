import { statementReports } from '../law/check/statement.ts'
import { lawCheck } from '../law/check.ts'
import { defineRule } from '../rule.ts'

/** Finds police powers that do not go with the mode of trial of the offence they are claimed for. */
export const policePower = defineRule(
  {
    id: 'police-power',
    title: 'Police power',
    about:
      'Entry under section 17(1)(b), search under section 18 and a citizen’s arrest under section 24A of the Police and Criminal Evidence Act 1984 need an indictable offence; a constable’s arrest needs any offence. Powers that a text claims, or denies, are compared with the mode of trial.',
    severity: 'error',
    contexts: { negated: 'flag', statute: 'flag', title: 'flag', name: 'flag' },
    examples: {
      flag: [
        {
          text: 'Section 17(1)(b) of PACE allows officers to enter a flat to arrest a man for kerb crawling.',
          found: ['Section 17(1)(b) of PACE'],
        },
        {
          text: 'Residents can make a citizen’s arrest for loitering or soliciting.',
          found: ['citizen’s arrest'],
        },
        { text: 'Police cannot arrest for a summary offence.' },
      ],
      pass: [
        {
          text: 'Section 33A of the Sexual Offences Act 1956 is an indictable offence, so section 17 of PACE is available.',
        },
        { text: 'Section 17(1)(b) of PACE is not available for kerb crawling.' },
        {
          text: 'A constable may arrest for kerb crawling if it is necessary under section 24 of PACE.',
        },
      ],
    },
  },
  lawCheck(({ consequences, statements }, document, block) => [
    ...consequences(document, block, 'police-power'),
    ...statementReports(statements, document, block, 'police-power'),
  ]),
)
