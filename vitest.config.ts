import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    setupFiles: ['tests/support/setup.ts'],
    // Files share a process: most of a run was loading the house anew for each of them.
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
  },
})
