// What the tools that are libraries share: the files named on the command line, and telling a count.
import { readFileSync } from 'node:fs'

export const paths = process.argv.slice(2)

export function read(path) {
  return readFileSync(path, 'utf8')
}

/** The last line of every tool is the number of its findings. */
export function tell(count) {
  console.log(count)
}
