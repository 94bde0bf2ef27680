import type { Prefixes, XmlElement } from '../xml.ts'

const OPEN = 'http://schemas.openxmlformats.org'
const STRICT = 'http://purl.oclc.org/ooxml'

/** The namespaces of a Word file, of the transitional and of the strict kind. */
export const WORD_PREFIXES: Prefixes = new Map([
  [`${OPEN}/wordprocessingml/2006/main`, 'w'],
  [`${STRICT}/wordprocessingml/main`, 'w'],
  [`${OPEN}/officeDocument/2006/relationships`, 'r'],
  [`${STRICT}/officeDocument/relationships`, 'r'],
  [`${OPEN}/officeDocument/2006/math`, 'm'],
  [`${STRICT}/officeDocument/math`, 'm'],
  [`${OPEN}/drawingml/2006/chart`, 'c'],
  [`${STRICT}/drawingml/chart`, 'c'],
  ['http://schemas.microsoft.com/office/drawing/2014/chartex', 'cx'],
  [`${OPEN}/drawingml/2006/diagram`, 'dgm'],
  [`${STRICT}/drawingml/diagram`, 'dgm'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
  [`${OPEN}/markup-compatibility/2006`, 'mc'],
  [`${OPEN}/package/2006/relationships`, 'rel'],
  [`${OPEN}/package/2006/content-types`, 'ct'],
])

/** The `w:val` of an element. */
export function valOf(element: XmlElement | undefined): string | undefined {
  return element?.attributes.get('w:val')
}

/** Whether a property that can be on or off is on; undefined if it is not there. */
export function isOn(element: XmlElement | undefined): boolean | undefined {
  if (!element) return undefined
  return !/^(?:0|false|off|none)$/i.test(valOf(element) ?? 'on')
}
