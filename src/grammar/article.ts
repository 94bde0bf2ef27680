const SILENT_H = /^(?:hour|honest|honour|honorary|heir)/
const BEGINS_LIKE_YOU_OR_WON =
  /^(?:eu(?!ch)|ewe|one(?:s|-|$)|once|uni(?:t|on|que|form|vers|fi|lat|sex)|unanim|us(?:e|u|able|ing)|uti|uto|uten|ubiq|uran)/
const LETTER_WITH_VOWEL = /^[AEFHILMNORSX]/
const SPOKEN_AS_WORD = /^(?:FACT|HASC|LEAP|MAPPA|MARAC|NATO|NICE|SARC|SIM|STEM)/

/** The indefinite article before a text, chosen by sound: a European, an hour, an MP. */
export function articleBefore(text: string): 'a' | 'an' {
  const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*/u.exec(text)?.[0] ?? ''
  if (/^(?:8|11(?!\d)|18(?!\d))/.test(word)) return 'an'
  const abbreviation = /^(?:[A-Z]{2,}s?|[A-Z])(?:-|$)/.test(word) && !SPOKEN_AS_WORD.test(word)
  if (abbreviation) return LETTER_WITH_VOWEL.test(word) ? 'an' : 'a'
  const key = word.toLowerCase()
  if (SILENT_H.test(key)) return 'an'
  return /^[aeiou]/.test(key) && !BEGINS_LIKE_YOU_OR_WON.test(key) ? 'an' : 'a'
}
