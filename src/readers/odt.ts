import type { Reading } from '../blocks.ts'
import type { Extract } from './index.ts'
export function readOdt(_input: unknown): Extract & Reading {
  throw new Error('to come')
}
