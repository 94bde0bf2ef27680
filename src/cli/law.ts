import process from 'node:process'
import type { CommandModule } from 'yargs'
import { today } from '../config/today.ts'
import { describeEntry, lineOf } from '../law/describe.ts'
import { lookUp, nearest } from '../law/lookup.ts'
import type { Entry } from '../law/registry.ts'
import { shippedReaders, shippedRegistry } from '../law/shipped.ts'
import { complain } from './complain.ts'
import { say } from './say.ts'
import { WRONG_USE } from './status.ts'

interface Options {
  readonly what: string[] | undefined
  readonly json: boolean
  readonly list: boolean
}

/** `fairdraft law <citation>` */
export const lawCommand: CommandModule<object, Options> = {
  command: 'law [what..]',
  describe: 'What the registry knows about a provision: mode of trial, maxima, sources, dates',
  builder: (yargs) =>
    yargs
      .positional('what', {
        type: 'string',
        array: true,
        describe: 'A citation ("s.33A SOA 1956"), a name or an id; with --list, a jurisdiction',
      })
      .option('json', { type: 'boolean', default: false, describe: 'Print the entries as JSON' })
      .option('list', { type: 'boolean', default: false, describe: 'List the entries' }),
  handler: ({ what = [], json, list }) => {
    const words = what.join(' ').trim()
    if (list) print(listed(words), json, list)
    else if (words === '') fail('name a provision, or use --list')
    else {
      const found = lookUp(shippedReaders(), words)
      if (found.length > 0) print(found, json, list)
      else {
        const near = nearest(shippedReaders(), words)
        fail(`the registry has no entry for "${words}"${near ? ` (did you mean "${near}"?)` : ''}`)
      }
    }
  },
}

/** The entries of a jurisdiction, by its id or its title; all if none is named. */
function listed(jurisdiction: string): readonly Entry[] | undefined {
  const { entries, laws } = shippedRegistry()
  if (jurisdiction === '') return entries
  const wanted = jurisdiction.toLowerCase()
  const law = laws.find(({ jurisdiction: id, title, names }) =>
    [id, title, ...names].some((name) => name.toLowerCase() === wanted),
  )
  return law && entries.filter((entry) => entry.law === law)
}

function print(entries: readonly Entry[] | undefined, json: boolean, list: boolean): void {
  const registry = shippedRegistry()
  if (!entries) {
    const known = registry.laws.map(({ jurisdiction }) => jurisdiction).join(', ')
    fail(`unknown jurisdiction; known: ${known}`)
    return
  }
  const day = today()
  const text = json
    ? JSON.stringify(
        entries.map((entry) => recordOf(entry, day)),
        null,
        2,
      )
    : list
      ? entries.map(lineOf).join('\n')
      : entries.map((entry) => describeEntry(registry, entry, day)).join('\n\n---\n\n')
  say(`${text}\n`)
}

/** An entry as the registry has it, with its jurisdiction, its Act, its sources written out, and whether it is due for review. */
function recordOf({ provision, act, law }: Entry, day: string) {
  const sources = provision.sources.flatMap((id) => law.sources[id] ?? [])
  const overdue = provision.reviewBy < day
  const { title, year, chapter } = act ?? {}
  const own = act ? { id: act.id, title, year, chapter } : null
  return { ...provision, jurisdiction: law.jurisdiction, act: own, sources, overdue }
}

function fail(reason: string): void {
  complain({ reason })
  process.exitCode = WRONG_USE
}
