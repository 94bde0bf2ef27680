import { LocalLinter } from 'harper.js'
import { binary } from 'harper.js/binary'
import { paths, read, tell } from './files.mjs'

const linter = new LocalLinter({ binary })
let count = 0
for (const path of paths) {
  const language = path.endsWith('.md') ? 'markdown' : 'plaintext'
  count += (await linter.lint(read(path), { language })).length
}
tell(count)
