import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { program, run, temporaryFolder } from './programs.ts'
import { startServer } from './serving.ts'

const CURE =
  'install LibreOffice Writer and its Python (on Debian: apt-get install libreoffice-writer python3-uno)'

/** One paragraph with what older versions send unencoded: an ampersand, a per cent sign, an emoji, a line break. */
const PARAGRAPH = `R&D is 100 % done + 😀 the sergeant met sex workers.
Keeping a brothel under section 33A of the Sexual Offences Act 1956 is a summary only offence.`

/** The two settings that Tools > Options > Languages > LanguageTool Server sets. */
function settings(address: string): string {
  const path = '/org.openoffice.Office.Linguistic/GrammarChecking/LanguageTool'
  const item = (name: string, value: string) =>
    `<item oor:path="${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">${item('BaseURL', address)}${item('IsEnabled', 'true')}</oor:items>`
}

function startOffice(soffice: string, address: string, pipe: string): ChildProcess {
  const profile = temporaryFolder()
  mkdirSync(join(profile, 'user'))
  writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), settings(address))
  const office = spawn(soffice, [
    '--headless',
    '--norestore',
    `-env:UserInstallation=${pathToFileURL(profile).href}`,
    `--accept=pipe,name=${pipe};urp;`,
  ])
  onTestFinished(async () => {
    if (office.exitCode !== null) return
    const ended = new Promise((done) => office.once('exit', done))
    office.kill()
    await ended
  })
  return office
}

test('LibreOffice shows findings in place, with suggestions and the rule', async () => {
  const soffice = program('soffice', CURE)
  // The interpreter that Debian's python3-uno belongs to.
  const python = '/usr/bin/python3'
  await run(python, ['-c', 'import uno']).catch(() => {
    throw new Error(`Python's module "uno" is missing: ${CURE}`)
  })
  const pipe = `fairdraft${process.pid}`
  startOffice(soffice, await startServer(), pipe)
  const input = join(temporaryFolder(), 'paragraph.txt')
  writeFileSync(input, PARAGRAPH)
  const script = resolve('test/clients/libreoffice-grammar.py')
  const out = await run('/bin/sh', ['-c', `${python} ${script} < ${input}`], {
    env: { PIPE: pipe },
  })
  const found: { words: string; message: string; suggestions: string[] }[] = JSON.parse(out)
  const wording = found.find(({ words }) => words === 'sex workers')
  expect(wording?.message).toMatch(/\(prostitution\/sex-worker\)$/)
  expect(wording?.suggestions.length).toBeGreaterThan(0)
  const law = found.find(({ message }) => message.endsWith('(offence-classification)'))
  expect(law?.words).toContain('summary only')
})
