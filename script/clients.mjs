// Runs the tests that need other people's programs: `npm run test:clients`, with `-- --all` those also that need more
// than Chromium, LibreOffice and Neovim. Other arguments go to Vitest.
import { spawnSync } from 'node:child_process'
import process from 'node:process'

const args = process.argv.slice(2)
const { status } = spawnSync(
  process.execPath,
  [
    ...['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/clients/vitest.config.ts'],
    ...args.filter((arg) => arg !== '--all'),
  ],
  {
    stdio: 'inherit',
    env: { ...process.env, ...(args.includes('--all') && { FAIRDRAFT_CLIENTS: 'all' }) },
  },
)
process.exitCode = status ?? 1
