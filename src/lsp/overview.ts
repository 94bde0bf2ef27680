import { type Diagnostic, RequestType, RequestType0 } from 'vscode-languageserver'
import type { Settings } from '../settings.ts'
import { avoiding } from '../terms/positions.ts'
import type { Checked } from './checks.ts'
import { diagnosticOf } from './diagnostics.ts'
import { termOf } from './explanation.ts'

/** The findings of a document that share a viewpoint. */
interface ViewpointFindings {
  /** The viewpoint’s name, or what the findings without one are about. */
  readonly title: string
  readonly findings: readonly Diagnostic[]
}

/** A document’s findings by viewpoint, and the house style that they were found under. */
export interface Overview {
  readonly presets: readonly string[]
  readonly groups: readonly ViewpointFindings[]
}

/** A house style to choose. */
export interface PresetChoice {
  readonly name: string
  readonly title: string
  readonly author: string
}

/** Asks for a document’s findings by viewpoint; beyond the protocol. */
export const OverviewRequest = new RequestType<{ uri: string }, Overview | null, void>(
  'fairdraft/overview',
)

/** Asks for the house styles that are shipped; beyond the protocol. */
export const PresetsRequest = new RequestType0<PresetChoice[], void>('fairdraft/presets')

const OTHERS = 'Law, evidence and the document'

/**
 * The findings by whose objection they report, in the order of the document. A wording that several
 * viewpoints avoid stands under each; what no viewpoint decides stands in a group of its own.
 */
export function overviewOf({ document, file, settings }: Checked): Overview {
  const groups = new Map<string, Diagnostic[]>()
  for (const message of file.messages) {
    const diagnostic = diagnosticOf(document, message)
    for (const title of viewpointsOf(message.ruleId ?? '', settings)) {
      const group = groups.get(title)
      if (group) group.push(diagnostic)
      else groups.set(title, [diagnostic])
    }
  }
  return {
    presets: settings.presets.flatMap(({ title, name }) => title ?? name ?? []),
    groups: [...groups].map(([title, findings]) => ({ title, findings })),
  }
}

/** The names of the viewpoints that avoid a wording, by sources of their own if there are any. */
function viewpointsOf(ruleId: string, settings: Settings): readonly string[] {
  const term = termOf(ruleId, settings)?.term
  if (!term || term.rule) return [OTHERS]
  const direct = avoiding(term, settings.viewpoints, 'direct')
  const positions = direct.length > 0 ? direct : avoiding(term, settings.viewpoints)
  const { viewpoints } = settings.knowledge
  const names = new Set(positions.map(({ viewpoint }) => viewpoints[viewpoint]?.name ?? viewpoint))
  return names.size > 0 ? [...names] : [OTHERS]
}
