/** Words that are frequent in English and no words of the languages that are mistaken for it. */
const FREQUENT = new Set(
  `the and that this with are were they their them which who from should would could have been has
  these those there than what when where because about`.split(/\s+/),
)
const SMALLEST_SHARE = 0.1

/** Whether a language tag (`en-GB`, `cy`) names another language than English; none and "zxx" do not. */
export function isForeign(tag: string | undefined): boolean {
  return (
    tag !== undefined && /^[a-z]{2,3}(?:-|$)/i.test(tag) && !/^(?:en|zxx|und|mul)(?:-|$)/i.test(tag)
  )
}

/**
 * Whether a text reads as English. Programs mark text with the language of the keyboard or of a
 * template, so that a mark alone does not show that a text is in another language.
 */
export function looksEnglish(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const frequent = words.filter((word) => FREQUENT.has(word)).length
  return frequent > 0 && frequent >= words.length * SMALLEST_SHARE
}
