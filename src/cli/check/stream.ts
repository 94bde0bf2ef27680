import { forget } from '../../recent.ts'
import { fileEntry } from '../../reporters/json.ts'
import { complain } from '../complain.ts'
import { printLine } from '../output.ts'
import { WRONG_USE } from '../status.ts'
import type { Narrowing } from './narrow.ts'
import type { CheckArguments } from './options.ts'
import { optionsOf, quieten } from './report.ts'
import type { Run } from './run.ts'
import { createVerdict } from './verdict.ts'

/** Prints the line of each file that a run checks before it checks the next; the exit status. */
export async function printEach(
  runs: AsyncIterable<Run>,
  args: CheckArguments,
  narrowing: Pick<Narrowing, 'apply'>,
): Promise<number> {
  const options = await optionsOf(args)
  const verdict = createVerdict(args)
  let hasFailed = false
  for await (const one of runs) {
    const remarks = await narrowing.apply(one)
    for (const failure of [...one.failures, ...remarks]) complain(failure)
    hasFailed ||= one.failures.length > 0
    for (const file of one.files) {
      verdict.add(file)
      quieten(file, args)
      await printLine(fileEntry(file, options))
    }
    forget()
  }
  return hasFailed ? WRONG_USE : verdict.status()
}
