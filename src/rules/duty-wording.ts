import { statementCheck } from '../law/check.ts'
import { defineRule } from '../rule.ts'

/** Finds duties and treaties that are said to require more than they do. */
export const dutyWording = defineRule(
  {
    id: 'duty-wording',
    title: 'Wording of a duty',
    about:
      'Article 6 of CEDAW asks for appropriate measures, article 19 of the Council of Europe Convention asks parties to consider, section 149 of the Equality Act 2010 asks for due regard. A text that makes more of them, in its own voice, is reported with what they say.',
    severity: 'error',
    contexts: { negated: 'flag', statute: 'flag', title: 'flag', name: 'flag' },
    examples: {
      flag: [
        {
          text: 'Article 6 of CEDAW obliges the United Kingdom to criminalise the purchase of sex.',
        },
        { text: 'Under the public sector equality duty forces must eliminate discrimination.' },
      ],
      pass: [
        {
          text: 'Article 6 of CEDAW asks for all appropriate measures to suppress traffic in women.',
        },
        { text: 'CEDAW does not require states to criminalise the purchase of sex.' },
        {
          text: 'The public sector equality duty requires due regard to the need to eliminate discrimination.',
        },
      ],
    },
  },
  statementCheck('duty-wording'),
)
