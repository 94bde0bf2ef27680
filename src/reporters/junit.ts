import type { VFile } from 'vfile'
import { type Finding, severityOf } from '../finding.ts'
import type { Reporter } from './index.ts'
import { placeName } from './place-name.ts'
import { regionOf } from './region.ts'
import { styleLines } from './summary.ts'
import { wordingOf } from './wording.ts'
import { element, xmlText } from './xml.ts'

/**
 * JUnit’s XML: a file is a suite, a finding a failed test of it, and a clean file a suite with one test
 * that passed. Its readers show failures only, so a suggestion is one too; `type` says how severe it is.
 */
export const junit: Reporter = (files, settings) => {
  const styles = styleLines(settings).map((value) =>
    element('property', { name: 'house-style', value }),
  )
  const suites = files.map((file) => suiteOf(file, styles))
  const failures = files.reduce((sum, { messages }) => sum + messages.length, 0)
  const tests = files.reduce((sum, { messages }) => sum + Math.max(messages.length, 1), 0)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(
    'testsuites',
    { name: 'fairdraft', tests, failures, errors: 0 },
    `\n${suites.join('')}`,
  )}\n`
}

function suiteOf(file: VFile, styles: readonly string[]): string {
  const cases = file.messages.map((finding) => caseOf(file, finding))
  const passed = element('testcase', { name: 'nothing found', classname: file.path, time: 0 })
  const attributes = {
    name: file.path,
    tests: Math.max(cases.length, 1),
    failures: cases.length,
    errors: 0,
    time: 0,
  }
  const properties = styles.length > 0 ? [element('properties', {}, styles.join(''))] : []
  const lines = [...properties, ...(cases.length > 0 ? cases : [passed])]
  return `${element('testsuite', attributes, `\n${lines.join('\n')}\n`)}\n`
}

function caseOf(file: VFile, finding: Finding): string {
  const line = regionOf(file, finding)?.startLine
  const severity = severityOf(finding)
  const details = [wordingOf(finding), ...(finding.note ? [finding.note] : []), finding.url ?? '']
  const failure = element(
    'failure',
    { message: wordingOf(finding), type: severity },
    xmlText(`${file.path}, ${placeName(finding)}\n${details.filter(Boolean).join('\n')}`),
  )
  return element(
    'testcase',
    {
      name: `${placeName(finding)}: ${finding.ruleId ?? ''}`,
      classname: file.path,
      file: file.path,
      line,
      time: 0,
    },
    failure,
  )
}
