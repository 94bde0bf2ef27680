import type { Changes, Reviewer } from './index.ts'
import type { Remark } from './remarks.ts'
export function annotateOdt(
  _bytes: Uint8Array,
  _remarks: readonly Remark[],
  _reviewer: Reviewer,
): Changes {
  throw new Error('to come')
}
