// Generated from schema/sources.schema.json by `npm run types:write`. Do not edit.

/**
 * What the packs' positions rest on: one entry a page or document.
 */
export interface Sources {
  [k: string]: Source
}
export interface Source {
  /**
   * Author and page, as a reader would cite it.
   */
  title: string
  /**
   * Its address.
   */
  url: string
  /**
   * What to know of the copy that was read.
   */
  note?: string
}
