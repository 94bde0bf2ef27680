/** What stands for a bullet that has no character of its own. */
export const BULLET = '•'

/** A bullet as it shows: those of symbol fonts, and the "o" of a typewriter font, are round. */
export function bulletOf(text: string): string {
  return text === '' || text === 'o' || /[\uE000-\uF8FF]/.test(text) ? BULLET : text.trim()
}

/** A number as a list shows it; the formats go by the names that Word gives them. */
export function formatNumber(number: number, format: string): string {
  switch (format) {
    case 'none':
      return ''
    case 'lowerLetter':
      return letters(number)
    case 'upperLetter':
      return letters(number).toUpperCase()
    case 'lowerRoman':
      return roman(number)
    case 'upperRoman':
      return roman(number).toUpperCase()
    case 'decimalZero':
      return String(number).padStart(2, '0')
    default:
      return String(number)
  }
}

/** After z come aa, bb, cc. */
function letters(number: number): string {
  if (number < 1) return String(number)
  const letter = String.fromCharCode(97 + ((number - 1) % 26))
  return letter.repeat(Math.min(Math.ceil(number / 26), 10))
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number)
  let rest = number
  return ROMAN.map(([value, numeral]) => {
    const times = Math.floor(rest / value)
    rest -= times * value
    return numeral.repeat(times)
  }).join('')
}
