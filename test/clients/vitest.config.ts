import { defineConfig } from 'vitest/config'

/** Tests that need a program besides Node: `npm run test:clients`. They install nothing. */
export default defineConfig({
  test: { include: ['test/clients/**/*.client.ts'], testTimeout: 120_000, hookTimeout: 60_000 },
})
