import process from 'node:process'

/** Say nothing of a run that takes less than this: milliseconds. */
const PATIENCE = 1000

/**
 * Counts files on one line of standard error while a run takes long, if somebody looks at a terminal.
 * `done` counts one more; `end` takes the line away.
 */
export function countProgress(total: number): { done(): void; end(): void } {
  const { stderr } = process
  if (!stderr.isTTY) return { done() {}, end() {} }
  const start = Date.now()
  let count = 0
  let shown = false
  return {
    done() {
      count++
      if (Date.now() - start < PATIENCE) return
      stderr.write(`\r${count}/${total} files…`)
      shown = true
    },
    end() {
      if (shown) stderr.write('\r\u001B[K')
    },
  }
}
