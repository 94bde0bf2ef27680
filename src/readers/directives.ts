import type { Directive } from '../blocks.ts'

const DIRECTIVE = /^\s*fairdraft-(?:ignore-(next|disable|enable)|(disable|enable)|ignore)(?![\w-])/

/** The first colon that has a space or nothing behind it: an id may hold a colon, but not end in one. */
const COLON = /:(?=\s|$)/

/**
 * What a comment in a file tells the linter, or nothing if it is an ordinary comment.
 *
 * `comment` is the comment's text, with or without `<!--` and `-->`. Rule ids are separated by commas
 * or spaces; the reason follows the first colon that has a space or nothing behind it. A last day may
 * stand before it: `sex-work until 2027-03-01: the project ends then`.
 */
export function parseDirective(
  comment: string,
): Pick<Directive, 'kind' | 'ids' | 'reason' | 'until'> | undefined {
  const content = comment.replace(/^<!--/, '').replace(/-->$/, '')
  const match = DIRECTIVE.exec(content)
  if (!match) return undefined
  const rest = content.slice(match[0].length)
  const colon = rest.search(COLON)
  const what = colon < 0 ? rest : rest.slice(0, colon)
  const { ids, until } = lastDayIn(what)
  const verb = match[1] ?? match[2]
  return {
    kind: verb === 'disable' || verb === 'enable' ? verb : 'next',
    ids: [...new Set(ids.split(/[\s,]+/).filter((id) => id !== ''))],
    reason: colon < 0 ? '' : rest.slice(colon + 1).trim(),
    ...(until === undefined ? {} : { until }),
  }
}

const UNTIL = 'until'

/** Parts ids from "until" and the day behind it: the last on which the directive holds. */
function lastDayIn(what: string): { ids: string; until?: string } {
  const at = what.lastIndexOf(UNTIL)
  const around = [what[at - 1], what[at + UNTIL.length]]
  const isWord = around.every((sign) => sign === undefined || /[\s,]/.test(sign))
  const until = what
    .slice(at + UNTIL.length)
    .replace(/^[\s,]+/, '')
    .trimEnd()
  return at < 0 || !isWord || /\s/.test(until) ? { ids: what } : { ids: what.slice(0, at), until }
}
