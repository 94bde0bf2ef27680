/** Something that could not be read or used: one line that names it and the cure. */
export interface Failure {
  /** A path, or "path:line:column". */
  readonly path: string
  readonly reason: string
}

const REASONS: { readonly [code: string]: string } = {
  ENOENT: 'no such file or folder; check the path',
  EACCES: 'permission denied; ask its owner for leave to read it',
  EPERM: 'permission denied; ask its owner for leave to read it',
  EISDIR: 'is a folder, not a file',
  ELOOP: 'links to itself; name the file it should link to',
  ENAMETOOLONG: 'the path is too long for this system',
}

/** Why a file cannot be read, and the cure, by the code of the system’s error; `otherwise` for a code unknown here. */
export function reasonFor(code: string, otherwise = `cannot be read (${code})`): string {
  return REASONS[code] ?? otherwise
}

/** The code of a system error, such as ENOENT. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
