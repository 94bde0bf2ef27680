import process from 'node:process'
import { configDefaults, defineConfig } from 'vitest/config'

/** What needs more than Chromium, LibreOffice and Neovim: only `npm run test:clients -- --all` runs it. */
const MORE = ['ci', 'emacs', 'gramma', 'vim', 'vscode'].map(
  (name) => `test/clients/${name}.client.ts`,
)

/** Tests that need a program besides Node: `npm run test:clients`. They install nothing. */
export default defineConfig({
  test: {
    include: ['test/clients/*.client.ts'],
    exclude: [...configDefaults.exclude, ...(process.env.FAIRDRAFT_CLIENTS === 'all' ? [] : MORE)],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
