/** What styles are for, by the names that word processors give them: lower case, spaces kept. */
const QUOTATION =
  /^(?:intense |block )?quot(?:e|es|ation|ations)$|^block ?text$|^quoted? (?:text|paragraph)$/
const CAPTION = /caption$|^(?:illustration|figure|drawing|table)$/
const CONTENTS = /^(?:toc|contents|index) \d$|^table of (?:figures|authorities)$/
const CODE = /^(?:verbatim char|html code|source (?:text|code)|code(?: char)?|inline code)$/
/** A paragraph of an item that has no number of its own. */
const CONTINUATION = /^list (?:continue|paragraph|contents)/

const PATTERNS = { QUOTATION, CAPTION, CONTENTS, CODE, CONTINUATION }

/** Whether one of some names of styles is that of a purpose. */
export function isNamed(names: readonly string[], purpose: keyof typeof PATTERNS): boolean {
  return names.some((name) => PATTERNS[purpose].test(name))
}

/** The rank of the heading that a style makes, 1 to 6; undefined for other styles. */
export function rankOfNames(names: readonly string[]): number | undefined {
  for (const name of names) {
    const rank = /^heading (\d{1,2})$/.exec(name)?.[1]
    if (rank) return Math.min(Math.max(Number(rank), 1), DEEPEST_HEADING)
  }
  return /^(?:title|heading)$/.test(names[0] ?? '') ? 1 : undefined
}

/** The deepest rank of a heading: what is deeper counts as this. */
export const DEEPEST_HEADING = 6

/** A heading is a line or two, in UTF-16 units; people also style whole paragraphs as headings. */
export const LONGEST_HEADING = 300
