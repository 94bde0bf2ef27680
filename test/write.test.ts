/** A write is whole or not at all, even if the program is killed in the middle of it. */
import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeWhole } from '../src/cli/write.ts'

const OLD = 'old '.repeat(500_000)
const NEW = 'new '.repeat(500_000)
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairdraft-'))
  await build({
    stdin: {
      contents: `
        import { writeWhole } from './src/cli/write.ts'
        const [path] = process.argv.slice(2)
        process.stdout.write('ready')
        for (;;) {
          await writeWhole(path, ${JSON.stringify(NEW[0])}.concat('ew ').repeat(500_000))
          await writeWhole(path, 'old '.repeat(500_000))
        }`,
      resolveDir: resolve('.'),
    },
    outfile: join(folder, 'writer.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
  })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('killed at any moment, the old or the new file is there, whole', async () => {
  const path = join(folder, 'draft.md')
  await writeFile(path, OLD)
  for (let pause = 0; pause < 36; pause += 3) {
    const child = spawn(process.execPath, [join(folder, 'writer.mjs'), path])
    await new Promise((done) => child.stdout.once('data', done))
    await new Promise((done) => setTimeout(done, pause))
    const ended = new Promise((done) => child.once('close', done))
    child.kill('SIGKILL')
    await ended
    const content = await readFile(path, 'utf8')
    expect(content === OLD || content === NEW, `after ${pause} ms: ${content.length} units`).toBe(
      true,
    )
  }
})

test('a write that fails leaves the file as it was, and nothing beside it', async () => {
  const inside = await mkdtemp(join(folder, 'failing-'))
  const path = join(inside, 'draft.md')
  await writeFile(path, 'old')
  const broken = new Proxy(new Uint8Array(8), {})
  await expect(writeWhole(path, broken)).rejects.toThrow()
  expect(await readFile(path, 'utf8')).toBe('old')
  expect(await readdir(inside)).toEqual(['draft.md'])
})
