// Makes a bundle smaller: rules without what only pages about them say.
import { parseAst } from 'vitest/node'
import { rewrite } from './rewrite.mjs'

/** What only documentation asks of a rule. */
const DOCUMENTATION = ['title', 'about', 'examples']

/** A plugin of esbuild: rules without their titles, explanations and examples. */
export const undocumented = rewrite(/[\\/]src[\\/]rules[\\/][\w-]+\.ts$/, (code, path) =>
  /index\.ts$/.test(path) ? code : withoutDocumentation(code, path),
)

function withoutDocumentation(code, path) {
  const fields = metadataIn(code)
  return DOCUMENTATION.map((name) => {
    const field = fields.find(({ key }) => key?.name === name)
    if (field) return field
    throw new Error(`${path}: defineRule is given no "${name}": write it there, as a literal`)
  })
    .sort((one, other) => other.start - one.start)
    .reduce(
      (left, { start, end }) => left.slice(0, start) + left.slice(end).replace(/^,/, ''),
      code,
    )
}

/** The fields of the object that a file gives to `defineRule`, each with where it begins and ends. */
function metadataIn(code) {
  const calls = parseAst(code, { lang: 'ts' })
    .body.flatMap(({ declaration }) => declaration?.declarations ?? [])
    .flatMap(({ init }) => (init?.callee?.name === 'defineRule' ? [init] : []))
  return calls[0]?.arguments[0]?.properties ?? []
}
