#!/usr/bin/env node
import module from 'node:module'

// Node 22 and later keep compiled code between runs, for all that is loaded from here on.
const enable: unknown = Reflect.get(module, 'enableCompileCache')
if (typeof enable === 'function') enable()

await import('./main.ts')
