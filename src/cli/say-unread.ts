import type { VFile } from 'vfile'
import type { Finding } from '../finding.ts'
import { placeName } from '../reporters/place-name.ts'
import { complain } from './complain.ts'

/** Says on standard error what of a file was not read or checked, by those of its messages that tell it. */
export function sayUnread({ path, messages }: VFile, tells: (message: Finding) => boolean): void {
  for (const message of messages.filter(tells)) {
    complain({ path: `${path}, ${placeName(message)}`, reason: message.reason })
  }
}
