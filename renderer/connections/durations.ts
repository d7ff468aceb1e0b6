/** Durations in words. `34 ms`, `1.2 s`. */
import type { Words } from '../../shared/text/texts.ts'

const made = new Map<string, Intl.NumberFormat>()

function formatter(language: string): Intl.NumberFormat {
  const kept = made.get(language)
  if (kept !== undefined) return kept
  const fresh = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  made.set(language, fresh)
  return fresh
}

export function durationWords({ t, language }: Words, elapsedMs: number): string {
  const numbers = formatter(language)
  return elapsedMs < 1_000
    ? t('connectionView.time.ms', { value: numbers.format(Math.round(elapsedMs)) })
    : t('connectionView.time.s', { value: numbers.format(elapsedMs / 1_000) })
}
