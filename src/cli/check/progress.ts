import process from 'node:process'

/** Say nothing of a run that takes less than this: milliseconds. */
const PATIENCE = 1000

/**
 * Counts files on one line of standard error while a run takes long, if somebody looks at a terminal.
 * `next` counts one more and shows the line; `hide` takes it away, so that something else can be printed.
 */
export function countProgress(total: number): { next(): void; hide(): void } {
  const { stderr } = process
  if (!stderr.isTTY) return { next() {}, hide() {} }
  const start = Date.now()
  let count = 0
  let isShown = false
  return {
    next() {
      count++
      isShown = Date.now() - start >= PATIENCE
      if (isShown) stderr.write(`\r${count}/${total} files…`)
    },
    hide() {
      if (isShown) stderr.write('\r\u001B[K')
    },
  }
}
