/** The day on which the command runs, in universal time: 2026-11-21. */
export function today(): string {
  return new Date().toISOString().slice(0, 10)
}
