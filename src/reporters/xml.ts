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
    value === undefined ? [] : [` ${key}="${xmlLine(String(value))}"`],
  )
  return content
    ? `<${name}${written.join('')}>${content}</${name}>`
    : `<${name}${written.join('')}/>`
}

/** Lines of text that can stand in an element and mean nothing else there. */
export function xmlText(text: string): string {
  return text.split('\n').map(xmlLine).join('\n')
}

function xmlLine(text: string): string {
  return printable(text)
    .replace(FORBIDDEN, '\uFFFD')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}
