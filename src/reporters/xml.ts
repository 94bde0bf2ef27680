import { printable } from '../printable.ts'

/** Characters that XML 1.0 cannot hold and that `printable` lets through. */
const FORBIDDEN = /[\uFFFE\uFFFF]/g

const ENTITIES: { readonly [sign: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** An element; attributes that are undefined are left out. `content` is XML. */
export function element(
  name: string,
  attributes: { readonly [name: string]: string | number | undefined },
  content = '',
): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${xmlText(String(value))}"`],
  )
  return content
    ? `<${name}${written.join('')}>${content}</${name}>`
    : `<${name}${written.join('')}/>`
}

/** Text, one line a line, that can stand in an element or an attribute and mean nothing else there. */
export function xmlText(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      printable(line)
        .replace(FORBIDDEN, '\uFFFD')
        .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign),
    )
    .join('&#10;')
}
