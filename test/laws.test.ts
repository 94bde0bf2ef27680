import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const sources = ['src', 'web'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .map((path) => join(folder, path))
    .map((path) => ({ path, code: readFileSync(path, 'utf8') }))
    .map(({ path, code }) => ({ path: withoutSrc(path), code, imports: importsOf(path, code) })),
)

function importsOf(path: string, code: string): string[] {
  return [...code.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name = '']) =>
    name.startsWith('.') ? withoutSrc(join(dirname(path), name)) : name,
  )
}

function withoutSrc(path: string): string {
  return path.replace(/^src\//, '')
}

/** What the files of one place may not import, and why. */
const LAWS: [where: RegExp, not: RegExp, why: string][] = [
  [/^rules\/(?!index)/, /^rules\//, 'a rule knows no other rule'],
  [
    /^(rules|law|context)\//,
    /^(readers|reporters|cli|config|lsp|http)\//,
    'a rule knows no reader, reporter or command',
  ],
  [
    /^(rules|law|context)\//,
    /^(settings|engine|index)\.ts$|^engine\//,
    'a rule knows no configuration',
  ],
  [/^law\/cite\//, /^law\/(sentence|claim|check)\//, 'who cites law does not say yet what of it'],
  [/^law\/sentence\//, /^law\/(claim|check)\//, 'grammar knows no claim'],
  [/^law\/claim\//, /^law\/check\//, 'a claim knows no other check'],
  [
    /^readers\//,
    /^(rules|law|context|reporters|annotate|cli)\/|^(rule|terms|settings|engine|match)\.ts$|^engine\//,
    'a reader knows no rule',
  ],
  [
    /^annotate\//,
    /^(rules|law|context|cli|config)\/|^(rule|terms|settings|engine|match)\.ts$|^engine\//,
    'what writes into documents runs no rule',
  ],
  [
    /^reporters\//,
    /^(rules|law|readers|cli|context)\/|^(engine|index)\.ts$|^engine\/|^node:fs/,
    'a reporter runs no rule and reads no file',
  ],
  [/^(?!cli\/|config\/|http\/|lsp\/node\.ts|data\.ts)/, /^node:/, 'the core runs in a browser'],
  [
    /^(?!cli\/|config\/|lsp\/|http\/)/,
    /^(cli|config|lsp|http)\//,
    'the core knows no command, server or configuration file',
  ],
  [/^lsp\/(?!node\.ts)/, /^config\/(?!failure\.ts)/, 'the language server runs in a browser'],
  [/^config\//, /^(cli|lsp|http)\//, 'configuration files know no command or server'],
  [/^web\//, /^(cli|config|lsp|http)\//, 'the page knows no command or server'],
  [/^lsp\//, /^(cli|http)\//, 'command and servers do not import one another'],
  [/^http\//, /^(cli|lsp)\//, 'command and servers do not import one another'],
  [
    /^cli\/(?!lsp\.ts|serve\.ts)/,
    /^(lsp|http)\//,
    'only the command that starts a server knows it',
  ],
  [/^cli\/(?!check)/, /^cli\/check\//, 'what belongs to check is for check alone'],
]

test.each(LAWS)('%s imports nothing that matches %s: %s', (where, not) => {
  const broken = sources
    .filter(({ path }) => where.test(path))
    .flatMap(({ path, imports }) =>
      imports.filter((name) => not.test(name)).map((name) => `${path} imports ${name}`),
    )
  expect(broken, 'move what is needed to a file that both may import').toEqual([])
})

test('what follows from a document is kept from one time to the next by what knows when it holds', () => {
  const keepers = ['remember.ts', 'recent.ts', 'document.ts', 'blocks.ts']
  const others = sources.filter(
    ({ path, code }) => !keepers.includes(path) && /WeakMap<(?:Document|Block|Run)\b/.test(code),
  )
  expect(
    others.map(({ path }) => path),
    'use `remembered`, `ofDocument` or `ofText` of src/remember.ts',
  ).toEqual([])
})

/** All code by path, with the words of it: what may use what src/ and web/ export. */
const users = [
  ...sources,
  ...['test', 'fuzz', 'script', 'bench', 'editors/vscode/src'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(?:c|m)?[jt]s$/.test(path) && !/node_modules|dist/.test(path))
      .map((path) => join(folder, path))
      .map((path) => ({ path, code: readFileSync(path, 'utf8') })),
  ),
].map(({ path, code }) => ({ path, code, words: new Set(code.match(/[\w$]+/g)) }))

/** What is there for others: the library, what is generated, and what a build puts in the place of a module. */
const FOR_OTHERS = /^(?:index\.ts|types\/.*|web\/(?:entity-decoder|no-pdf|no-plugins)\.ts)$/

test('what a file exports is used by another', () => {
  const exported =
    /^export (?:abstract |async )?(?:class|const|enum|function\*?|interface|let|type) ([\w$]+)/gm
  const idle = sources
    .filter(({ path }) => !FOR_OTHERS.test(path))
    .flatMap(({ path, code }) => {
      const others = users.filter(
        (user) => user.path !== path && user.code.includes(`/${basename(path)}`),
      )
      return [...code.matchAll(exported)]
        .map(([, name = '']) => name)
        .filter((name) => !others.some(({ words }) => words.has(name)))
        .map((name) => `${path}: ${name}`)
    })
  expect(idle, 'drop `export`; and all of it, if nothing in its file uses it either').toEqual([])
})

/** Where words of a user’s files are made safe for a terminal, and what prints no such words. */
const PRINTERS = ['say', 'complain', 'output', 'check/stdin-ndjson', 'check/progress'].map(
  (name) => `cli/${name}.ts`,
)

test('only few files print: the others use say, complain or a reporter', () => {
  const printing = /\bstd(?:out|err)\.write\(|^\s*console\.|\bemitWarning\b/m
  const found = sources.filter(({ code }) => printing.test(code)).map(({ path }) => path)
  expect(found.filter((path) => !PRINTERS.includes(path))).toEqual([])
})

/** What writes files: whole, whole into the cache, and at the end of a file that GitHub keeps open for that. */
const WRITERS = ['cli/write.ts', 'cli/check/cache.ts', 'cli/check/step-summary.ts']

/** What only reads. Whoever imports anything else of node:fs, or the whole of it, may write. */
const READING = new Set([
  'access',
  'existsSync',
  'lstat',
  'readFile',
  'readFileSync',
  'readdir',
  'realpath',
  'stat',
  'watch',
])

/** Everything that a file imports of node:fs, by its own name; "*" if that is the whole. */
function importedOfFs(code: string): string[] {
  return [
    ...code.matchAll(
      /(?:import\s*([^'";]*?)\s*from\s*|\bimport\s*\(?\s*)'(?:node:)?fs(?:\/promises)?'/g,
    ),
  ]
    .map(([, names = '*']) => names)
    .flatMap((names) => /^\{([^}]*)\}$/.exec(names)?.[1]?.split(',') ?? ['*'])
    .map((name) => name.trim().replace(/\s+as\s.*$/s, ''))
    .filter((name) => name !== '' && !name.startsWith('type '))
}

test('only few files write: the others import nothing that writes, and write by way of write.ts', () => {
  const found = sources
    .filter(({ code }) => importedOfFs(code).some((name) => !READING.has(name)))
    .map(({ path }) => path)
  expect(found.toSorted()).toEqual(WRITERS.toSorted())
})

/** What asks a network for something: only `serve --upstream` does. */
test('only the server that was given another asks a network', () => {
  const asking = /\bfetch\(|'node:(?:https?|net|tls|dns|dgram)'|\bXMLHttpRequest\b|\bWebSocket\(/
  const found = sources.filter(({ code }) => asking.test(code)).map(({ path }) => path)
  expect(found.toSorted()).toEqual([
    'cli/serve.ts',
    'http/guard.ts',
    'http/server.ts',
    'http/upstream.ts',
  ])
})

test('only --plugin loads code that is not Fairdraft’s, and only the command its own by name', () => {
  const loading = /\beval\(|\bnew Function\(|'node:vm'|\brequire\(|\bimport\(\s*[^'\s]/
  const found = sources.filter(({ code }) => loading.test(code)).map(({ path }) => path)
  expect(found.toSorted()).toEqual(['cli/start.ts', 'config/plugins.ts'])
})

test('no regular expression is made of data: who reads data makes none while it runs', () => {
  const found = sources.filter(
    ({ code, imports }) => imports.includes('data.ts') && /\bRegExp\(/.test(code),
  )
  expect(found.map(({ path }) => path)).toEqual([])
})

const LOCKS = ['.', 'bench', 'editors/vscode', 'test/clients']

test.each(LOCKS)(
  'in %s every dependency is pinned by its hash, and comes from the registry',
  (folder) => {
    const { packages }: { packages: Record<string, Locked> } = JSON.parse(
      readFileSync(join(folder, 'package-lock.json'), 'utf8'),
    )
    const locked = Object.entries(packages).filter(([path]) => path !== '')
    expect(locked.length).toBeGreaterThan(0)
    for (const [path, { resolved, integrity = '' }] of locked) {
      expect(integrity, path).toMatch(/^sha512-/)
      expect(resolved ?? 'https://registry.npmjs.org/', path).toMatch(
        /^https:\/\/registry\.npmjs\.org\//,
      )
    }
    const running = locked.filter(([, { dev, hasInstallScript }]) => hasInstallScript && !dev)
    if (folder === '.')
      expect(running, 'what is shipped runs no script when it is installed').toEqual([])
  },
)

interface Locked {
  /** Where it comes from, if that is not the registry in use. */
  readonly resolved?: string
  readonly integrity?: string
  readonly dev?: boolean
  readonly hasInstallScript?: boolean
}
