import { retext } from 'retext'
import retextEquality from 'retext-equality'
import { VFile } from 'vfile'
import { paths, read, tell } from './files.mjs'

const processor = retext().use(retextEquality)
let count = 0
for (const path of paths) {
  const file = new VFile({ path, value: read(path) })
  await processor.run(processor.parse(file), file)
  count += file.messages.length
}
tell(count)
