import type { Directive } from '../blocks.ts'

const DIRECTIVE = /^\s*fairdraft-(?:ignore-(next|disable|enable)|(disable|enable)|ignore)(?![\w-])/

/** The first colon that has a space or nothing behind it: an id may hold a colon, but not end in one. */
const COLON = /:(?=\s|$)/

/** "until" and what follows it, at the end of the ids: the last day on which the directive holds. */
const UNTIL = /(?<![^\s,])until(?:[\s,]+(\S+))?\s*$/

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
  const until = UNTIL.exec(what)
  const ids = until ? what.slice(0, until.index) : what
  const verb = match[1] ?? match[2]
  return {
    kind: verb === 'disable' || verb === 'enable' ? verb : 'next',
    ids: ids.split(/[\s,]+/).filter((id) => id !== ''),
    reason: colon < 0 ? '' : rest.slice(colon + 1).trim(),
    ...(until ? { until: until[1] ?? '' } : {}),
  }
}
