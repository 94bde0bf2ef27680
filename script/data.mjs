// Compiles presets/, terms/, law/ and coverage/ into JSON files in src/data/, checking each against its schema.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { Ajv } from 'ajv'
import { parseDocument } from 'yaml'

const SINGLE = { viewpoints: 'viewpoints', sources: 'sources', names: 'names' }

const schemas = {}
for (const file of (await readdir('schema')).sort()) {
  schemas[file.replace('.schema.json', '')] = JSON.parse(await readFile(`schema/${file}`, 'utf8'))
}
const ajv = new Ajv({ allErrors: true, strict: false, schemas: Object.values(schemas) })

const packs = []
const single = {}
for (const file of await yamlIn('terms')) {
  const name = file.replace('.yml', '')
  if (SINGLE[name]) single[name] = await read(`terms/${file}`, SINGLE[name])
  else packs.push(await read(`terms/${file}`, 'terms'))
}
const presets = []
for (const file of await yamlIn('presets')) presets.push(await read(`presets/${file}`, 'preset'))
const law = []
for (const file of await yamlIn('law')) law.push(await read(`law/${file}`, 'law'))
const { expectations } = await read('coverage/expectations.yml', 'expectations')
const { framings } = await read('coverage/framings.yml', 'framings')
const lists = await read('coverage/lists.yml', 'lists')
const { words } = await read('coverage/words.yml', 'words')

const ids = packs.map(({ terms }) =>
  terms.map(({ id, rule, formerly, yields }) => ({ id, rule, formerly, yields })),
)
const data = { ids, presets, law, expectations, framings, lists, words, schemas, ...single }
await rm('src/data', { recursive: true, force: true })
await mkdir('src/data', { recursive: true })
for (const [name, value] of Object.entries(data)) {
  await writeFile(`src/data/${name}.json`, `${JSON.stringify(value)}\n`)
}
await writeFile('src/data/packs.json', `[\n${packs.map(linesOf).join(',\n')}\n]\n`)

/** A pack with a line for each of its terms, so that each can be read by itself. */
function linesOf({ terms, ...about }) {
  const head = JSON.stringify({ ...about, terms: [] }).replace(/\]\}$/, '')
  return [head, terms.map((term) => JSON.stringify(term)).join(',\n'), ']}'].join('\n')
}

async function yamlIn(folder) {
  return (await readdir(folder)).filter((name) => name.endsWith('.yml')).sort()
}

/** Reads a YAML file and checks it; ends the build with file, line and key for each mistake. */
async function read(path, schemaName) {
  const document = parseDocument(await readFile(path, 'utf8'))
  const value = document.toJS()
  const mistakes = document.errors.map((error) => error.message)
  if (mistakes.length === 0) {
    const check = ajv.getSchema(schemas[schemaName].$id)
    if (!check(value)) {
      for (const { instancePath, message, params } of check.errors) {
        const keys = instancePath.split('/').slice(1)
        const node = document.getIn(
          keys.map((key) => (/^\d+$/.test(key) ? Number(key) : key)),
          true,
        )
        const line = node?.range
          ? document.toString().slice(0, node.range[0]).split('\n').length
          : '?'
        mistakes.push(
          `about line ${line}, ${instancePath || '/'}: ${message} ${JSON.stringify(params)}`,
        )
      }
    }
  }
  if (mistakes.length > 0) {
    console.error(mistakes.map((mistake) => `${path}: ${mistake}`).join('\n'))
    process.exit(1)
  }
  return value
}
