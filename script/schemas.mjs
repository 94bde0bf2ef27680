// Schemas for editors: those of schema/, where `completes` has become a list of what is shipped of that kind. A user's own
// packs and house styles bring more, so nothing else is a mistake.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bundled } from './bundled.mjs'

const ENTRY = `
export { catalogue } from './src/index.ts'
export { termId } from './src/terms.ts'
`

/** Writes them into a folder. */
export async function writeSchemas(folder) {
  const known = knownIn(await bundled(ENTRY))
  await mkdir(folder, { recursive: true })
  for (const file of await readdir('schema')) {
    const schema = JSON.parse(await readFile(join('schema', file), 'utf8'))
    await writeFile(join(folder, file), `${JSON.stringify(completing(schema, known, schema))}\n`)
  }
}

/** What is shipped: ids of each kind, with what they are. */
function knownIn({ catalogue, termId }) {
  const { rules, packs, presets, knowledge } = catalogue
  const pages = packs.map(({ pack }) => pack)
  return {
    presets: presets.map(({ name, title, about }) => [name, says(title, about)]),
    packs: pages.map(({ pack, title, about }) => [pack, says(title, about)]),
    rules: [
      ...rules.flatMap(({ meta: { id, title, about, parts = [] } }) => [
        [id, says(title, about)],
        ...parts.map((part) => [`${id}/${part.id}`, `${title}: ${part.title}.`]),
      ]),
      ...pages.flatMap((pack) => [
        [pack.pack, `All terms of the pack: ${pack.title}.`],
        ...pack.terms
          .filter(({ status }) => status !== 'retired')
          .map((term) => [termId(pack, term), says(term.title, term.summary)]),
      ]),
    ],
    viewpoints: Object.entries(knowledge.viewpoints).map(([id, { name, about }]) => [
      id,
      says(name, about),
    ]),
    sources: Object.entries(knowledge.sources).map(([id, { title }]) => [id, title]),
  }
}

const says = (title, about) => (about ? `${title}. ${about}` : title)

/** A part of a schema, which names what is known of the kind that it completes. */
function completing(part, known, root, path = '#') {
  if (Array.isArray(part)) {
    return part.map((one, at) => completing(one, known, root, `${path}/${at}`))
  }
  if (part === null || typeof part !== 'object') return part
  const { completes: kind, ...rest } = Object.fromEntries(
    Object.entries(part).map(([key, one]) => [key, completing(one, known, root, `${path}/${key}`)]),
  )
  if (kind === undefined) return rest
  if (!known[kind])
    throw new Error(`${root.$id} ${path}: "completes" is one of ${Object.keys(known)}`)
  return rest.type === 'object'
    ? withKeys(rest, known[kind], path)
    : orOneOf(rest, known[kind], root)
}

/** An object whose keys are known. */
function withKeys(schema, known, path) {
  const $ref = `${path}/additionalProperties`
  const properties = known.map(([id, description]) => [id, { $ref, description }])
  return { ...schema, properties: Object.fromEntries(properties) }
}

/** A text that is one of those known, or another. An example would be offered beside them. */
function orOneOf({ description, $ref, ...own }, known, { definitions }) {
  const { examples: _, ...form } = $ref ? definitions[$ref.split('/').at(-1)] : own
  const each = known.map(([id, about]) => ({ const: id, description: about }))
  return { description, anyOf: [...each, form] }
}
