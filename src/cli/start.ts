#!/usr/bin/env node
import module from 'node:module'

// Node 22 and later keep compiled code between runs, for all modules that are loaded from here on.
const enable: unknown = Reflect.get(module, 'enableCompileCache')
if (typeof enable === 'function') enable()

const { core, keepCompiled } = await import('./core.ts')
if (await core['./main.js'].run()) await keepCompiled()
