import { ASKS_FOR_ALL, COMMANDS } from '../commands.ts'
import { STDIN } from '../files.ts'
import { CHECK_OPTIONS, type CheckArguments } from './options.ts'

type Option = (typeof CHECK_OPTIONS)[keyof typeof CHECK_OPTIONS]

/** The values of options, by name. */
interface Told {
  readonly [name: string]: unknown
}

const OPTIONS: ReadonlyMap<string, Option> = new Map(Object.entries(CHECK_OPTIONS))

const DEFAULTS: Told = Object.fromEntries(
  [...OPTIONS].flatMap(([name, option]) => ('default' in option ? [[name, option.default]] : [])),
)

/** A word that yargs would take as it stands. */
const PLAIN = /^(?!(?:true|false)$)[^'"]+$/

/**
 * What the words of a command line ask of `check`, if they are plain: names of files, and options written `--name`
 * or `--name value`. All else is for yargs, which takes as long to load as a page takes to check.
 */
export function plainArguments(words: readonly string[]): CheckArguments | undefined {
  const isNamed = words[0] === 'check'
  const isForOthers = (word: string) =>
    ASKS_FOR_ALL.test(word) || (!isNamed && (word === 'check' || Object.hasOwn(COMMANDS, word)))
  if (words.some((word) => !PLAIN.test(word) || isForOthers(word))) return undefined
  const files: string[] = []
  const given = new Map<string, readonly string[] | string | true>()
  const left = words.slice(isNamed ? 1 : 0).values()
  for (const word of left) {
    if (word === '-' || !word.startsWith('-')) {
      files.push(word === '-' ? STDIN : word)
      continue
    }
    const name = word.replace(/^--/, '')
    const option = OPTIONS.get(name)
    if (!option) return undefined
    const before = given.get(name) ?? []
    const value = isFlag(option) || left.next().value
    const isPlain = value === true || (value !== undefined && !value.startsWith('-'))
    // Only what makes a list may be given again.
    if (!isPlain || !Array.isArray(before)) return undefined
    given.set(name, 'array' in option && value !== true ? [...before, value] : value)
  }
  const told: Told = { ...DEFAULTS, ...Object.fromEntries(given), files }
  return isTold(told) ? told : undefined
}

/** Whether each option has a value that it may have, or none where it has no default. */
function isTold(told: Told): told is CheckArguments {
  return [...OPTIONS].every(([name, option]) => fits(told[name], option))
}

function fits(value: unknown, option: Option): boolean {
  if (value === undefined) return !('default' in option)
  if ('choices' in option) return option.choices.some((choice) => choice === value)
  return 'array' in option ? Array.isArray(value) : typeof value === option.type
}

function isFlag(option: Option): boolean {
  return 'type' in option && option.type === 'boolean'
}
