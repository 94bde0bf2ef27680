/**
 * What is told of an error that should not be: its kind and the places where it was thrown. Its message may hold words
 * of a document, and a path says where somebody works: neither belongs in a log.
 */
export function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const { name, message, stack = '' } = error
  const [, ...places] = stack.replace(message, '').split('\n    at ')
  const short = places.slice(0, 3).map((place) => place.replace(/^([^\\/]*?\()?.*[\\/]/, '$1'))
  return short.length > 0 ? `${name} at ${short.join(', ')}` : name
}
