/** Anything that has fields, whatever is in them. */
export interface Fields {
  readonly [name: string]: unknown
}

/** The fields of what somebody else sent, such as JSON: none if it has none. */
export function fieldsOf(value: unknown): Fields {
  return hasFields(value) ? value : {}
}

function hasFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null
}

/** The keys of an object that is known to have no others than its type says. */
export function keysOf<Key extends string>(object: { readonly [key in Key]: unknown }): Key[] {
  const isKey = (key: string): key is Key => Object.hasOwn(object, key)
  return Object.keys(object).filter(isKey)
}
