// Adds the ids of new terms to terms/ids.txt: `npm run generate`. The list is committed. It only ever grows, so that
// a test can tell when an id that somebody's settings name has gone.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { parse } from 'yaml'

const LIST = 'terms/ids.txt'
const read = (path) => readFile(path, 'utf8').catch(() => '')

const ids = new Set((await read(LIST)).split('\n').filter(Boolean))
for (const file of await readdir('terms')) {
  const { pack, terms } = file.endsWith('.yml') ? parse(await read(`terms/${file}`)) : {}
  for (const { id, rule } of (pack && terms) ?? []) ids.add(`${rule ?? pack}/${id}`)
}
await writeFile(LIST, `${[...ids].sort().join('\n')}\n`)
