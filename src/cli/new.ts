import { readFile } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import process from 'node:process'
import type { CommandModule } from 'yargs'
import { LARGEST_FILE, readRegular } from '../config/regular-file.ts'
import { readYaml, shown } from '../config/yaml-file.ts'
import { complain } from './complain.ts'
import { codeOf, type Failure, reasonFor } from './files.ts'
import { exists, ownFile, ownVersion } from './own-folder.ts'
import { say } from './say.ts'
import { packSkeleton, ruleSkeleton, termSkeleton, withRule } from './skeletons.ts'
import { CLEAN, WRONG_USE } from './status.ts'
import { writeNew, writeWhole } from './write.ts'

interface NewArguments {
  what: 'term' | 'pack' | 'rule'
  id: string
  pack?: string | undefined
}

/** `fairdraft new term|pack|rule <id>`: writes a skeleton that is right, and never over anything. */
export const newCommand: CommandModule<object, NewArguments> = {
  command: 'new <what> <id>',
  describe: 'Write the skeleton of a term, a pack or a rule',
  builder: (yargs) =>
    yargs
      .positional('what', {
        choices: ['term', 'pack', 'rule'] as const,
        demandOption: true,
        describe: 'What to write',
      })
      .positional('id', { type: 'string', demandOption: true, describe: 'Its id: vice-den' })
      .option('pack', {
        type: 'string',
        requiresArg: true,
        describe: `For a term: the file it goes into; the default is ${OWN_PACK}`,
      }),
  handler: async ({ what, id, pack }) => {
    const wrong = wrongId(id)
    const outcome = wrong
      ? { path: `id "${id}"`, reason: wrong }
      : what === 'term'
        ? await newTerm(id, pack)
        : what === 'pack'
          ? await newPack(id)
          : await newRule(id)
    process.exitCode = tell(outcome)
  },
}

/** Where a user’s own terms go if nothing else is said. */
const OWN_PACK = 'our-words.yml'

/** What was written, and what to do next, one line each. */
type Outcome = Failure | readonly string[]

function tell(outcome: Outcome): number {
  if ('reason' in outcome) {
    complain(outcome)
    return WRONG_USE
  }
  say(`${outcome.join('\n')}\n`)
  return CLEAN
}

function wrongId(id: string): string | undefined {
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) return undefined
  const right = id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-$/g, '')
  const like = right ? `: "${right}"` : ', such as vice-den'
  return `an id has small letters, figures and single hyphens, and begins with a letter${like}`
}

