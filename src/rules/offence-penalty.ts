import { lawCheck } from '../law/check.ts'
import { penaltyReportsOn } from '../law/claim/penalty-report.ts'
import { defineRule } from '../rule.ts'

/** Finds maximum penalties that are not those of the offence they are given for. */
export const offencePenalty = defineRule(
  {
    id: 'offence-penalty',
    title: 'Maximum penalty of an offence',
    about:
      'A text that gives the maximum for an offence, in a sentence, a list or a table, is compared with the registry of law, on indictment and on summary conviction. The sentence passed in one case is no maximum. What is quoted, attributed, criticised, denied, proposed or past is left alone.',
    severity: 'error',
    contexts: { negated: 'flag', statute: 'flag', title: 'flag', name: 'flag' },
    examples: {
      flag: [
        {
          text: 'Controlling prostitution for gain carries a maximum sentence of ten years.',
          found: ['ten years'],
        },
        {
          text: 'Keeping a brothel, contrary to section 33 of the Sexual Offences Act 1956, is punishable with up to seven years’ imprisonment.',
          found: ['seven years'],
        },
        {
          text: '| Offence | Maximum penalty |\n| --- | --- |\n| Human trafficking (section 2, Modern Slavery Act 2015) | 14 years |\n',
          found: ['14 years'],
        },
        { text: 'Kerb crawling is imprisonable.', found: ['imprisonable'] },
      ],
      pass: [
        {
          text: 'Section 33A of the Sexual Offences Act 1956 carries up to seven years’ imprisonment.',
        },
        { text: 'He was sentenced to two years for controlling prostitution for gain.' },
        { text: 'Brothel-keeping carries up to seven years.' },
        { text: 'Kerb crawling is punishable with a fine of up to £1,000.' },
      ],
    },
  },
  lawCheck(function* ({ registry, penalties }, document, block) {
    for (const claim of penalties(document, block)) {
      yield* penaltyReportsOn(registry, document, claim)
    }
  }),
)
