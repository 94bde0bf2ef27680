import type { Rule } from '../rule.ts'
import { citationMismatch } from './citation-mismatch.ts'
import { commitmentWithoutDateOrOwner } from './commitment-without-date-or-owner.ts'
import { consultationQuestions } from './consultation-questions.ts'
import { definition } from './definition.ts'
import { dutyWording } from './duty-wording.ts'
import { inconsistentTerminology } from './inconsistent-terminology.ts'
import { jurisdiction } from './jurisdiction.ts'
import { missingCoverage } from './missing-coverage.ts'
import { neutralityDisclaimer } from './neutrality-disclaimer.ts'
import { offenceClassification } from './offence-classification.ts'
import { offenceElements } from './offence-elements.ts'
import { offencePenalty } from './offence-penalty.ts'
import { oneSidedSources } from './one-sided-sources.ts'
import { policePower } from './police-power.ts'
import { repealedProvision } from './repealed-provision.ts'
import { timeLimit } from './time-limit.ts'
import { undefinedAbbreviation } from './undefined-abbreviation.ts'
import { unevidencedAssurance } from './unevidenced-assurance.ts'
import { unsupportedStatistic } from './unsupported-statistic.ts'

/** Every rule that is shipped. Adding one is one file and one line here. */
export const rules: readonly Rule[] = [
  offenceClassification,
  offencePenalty,
  repealedProvision,
  citationMismatch,
  jurisdiction,
  policePower,
  timeLimit,
  offenceElements,
  dutyWording,
  definition,
  missingCoverage,
  unsupportedStatistic,
  unevidencedAssurance,
  neutralityDisclaimer,
  oneSidedSources,
  inconsistentTerminology,
  undefinedAbbreviation,
  commitmentWithoutDateOrOwner,
  consultationQuestions,
]
