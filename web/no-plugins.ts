/** Stands in for the tree that other people’s plugins get: the page loads none. */

/** @throws Error always. */
export function fullTree(): never {
  throw new Error('The page runs no plugins.')
}
