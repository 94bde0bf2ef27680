import { type Unzipped, unzipSync } from 'fflate'
import { decode } from './decode.ts'
import { UnreadableError } from './unreadable.ts'
import { type Prefixes, parseXml, type XmlElement } from './xml.ts'

/** How large the unpacked parts of a document may be, together: bytes. */
export const LARGEST_PACKAGE = 256_000_000
/** How large its parts of XML may be, together: bytes. As elements they take up to seventy times as much memory. */
const LARGEST_TEXT = 32_000_000
/** A part above a size, in bytes, that was packed more tightly than this is no honest document. */
const SUSPICIOUS_SIZE = 16_000_000
const TIGHTEST = 200

/** A part of a package that is XML. */
export interface Part {
  readonly path: string
  readonly source: string
  readonly root: XmlElement
}

/**
 * Unpacks those parts of a package (Word or OpenDocument) whose path is wanted: `largest` bytes at most.
 *
 * @throws UnreadableError if the package is damaged, or so large that it can only be an attack.
 */
export function unpack(
  bytes: Uint8Array,
  wanted: (path: string) => boolean,
  largest: number,
): Unzipped {
  let total = 0
  try {
    return unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        if (!wanted(name)) return false
        total += originalSize
        if (total > largest || (originalSize > SUSPICIOUS_SIZE && originalSize > size * TIGHTEST)) {
          throw new UnreadableError(
            'damaged',
            `unpacks to more than a document holds (${name}); open it in the program that made it and save it again, or split it`,
          )
        }
        return true
      },
    })
  } catch (error) {
    if (error instanceof UnreadableError) throw error
    throw new UnreadableError(
      'damaged',
      'is damaged or not complete: it cannot be unpacked; fetch it again, or open it in the program that made it and save it again',
    )
  }
}

/** The XML parts of a package, parsed when first asked for. */
export class Package {
  readonly #files: Unzipped
  readonly #prefixes: Prefixes
  readonly #parts = new Map<string, Part | undefined>()

  constructor(bytes: Uint8Array, prefixes: Prefixes) {
    this.#files = unpack(bytes, (path) => /\.(?:xml|rels)$/i.test(path), LARGEST_TEXT)
    this.#prefixes = prefixes
  }

  /**
   * A part by its path, with or without the slash before it; undefined if there is none.
   *
   * @throws UnreadableError if it is no well-formed XML.
   */
  part(path: string): Part | undefined {
    const key = path.replace(/^\//, '')
    if (!this.#parts.has(key)) this.#parts.set(key, this.#parse(key))
    return this.#parts.get(key)
  }

  #parse(path: string): Part | undefined {
    const bytes = this.#files[path]
    if (!bytes) return undefined
    const source = decode(bytes).text
    return { path, source, root: parseXml(source, this.#prefixes) }
  }
}
