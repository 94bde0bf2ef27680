import { statementReports } from '../law/check/statement.ts'
import { lawCheck } from '../law/check.ts'
import { defineRule } from '../rule.ts'

/** Finds time limits that do not go with the mode of trial of the offence they are given for. */
export const timeLimit = defineRule(
  {
    id: 'time-limit',
    title: 'Time limit for a prosecution',
    about:
      'Six months is the limit for summary offences (section 127 of the Magistrates’ Courts Act 1980). It does not apply to an offence triable either way, even if that is tried summarily.',
    severity: 'error',
    contexts: { negated: 'flag', statute: 'flag', title: 'flag', name: 'flag' },
    examples: {
      flag: [
        {
          text: 'Controlling prostitution for gain must be charged within six months.',
          found: ['six months'],
        },
        { text: 'There is no time limit for kerb crawling.', found: ['no time limit'] },
      ],
      pass: [
        { text: 'Kerb crawling must be charged within six months.' },
        { text: 'No six-month time limit applies to section 33A of the Sexual Offences Act 1956.' },
        { text: 'The policy will be reviewed within six months.' },
      ],
    },
  },
  lawCheck(({ consequences, statements }, document, block) => [
    ...consequences(document, block, 'time-limit'),
    ...statementReports(statements, document, block, 'time-limit'),
  ]),
)
