import type { Rule } from '../rule.ts'
import { offenceClassification } from './offence-classification.ts'

/** Every rule that is shipped. Adding one is one file and one line here. */
export const rules: readonly Rule[] = [offenceClassification]
