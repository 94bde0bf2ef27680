import type { VFileMessage } from 'vfile-message'

/**
 * Where a finding stands, as a reader of the file would look for it: "line 15", "paragraph 8",
 * "footnote, paragraph 2", "page 3, line 12".
 */
export function placeName({
  location,
  line,
}: Partial<Pick<VFileMessage, 'location' | 'line'>>): string {
  if (!location) return line === undefined ? 'the whole document' : `line ${line}`
  const { part, paragraph, page, line: pageLine } = location
  const names = [
    ...(part ? [part] : []),
    ...(page === undefined ? [] : [`page ${page}`]),
    ...(paragraph === undefined ? [] : [`paragraph ${paragraph}`]),
    ...(pageLine === undefined ? [] : [`line ${pageLine}`]),
  ]
  return names.join(', ')
}
