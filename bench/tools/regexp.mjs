// The floor: one RegExp of all terms.
import { TERMS } from '../corpus.mjs'
import { paths, read, tell } from './files.mjs'

const pattern = new RegExp(`\\b(?:${Object.keys(TERMS).join('|')})\\b`, 'gi')
let count = 0
for (const path of paths) count += read(path).match(pattern)?.length ?? 0
tell(count)
