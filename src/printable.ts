/** Signs that steer a terminal, turn the direction of writing or break a line. */
const UNSAFE = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu

/** As above, but for what ends lines and fills columns. */
const UNSAFE_IN_LINES = /(?!\r?\n|\t)[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu

/** Half of a character: no text in UTF-8 can hold it. */
const HALF = /\p{Cs}/gu

/**
 * The first sign of what a build server takes for a command if it stands in a log: "::name …::" where a line
 * begins, which any word may come to do, and "##[name …]" or "##vso[name …]" anywhere.
 */
export const COMMAND_SIGN =
  /:(?=:[\w-][^\n]*?::)(?<=(?:^|\s):)|#(?=#(?:vso|teamcity)?\[[\w.-]+[ \]])/g

/** Text from a file made safe for one line of a terminal or log: what steers either is shown, not sent. */
export function printable(text: string): string {
  return text
    .replace(/[\r\n\t]+/g, ' ')
    .replace(UNSAFE, escaped)
    .replace(COMMAND_SIGN, escaped)
    .replace(HALF, '\uFFFD')
}

/** Text of several lines made safe for a terminal or log: line ends and tabs stay, what else steers is shown. */
export function printableLines(text: string): string {
  return text
    .replace(UNSAFE_IN_LINES, escaped)
    .replace(COMMAND_SIGN, escaped)
    .replace(HALF, '\uFFFD')
}

/**
 * JSON that stays what it is in a terminal and in tools that break lines at more than line feeds:
 * whatever `printable` would show is escaped.
 */
export function printableJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent)
    .replace(UNSAFE, (sign) => (sign === '\n' ? sign : escaped(sign)))
    .replace(COMMAND_SIGN, escaped)
}

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
}
