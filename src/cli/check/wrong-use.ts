import { type Failure, STDIN } from '../files.ts'
import { wrongTimeout } from '../timeout-option.ts'
import { CHECK_OPTIONS, type CheckArguments } from './options.ts'

/** What is wrong with a use of `fairdraft check` before any file is read, and the right form. */
export function wrongUse(args: CheckArguments): Failure | undefined {
  const named = args.files ?? []
  const [stdin, stream] = [named.includes(STDIN), args['stdin-ndjson']]
  const most = args['max-warnings']
  const wrong: [boolean, string, string][] = [
    [
      named.length === 0 && !stream,
      'no file named',
      'name a file, a folder or a glob, or - for standard input',
    ],
    [args['stdin-filename'] === '', '--stdin-filename', 'must not be empty; write draft.md'],
    [most !== undefined && !(most >= 0), '--max-warnings', 'must be a number, 0 or more'],
    [
      stdin && args.fix,
      'standard input',
      'cannot be fixed in place; use --fix-dry-run to see what would change',
    ],
    [
      stdin && args['changed-since'] !== undefined,
      'standard input',
      'cannot be compared with a commit; name the file instead of -',
    ],
    [stdin && args.watch, 'standard input', 'cannot be watched; name the file instead of -'],
    [
      args['update-baseline'] && args.baseline === undefined,
      '--update-baseline',
      'needs the file to write: --baseline FILE',
    ],
    [
      args['update-baseline'] && args['changed-since'] !== undefined,
      '--update-baseline',
      'accepts what is in whole files; leave --changed-since out',
    ],
    [
      args['update-baseline'] && args['fix-dry-run'],
      '--update-baseline',
      'writes a file, and --fix-dry-run changes nothing; leave one of them out',
    ],
    [
      stream && !LINES.has(args.reporter),
      '--stdin-ndjson',
      `prints a line of JSON for each document; leave out --reporter ${args.reporter}`,
    ],
    [
      stream && (named.length > 0 || FOR_FILES.some((name) => args[name])),
      '--stdin-ndjson',
      `reads documents from standard input and prints a line for each; leave out file names and ${FOR_FILES.map((name) => `--${name}`).join(', ')}`,
    ],
  ]
  const first = wrong.find(([is]) => is)
  return first ? { path: first[1], reason: first[2] } : wrongTimeout(args.timeout)
}

/** What `--reporter` may say of a stream of documents: the one there is, or nothing. */
const LINES: ReadonlySet<CheckArguments['reporter']> = new Set([
  'ndjson',
  CHECK_OPTIONS.reporter.default,
])

/** Options that make no sense for a stream of documents. */
const FOR_FILES = [
  'baseline',
  'changed-since',
  'fix',
  'fix-dry-run',
  'output',
  'cache',
  'watch',
] as const
