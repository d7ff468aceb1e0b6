/** Words of a failed inspection, and what to do next. */
import type { RequestFailure } from '../../shared/ipc/channels.ts'
import type { InspectionFailure } from '../../shared/model/inspection.ts'
import type { Words } from '../../shared/text/texts.ts'
import { visibleText } from '../../shared/text/visible-text.ts'

/** Why a look did not work: the list failed, or the request itself did. */
export type LookFailure = InspectionFailure | RequestFailure

export interface FailureWords {
  readonly title: string
  readonly next: string
}

const requestFailures: readonly string[] = [
  'refused-sender',
  'bad-arguments',
  'internal',
] satisfies readonly RequestFailure['code'][]

function isOurs(failure: LookFailure): failure is RequestFailure {
  return requestFailures.includes(failure.code)
}

export function failureWords(words: Words, failure: LookFailure): FailureWords {
  const { t } = words
  if (isOurs(failure)) {
    return { title: t('window.failure.internal.title'), next: t('window.failure.internal.next') }
  }
  return {
    title: t(`listingFailure.${failure.code}.title`),
    next: t(`listingFailure.${failure.code}.next`),
  }
}

/** For "Copy details" and the screen: what the system said, line by line, with nothing hidden in it. */
export function failureDetails(failure: LookFailure): string {
  const lines = failure.detail.split(/\r?\n/).map(visibleText)
  return [failure.code, ...lines].join('\n')
}
