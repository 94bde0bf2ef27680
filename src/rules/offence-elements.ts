import { statementCheck } from '../law/check.ts'
import { defineRule } from '../rule.ts'

/** Finds wrong accounts of what has to be shown for an offence, and of what is an offence at all. */
export const offenceElements = defineRule(
  {
    id: 'offence-elements',
    title: 'Elements of an offence',
    about:
      'What the registry knows to be said wrongly of an offence: that section 53A needs knowledge, that section 51A needs persistence, that paying for sex is an offence as such in England and Wales. What is quoted, attributed, criticised, denied, proposed or past is left alone.',
    severity: 'error',
    contexts: { negated: 'flag', statute: 'flag', title: 'flag', name: 'flag' },
    examples: {
      flag: [
        {
          text: 'A buyer is only guilty under section 53A if he knew that the woman had been coerced.',
        },
        { text: 'Paying for sex is illegal in England and Wales.' },
        { text: 'Controlling prostitution for gain requires evidence of force.' },
      ],
      pass: [
        {
          text: 'Paying for sex is not in itself unlawful, but section 53A imposes strict liability.',
        },
        { text: 'Paying for sex with a child is illegal.' },
        { text: 'It is illegal to pay for sex in Northern Ireland.' },
        { text: 'It is a myth that paying for sex is illegal in England.' },
      ],
    },
  },
  statementCheck('offence-elements'),
)
