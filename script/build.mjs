// Builds dist/: the library and the command with what they need at once in a few files, the data, schemas for
// editors, the page, and the types.
import { execFile } from 'node:child_process'
import { chmod, cp, rm, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { characterEntities } from 'character-entities'
import { build } from 'esbuild'
import { buildAnchors } from './anchors.mjs'
import { buildCommand } from './core.mjs'
import { licencesOf } from './licences.mjs'
import { replacedOnce, rewrite } from './rewrite.mjs'
import { writeSchemas } from './schemas.mjs'

/** Packages that only some runs need: they stay where npm puts them and are loaded late. */
const LATE = [
  'ajv',
  'diff',
  'unpdf',
  'vscode-languageserver',
  'vscode-languageserver-textdocument',
  'yaml',
]

/** What yargs lays help out with costs more to load than most checks take: only help needs it. */
const lateHelp = rewrite(/[\\/]yargs[\\/]lib[\\/]platform-shims[\\/]esm\.mjs$/, (code) =>
  ['cliui', 'stringWidth'].reduce(
    (source, name) =>
      replacedOnce(
        source,
        new RegExp(`^import ${name} from ('[\\w-]+');?$`, 'm'),
        `const ${name} = (...args) => ((it) => (it.default ?? it)(...args))(require($1))`,
      ),
    code,
  ),
)

/** Plain letters are one column wide each: only other signs need what ICU knows, which takes longer to load than a page to check. */
const plainWidth = rewrite(/[\\/]string-width[\\/]index\.js$/, (code) =>
  replacedOnce(
    code,
    /^export default function stringWidth\((\w+).*$/m,
    '$&\nif (/^[\\x20-\\x7E“”‘’–—…]*$/.test($1)) return $1.length',
  ),
)

/** The command itself decides about colours; asking the terminal would load much of Node. */
const noColour = rewrite(
  /[\\/]vfile-reporter[\\/]lib[\\/]color\.node\.js$/,
  () => 'export const color = false',
)

/** The names of characters are a twentieth of what a check would load: they wait for the first text that has one. */
const lateNames = rewrite(
  /[\\/]decode-named-character-reference[\\/]index\.js$/,
  () => `
    import { readFileSync } from 'node:fs'
    let names
    export function decodeNamedCharacterReference(name) {
      names ??= JSON.parse(readFileSync(new URL('./data/characters.json', import.meta.url), 'utf8'))
      return Object.hasOwn(names, name) ? names[name] : false
    }`,
)

await import('./data.mjs')
await rm('dist', { recursive: true, force: true })
const options = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  // Else `/\p{L}/u` becomes a call that makes the expression anew each time.
  supported: { 'regexp-unicode-property-escapes': true },
  external: LATE,
  minifySyntax: true,
  minifyWhitespace: true,
}
const { metafile } = await build({
  ...options,
  entryPoints: ['src/index.ts'],
  outdir: 'dist',
  format: 'esm',
  splitting: true,
  metafile: true,
})
await build({ ...options, entryPoints: { cli: 'src/cli/start.ts' }, outdir: 'dist', format: 'esm' })
const command = await buildCommand({
  ...options,
  plugins: [lateHelp, plainWidth, noColour, lateNames],
})
await cp('src/data', 'dist/data', { recursive: true })
await writeFile('dist/data/anchors.json', JSON.stringify(await buildAnchors()))
await writeFile('dist/data/characters.json', JSON.stringify(characterEntities))
await writeSchemas('dist/schema')
const { inputs } = await import('./page.mjs')
await chmod('dist/cli.js', 0o755)
await promisify(execFile)('node_modules/.bin/tsc', ['--project', 'tsconfig.build.json'])
// What V8 compiles in this check it need not compile again: see src/cli/start.ts.
await promisify(execFile)(process.execPath, ['dist/cli.js', 'examples', '--fail-on', 'never'])
// Last: script/prepare.mjs goes by its age.
await writeFile(
  'dist/licences.txt',
  await licencesOf({ ...metafile.inputs, ...command.inputs, ...inputs }),
)
