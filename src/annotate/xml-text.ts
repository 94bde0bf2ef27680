/** A date to the second, as office programs write it. */
export function dateOf(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z')
}

/** A text without the characters that XML cannot hold. */
export function printableInXml(text: string): string {
  return text.replace(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu, '\uFFFD')
}
