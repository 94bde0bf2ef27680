import { Session } from 'node:inspector/promises'

/** Tells whether a run went where no run went before. */
export interface Coverage {
  /** How many stretches of code have been reached so far that had not been before; counted since the last call. */
  news(): Promise<number>
}

/** Watches which stretches of the program run, with V8’s own block coverage. */
export async function watchCoverage(): Promise<Coverage> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: false, detailed: true })
  const seen = new Set<string>()
  return {
    async news() {
      const { result } = await session.post('Profiler.takePreciseCoverage')
      const before = seen.size
      for (const { scriptId, url, functions } of result) {
        if (!url.startsWith('file:')) continue
        for (const { ranges } of functions) {
          for (const { startOffset, endOffset, count } of ranges) {
            if (count > 0) seen.add(`${scriptId} ${startOffset} ${endOffset}`)
          }
        }
      }
      return seen.size - before
    },
  }
}
