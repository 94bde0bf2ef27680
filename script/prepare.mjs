// Builds dist/ unless it is newer than all that it is made from: npx prepares a package that npm ci has just prepared.
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const SOURCES = ['coverage', 'law', 'presets', 'schema', 'script', 'src', 'terms', 'web']
const FILES = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json']

const changed = [...FILES, ...SOURCES.flatMap(filesIn)].map((path) => statSync(path).mtimeMs)
// The build writes it last.
const built = statSync('dist/licences.txt', { throwIfNoEntry: false })?.mtimeMs ?? 0
if (changed.some((time) => time > built)) await import('./build.mjs')

/** The files of a folder, but for src/data, which the build makes as well. */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.parentPath !== join('src', 'data'))
    .map(({ parentPath, name }) => join(parentPath, name))
}
