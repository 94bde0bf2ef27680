import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 300_000,
    // Vitest would leave a core idle: half of a small machine.
    maxWorkers: '100%',
    // Files share the modules: what each would load anew is most of the time. No test may change what another one reads.
    isolate: false,
  },
})
