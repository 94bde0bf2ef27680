import process from 'node:process'
import fc from 'fast-check'

// A commit passes or fails for good: whatever draws examples draws the same ones on every run.
// FAIRDRAFT_SEED=7 npm test draws others; a failing property prints the seed and the path that show it again.
fc.configureGlobal({ seed: Number(process.env.FAIRDRAFT_SEED ?? 1) })
