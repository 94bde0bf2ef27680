import process from 'node:process'

/**
 * The day it is, in UTC, as 2027-03-01. `SOURCE_DATE_EPOCH`, the usual way to make a run repeatable,
 * can set another: a number of seconds since 1970.
 */
export function today(): string {
  const seconds = Number(process.env.SOURCE_DATE_EPOCH || Number.NaN)
  const day = Number.isFinite(seconds) ? new Date(seconds * 1000) : new Date()
  return day.toISOString().slice(0, 10)
}
