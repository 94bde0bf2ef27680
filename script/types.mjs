// Writes src/types/*.ts from schema/*.schema.json: `npm run types:write`. The result is committed.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { compile } from 'json-schema-to-typescript'

await mkdir('src/types', { recursive: true })
for (const file of (await readdir('schema')).sort()) {
  if (!file.endsWith('.schema.json')) continue
  const schema = typed(JSON.parse(await readFile(`schema/${file}`, 'utf8')))
  const types = await compile(schema, schema.title, {
    bannerComment: `// Generated from schema/${file} by \`npm run types:write\`. Do not edit.`,
    additionalProperties: false,
    style: { singleQuote: true, semi: false, printWidth: 100 },
  })
  await writeFile(`src/types/${file.replace('.schema.json', '.ts')}`, types)
}

/** The schema without what only a validator can use: it would turn into types nobody can read. */
function typed(value) {
  if (Array.isArray(value)) return value.map(typed)
  if (value === null || typeof value !== 'object') return value
  if (typeof value.$ref === 'string') return reference(value)
  const {
    if: _if,
    then: _then,
    else: _else,
    not: _not,
    minItems: _min,
    propertyNames: _names,
    ...rest
  } = value
  if (rest.anyOf?.every((option) => Object.keys(option).join() === 'required')) delete rest.anyOf
  return Object.fromEntries(Object.entries(rest).map(([key, inner]) => [key, typed(inner)]))
}

/** A definition of the same file, or the type that another schema has been made into. */
function reference({ $ref, description }) {
  const name = /^(.*)\.schema\.json$/.exec($ref)?.[1]
  if (name === undefined) return { $ref }
  const type = name.charAt(0).toUpperCase() + name.slice(1)
  return { description, tsType: `import('./${name}.ts').${type}` }
}
