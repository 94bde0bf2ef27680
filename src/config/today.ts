import process from 'node:process'
import type { Settings } from '../settings.ts'

/**
 * The day it is, in UTC, as 2027-03-01. `SOURCE_DATE_EPOCH`, the usual way to make a run repeatable,
 * can set another: a number of seconds since 1970.
 */
export function today(): string {
  const seconds = Number(process.env.SOURCE_DATE_EPOCH || Number.NaN)
  const day = Number.isFinite(seconds) ? new Date(seconds * 1000) : new Date()
  return day.toISOString().slice(0, 10)
}

/**
 * Settings as they are today, for what runs for days; the same ones all day, because what was found is remembered
 * for them.
 */
export function ofToday(settings: Settings): Settings {
  const day = today()
  const known = latest.get(settings) ?? settings
  if (known.today === day) return known
  const renewed = { ...settings, today: day }
  latest.set(settings, renewed)
  return renewed
}

const latest = new WeakMap<Settings, Settings>()
