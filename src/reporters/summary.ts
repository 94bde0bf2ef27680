import type { VFile } from 'vfile'
import { SEVERITIES, severityOf } from '../finding.ts'
import { printable } from '../printable.ts'
import type { Settings } from '../settings.ts'

/** "2 errors, 5 warnings and 41 suggestions in 3 files." */
export function countLine(files: readonly VFile[]): string {
  const all = files.flatMap((file) => file.messages.map(severityOf))
  const counts = SEVERITIES.flatMap((severity) => {
    const count = all.filter((found) => found === severity).length
    return count > 0 ? [`${count} ${severity}${count === 1 ? '' : 's'}`] : []
  })
  const found = counts.length > 0 ? joined(counts) : 'Nothing found'
  return `${found} in ${files.length} ${files.length === 1 ? 'file' : 'files'}.`
}

/** Whose house styles were used, and from which viewpoint, a line each: always shown. */
export function styleLines(settings: readonly Settings[]): string[] {
  const known = new Map(
    settings.flatMap(({ presets, knowledge }) => presets.map((preset) => [preset, knowledge])),
  )
  return [...known].map(([{ name, title, author, viewpoint }, { viewpoints }]) => {
    const stands = viewpoint
      ? `its viewpoint: ${viewpoints[viewpoint]?.name ?? viewpoint}`
      : 'it takes no side'
    return printable(`House style: ${title ?? name}, by ${author}; ${stands}.`)
  })
}

function joined(parts: readonly string[]): string {
  return parts.length < 2
    ? (parts[0] ?? '')
    : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