async function newTerm(id: string, pack: string | undefined): Promise<Outcome> {
  if (pack === undefined && (await inRepository())) {
    return { path: '--pack', reason: 'name the pack: --pack terms/policing.yml' }
  }
  const path = pack ?? OWN_PACK
  if (!(await exists(path))) return writePack(packIdOf(path), id, path)
  const bytes = await readRegular(path, LARGEST_FILE)
  if ('reason' in bytes) return { path, reason: bytes.reason }
  return addTerm(id, path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
}

/** The id of a new pack, from the name of its file. */
function packIdOf(path: string): string {
  return basename(path).replace(/\.ya?ml$/i, '')
}

async function newPack(id: string): Promise<Outcome> {
  const path = (await inRepository()) ? join('terms', `${id}.yml`) : `${id}.yml`
  return writePack(id, 'first-term', path)
}

async function writePack(id: string, term: string, path: string): Promise<Outcome> {
  const wrong = wrongId(id)
  if (wrong) return { path, reason: `a pack has the name of its file; ${wrong}` }
  if (!/\.ya?ml$/i.test(path)) return { path, reason: 'a pack is a file that ends in .yml' }
  const schema = await schemaFor(path, 'terms')
  const failure = await create(path, packSkeleton(id, term, schema, await ownVersion()))
  if (failure) return failure
  const named = shown(resolve(path))
  return [
    `Wrote ${named}; its first line tells your editor where the schema is: ${schema}`,
    `Next: edit it, then fairdraft test ${named}`,
    ...((await inRepository()) ? [] : [`To use it, add to fairdraft.yml: packs: [./${named}]`]),
  ]
}

async function addTerm(id: string, path: string, text: string): Promise<Outcome> {
  const file = await readYaml(path, 'terms')
  const [broken] = file.failures
  if (broken || !file.value) return broken ?? { path, reason: 'holds no pack' }
  const { terms, viewpoints = {}, sources = {} } = file.value
  const there = terms.findIndex((term) => term.id === id || term.formerly?.includes(id))
  if (there >= 0) {
    return {
      path: file.at(['terms', String(there)], 'value'),
      reason: `"${id}" stands here already`,
    }
  }
  const [own] = Object.keys(viewpoints)
  const [source] = Object.keys(sources)
  const known = terms[0]?.positions[0]?.viewpoint ?? 'statutory'
  const since = await ownVersion()
  const ground =
    own && source ? { viewpoint: own, source, since } : { viewpoint: own ?? known, since }
  const added = await appended(text, (indent) => termSkeleton(id, ground, indent))
  if (added === undefined) {
    return {
      path: file.at(['terms']),
      reason: 'the list is written in one line; give each term lines of its own',
    }
  }
  await writeWhole(path, added.text)
  return [
    `Wrote ${id} at ${shown(path)}:${added.line}`,
    `Next: edit it, then fairdraft test ${shown(path)}`,
  ]
}

/** A pack’s text with one more item behind its last term, and the line on which that begins. */
async function appended(
  text: string,
  item: (indent: string) => string,
): Promise<{ text: string; line: number } | undefined> {
  const { isSeq, LineCounter, parseDocument } = await import('yaml')
  const lines = new LineCounter()
  const terms = parseDocument(text, { lineCounter: lines, uniqueKeys: false }).get('terms', true)
  if (!isSeq(terms) || terms.flow || !terms.range) return undefined
  const indent = ' '.repeat(lines.linePos(terms.range[0]).col - 1)
  const before = text.slice(0, terms.range[1]).trimEnd()
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const between = /\n[^\S\n]*\n[^\S\n]*- /.test(before) || terms.items.length === 1 ? '\n\n' : '\n'
  const after = text.slice(before.length).replace(/^\s*?(\r?\n|$)/, '')
  const inserted = `${between}${item(indent)}`.replaceAll('\n', newline)
  return {
    text: `${before}${inserted}${after.trim() ? `${newline}${after.replace(/^(\r?\n)+/, '')}` : ''}`,
    line: before.split('\n').length + (between.length === 2 ? 2 : 1),
  }
}

async function newRule(id: string): Promise<Outcome> {
  if (!(await inRepository())) {
    return {
      path: `rule ${id}`,
      reason:
        'a rule is code and is written in a copy of Fairdraft’s repository, in its top folder; for a wording of your own use: fairdraft new term',
    }
  }
  const index = join('src', 'rules', 'index.ts')
  const before = await readFile(index, 'utf8')
  const after = withRule(before, id)
  const path = join('src', 'rules', `${id}.ts`)
  const failure = await create(path, ruleSkeleton(id))
  if (failure) return failure
  await writeWhole(index, after)
  return [
    `Wrote ${shown(path)} and its line in ${shown(index)}`,
    'Next: edit it, then npm run generate && npm test',
  ]
}

/** Writes a file that is not there yet; otherwise says why not. */
async function create(path: string, text: string): Promise<Failure | undefined> {
  try {
    await writeNew(path, text)
    return undefined
  } catch (error) {
    const code = codeOf(error)
    const reason =
      code === 'EEXIST'
        ? 'exists already and is left as it is'
        : `cannot be written: ${reasonFor(code)}`
    return { path: shown(path), reason }
  }
}

/** Whether the working directory is the top folder of Fairdraft’s repository. */
async function inRepository(): Promise<boolean> {
  return (await exists(join('src', 'rules', 'index.ts'))) && exists(join('terms', 'viewpoints.yml'))
}

/**
 * The address of a schema for editors as seen from a file: in the nearest node_modules that holds Fairdraft, or in
 * the copy that is running.
 */
export async function schemaFor(path: string, name: 'terms' | 'preset'): Promise<string> {
  const file = join('dist', 'schema', `${name}.schema.json`)
  const from = dirname(resolve(path))
  const target = (await installed(from, file)) ?? (await ownFile(file))
  const steps = relative(from, target).split(sep).join('/')
  return encodeURI(steps.startsWith('.') ? steps : `./${steps}`)
}

async function installed(folder: string, file: string): Promise<string | undefined> {
  const path = join(folder, 'node_modules', 'fairdraft', file)
  if (await exists(path)) return path
  const above = dirname(folder)
  return above === folder ? undefined : installed(above, file)
}
