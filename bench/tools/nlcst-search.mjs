// retext, or, for Markdown, remark with retext; nlcst-search looks for the terms.
import { search } from 'nlcst-search'
import remarkParse from 'remark-parse'
import remarkRetext from 'remark-retext'
import retextEnglish from 'retext-english'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { TERMS } from '../corpus.mjs'
import { paths, read, tell } from './files.mjs'

let count = 0
const find = () => (tree) => {
  search(tree, Object.keys(TERMS), () => {
    count += 1
  })
}
const english = unified().use(retextEnglish).use(find)
const markdown = unified().use(remarkParse).use(remarkRetext, english.freeze())
for (const path of paths) {
  const file = new VFile({ path, value: read(path) })
  const processor = path.endsWith('.md') ? markdown : english
  await processor.run(processor.parse(file), file)
}
tell(count)
