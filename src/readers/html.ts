import type { Reading } from '../blocks.ts'
import type { Extract } from './index.ts'
export function readHtml(_input: unknown): Extract & Reading {
  throw new Error('to come')
}
