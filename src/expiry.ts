/** Whether a text is a day of the calendar, written as 2027-03-01. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/**
 * Whether something that holds until a day, that day included, holds no longer. Both days are written
 * as 2027-03-01. Without a day, or where nobody says what day it is, it holds.
 */
export function hasExpired(until: string | undefined, today: string | undefined): boolean {
  return until !== undefined && today !== undefined && isDate(until) && until < today
}
