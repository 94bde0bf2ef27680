/**
 * The element of the page that has an id.
 *
 * @throws Error if there is none of that kind: the page and its script do not fit.
 */
export function element<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id)
  if (found instanceof kind) return found
  throw new Error(`The page has no ${kind.name} with the id ${id}`)
}
