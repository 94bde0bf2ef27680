/** `fairdraft law`, run as a user runs it. */
import { execFile } from 'node:child_process'
import { expect, test } from 'vitest'

function law(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  return new Promise((done) => {
    execFile(process.execPath, ['dist/cli.js', 'law', ...args], (error, out, err) => {
      done({ status: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
  })
}

test('prints an entry for people', async () => {
  const { status, out } = await law('s.33A SOA 1956')
  expect(status).toBe(0)
  expect(out).toContain('Mode of trial: triable either way')
})

test('prints the entries as JSON', async () => {
  const { status, out } = await law('s.33A SOA 1956', '--json')
  expect(status).toBe(0)
  expect(JSON.parse(out)).toMatchObject([
    {
      id: 'ew-soa56-s33A',
      mode: 'either-way',
      confidence: 'high',
      jurisdiction: 'england-and-wales',
    },
  ])
})

test('lists the entries of all jurisdictions, or of one', async () => {
  const [all, scotland] = await Promise.all([law('--list'), law('--list', 'scotland')])
  expect(all.out).toContain('ew-soa56-s33A')
  expect(scotland.out).toContain('sc-clcsa95-s11-brothel')
  expect(scotland.out).not.toContain('ew-soa56-s33A')
})

test('says what was probably meant', async () => {
  const { status, out, err } = await law('s.33B SOA 1956')
  expect(status).toBe(2)
  expect(out).toBe('')
  expect(err).toContain('did you mean "Section 33A of the Sexual Offences Act 1956"?')
})

test('wants a citation or --list, and a jurisdiction that it knows', async () => {
  expect((await law()).status).toBe(2)
  expect((await law('--list', 'atlantis')).status).toBe(2)
})
