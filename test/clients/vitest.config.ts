import process from 'node:process'
import { configDefaults, defineConfig } from 'vitest/config'

/** What needs more than Chromium, LibreOffice, Neovim and pandoc: only `npm run test:clients -- --all` runs it. */
const MORE = ['ci', 'emacs', 'gramma', 'languagetool', 'ooxml', 'vim', 'vscode', 'yaml'].map(
  (name) => `test/clients/${name}.client.ts`,
)

/** Tests that need a program besides Node: `npm run test:clients`. They install nothing. */
export default defineConfig({
  test: {
    include: ['test/clients/*.client.ts'],
    exclude: [...configDefaults.exclude, ...(process.env.FAIRDRAFT_CLIENTS === 'all' ? [] : MORE)],
    // Other people's programs start slowly on a busy machine.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
