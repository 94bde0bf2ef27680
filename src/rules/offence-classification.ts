import { lawCheck } from '../law/check.ts'
import { reportsOn } from '../law/claim/mode-report.ts'
import { defineRule } from '../rule.ts'

/** Finds provisions that a text lists or calls by a mode of trial that is not theirs. */
export const offenceClassification = defineRule(
  {
    id: 'offence-classification',
    title: 'Mode of trial of an offence',
    about:
      'A text that calls an offence summary-only, either-way or indictable, or lists it under such words, is compared with the registry of law. The mode of trial decides time limits, powers of entry and who may charge, so a mistake travels. “Indictable” is right for an offence that is triable either way. What is quoted, attributed, criticised, denied, proposed or past is left alone, and so is an offence whose name fits several provisions.',
    severity: 'error',
    contexts: { negated: 'flag', statute: 'flag', title: 'flag', name: 'flag' },
    examples: {
      flag: [
        {
          text: 'The following are summary-only offences, for which officers have full discretion:\n\n- Section 1 of the Street Offences Act 1959 (loitering or soliciting)\n- Section 33A (keeping a brothel used for prostitution)\n',
          found: ['Section 33A (keeping a brothel used for prostitution)'],
        },
        {
          text: 'Controlling prostitution for gain is a summary-only offence.',
          found: ['a summary-only'],
        },
        {
          text: '| Offence | Mode of trial |\n| --- | --- |\n| Keeping a brothel used for prostitution (Sexual Offences Act 1956, s.33A) | Summary only |\n| Kerb crawling (Sexual Offences Act 2003, s.51A) | Summary only |\n',
          found: ['Summary only'],
        },
        {
          text: 'Because brothel keeping under section 33A is a summary matter, the police may charge it.',
          found: ['a summary'],
        },
        {
          text: 'Section 33A of the Sexual Offences Act 1956 is not an indictable offence.',
          found: ['not an indictable'],
        },
      ],
      pass: [
        {
          text: 'Keeping a brothel used for prostitution (section 33A, Sexual Offences Act 1956) is an indictable offence.',
        },
        {
          text: 'Offences under sections 33, 34, 35 and 36 of the 1956 Act are summary only; section 33A is triable either way.',
        },
        {
          text: 'The guidance incorrectly lists Section 33A (Keeping a brothel used for prostitution) under an introduction to summary-only offences.',
        },
        { text: 'The section 33A charge was tried summarily.' },
        { text: 'Section 33A of the Sexual Offences Act 1956 is not a summary-only offence.' },
        { text: 'Brothel-keeping is a summary offence.' },
      ],
    },
  },
  lawCheck(function* ({ modes }, document, block) {
    for (const claim of modes(document, block)) yield* reportsOn(document, claim)
  }),
)
