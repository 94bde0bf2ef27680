import process from 'node:process'
import { VFile } from 'vfile'
import type { CommandModule } from 'yargs'
import { type Own, type OwnPack, readOwn } from '../config/own-files.ts'
import { kindOf, shown } from '../config/yaml-file.ts'
import { lint } from '../engine.ts'
import { resolveSettings, type Settings, SettingsError } from '../settings.ts'
import { termId } from '../terms.ts'
import type { Term } from '../types/terms.ts'
import { complain } from './complain.ts'
import type { Failure } from './files.ts'
import { say } from './say.ts'
import { CLEAN, FOUND, WRONG_USE } from './status.ts'

/** `fairdraft test <pack.yml|preset.yml>`: checks files of one’s own and runs their examples. */
export const testCommand: CommandModule<object, { files: string[] }> = {
  command: 'test <files..>',
  describe: 'Check a pack or a house style of your own, and run its examples',
  builder: (yargs) =>
    yargs.positional('files', {
      type: 'string',
      array: true,
      demandOption: true,
      describe: 'YAML files: packs, presets or a fairdraft.yml',
    }),
  handler: async ({ files }) => {
    const statuses: number[] = []
    for (const file of files) statuses.push(await testFile(file))
    process.exitCode = Math.max(...statuses)
  },
}

async function testFile(path: string): Promise<number> {
  const kind = await kindOf(path)
  if (kind !== 'terms' && kind !== 'preset') {
    complain({ path, reason: `is neither a pack nor a preset: its first line says ${kind}` })
    return WRONG_USE
  }
  const isPack = kind === 'terms'
  const own = await readOwn(isPack ? { pack: path } : { config: path })
  const failures = [...own.failures, ...(isPack ? [] : unresolved(own))]
  if (failures.length > 0) {
    for (const failure of failures) complain(failure)
    return WRONG_USE
  }
  const settings = resolveSettings({ extends: ['all'] }, own.catalogue)
  let examples = 0
  const misses: Failure[] = []
  for (const pack of own.packs) {
    for (const [index, term] of pack.pack.terms.entries()) {
      if (term.status === 'retired') continue
      examples += term.examples.flag.length + term.examples.pass.length
      misses.push(...(await testTerm(pack, term, index, settings)))
    }
  }
  for (const miss of misses) complain(miss)
  const terms = own.packs.reduce((sum, { pack }) => sum + pack.terms.length, 0)
  const what = terms === 0 ? 'valid' : `${count(terms, 'term')}, ${count(examples, 'example')}`
  const verdict = misses.length === 0 ? 'all is well' : `${misses.length} wrong`
  say(`${shown(path)}: ${what}; ${verdict}\n`)
  return misses.length > 0 ? FOUND : CLEAN
}

/** What is wrong with a configuration as a whole: ids that nothing stands for, circles. */
function unresolved({ config, catalogue, at }: Own): Failure[] {
  try {
    resolveSettings(config, catalogue)
    return []
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    return [{ path: at(error.keys), reason: error.message }]
  }
}

async function testTerm(
  { pack, file }: OwnPack,
  term: Term,
  index: number,
  settings: Settings,
): Promise<Failure[]> {
  const id = termId(pack, term)
  const failures: Failure[] = []
  for (const kind of ['flag', 'pass'] as const) {
    for (const [number, text] of term.examples[kind].entries()) {
      const { messages, data } = await lint(
        new VFile({ path: 'example.md', value: text }),
        settings,
      )
      const finding = messages.find(({ ruleId }) => ruleId === id)
      if ((finding !== undefined) === (kind === 'flag')) continue
      const quiet = data.quiet?.find(({ ruleId }) => ruleId === id)
      const cure = finding
        ? `finds “${finding.actual}” here: add an "unless", or move the sentence to "flag"`
        : quiet
          ? `leaves this alone as ${quiet.context} (${quiet.evidence}): write it in the writer's own voice, or set "contexts"`
          : 'finds nothing here: add the wording to "forms", or loosen "near" and "unless"'
      const keys = ['terms', String(index), 'examples', kind, String(number)]
      failures.push({ path: file.at(keys, 'value'), reason: `${id} (${kind}) ${cure}` })
    }
  }
  return failures
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
