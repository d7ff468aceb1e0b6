/** What the search found, as rows to choose from: symptom, what runs here, error number, tip; what does not run is one row at the end. */
import type { Catalogue } from '../../shared/catalogue/schemas/catalogue-schema.ts'
import type { WhatIsAnswer } from '../../shared/catalogue/what-is.ts'
import { findSymptoms } from '../../shared/search/find-symptoms.ts'
import { findTips } from '../../shared/search/find-tips.ts'
import { matcherOf } from '../../shared/search/match-words.ts'
import { errorWords } from '../../shared/text/error-words.ts'
import { wordsOfProcess } from '../../shared/text/process-words.ts'
import type { TextKey, Words } from '../../shared/text/words.ts'
import { nameOfOther, otherOf } from '../../shared/text/what-is-words.ts'
import type { ViewProps } from '../view/view-props.ts'
import type { RunningRow } from '../overview/running-rows.ts'
import type { Level } from '../parts/LevelSign.tsx'
import { megabytes } from '../text/numbers.ts'

export const groups = ['symptom', 'running', 'answer', 'error', 'tip'] as const
type Group = (typeof groups)[number]

export interface Option {
  readonly id: string
  readonly group: Group | 'more'
  readonly title: string
  readonly body: string
  readonly pill?: { readonly level: Level; readonly text: string } | undefined
  /** Where Enter leads; null where the answer stands below the list. */
  readonly leads: Parameters<ViewProps['go']> | null
}

const most: Readonly<Record<Group, number>> = {
  symptom: 3,
  running: 5,
  answer: 1,
  error: 3,
  tip: 2,
}

interface Question {
  readonly words: Words
  readonly text: string
  readonly answer: WhatIsAnswer
  readonly rows: readonly RunningRow[]
  readonly catalogue: Catalogue
}

export function optionsOf({ words, text, answer, rows, catalogue }: Question): readonly Option[] {
  const { t } = words
  const isMeant = matcherOf(text)
  const named = [answer.entryId, ...answer.suggestions.map(({ entryId }) => entryId)].filter(
    (id): id is string => id !== null,
  )
  const found: readonly Option[] = [
    ...findSymptoms(text, words, namesIn(words, answer, catalogue)).map((symptom): Option => ({
      id: `symptom ${symptom}`,
      group: 'symptom',
      title: t(`doctor.symptom.${symptom}.name`),
      body: t(`doctor.symptom.${symptom}.words`),
      leads: ['fix', symptom],
    })),
    ...rows
      .filter(
        (row) =>
          named.includes(row.id) ||
          (answer.entryId === null && isMeant?.(`${row.name} ${row.below} ${row.what}`) === true),
      )
      .map((row): Option => {
        const memory =
          row.memory.state === 'known' ? [megabytes(words.language, row.memory.value)] : []
        return {
          id: `running ${row.id} ${row.pid}`,
          group: 'running',
          title: row.name === row.below ? row.name : `${row.name} · ${row.below}`,
          body: [row.what, `PID ${row.pid}`, ...memory].join(' · '),
          pill: { level: row.level, text: row.verdict },
          leads: ['processes', row.id],
        }
      }),
    ...answerOptions(words, answer, rows, catalogue),
    ...answer.errors.map((match): Option => {
      const { title, meaning } = errorWords(words, match)
      return {
        id: `error ${match.row.id}`,
        group: 'error',
        title,
        body: meaning,
        leads: null,
      }
    }),
    ...findTips(text, words, catalogue).map(({ id, verdict }): Option => ({
      id: `tip ${id}`,
      group: 'tip',
      title: t(`myths.item.${id}.tip` as TextKey),
      body: t(`myths.item.${id}.truth` as TextKey),
      pill: {
        level: verdict === 'breaks' ? 'attention' : 'info',
        text: t(`myths.verdict.${verdict}`),
      },
      leads: ['help', id],
    })),
  ]
  const shown = groups.flatMap((group) =>
    found.filter((option) => option.group === group).slice(0, most[group]),
  )
  return [...shown, ...moreOption(words, named, shown, catalogue)]
}

/** The program that the text names, also with a slip: its name is no word of a symptom. */
function namesIn(words: Words, answer: WhatIsAnswer, { processes }: Catalogue): string {
  const [like] = answer.suggestions
  const id = answer.entryId ?? (like?.why === 'typo' ? like.entryId : null)
  const entry = processes.find((one) => one.id === id)
  if (entry === undefined) return ''
  return `${answer.name} ${entry.imageName} ${wordsOfProcess(words, entry.id).name}`
}

/** A program that is named and does not run: what it is stands in the row. */
function answerOptions(
  words: Words,
  answer: WhatIsAnswer,
  rows: readonly RunningRow[],
  catalogue: Catalogue,
): readonly Option[] {
  const id = answer.entryId ?? answer.suggestions[0]?.entryId
  const entry = catalogue.processes.find((one) => one.id === id)
  if (entry !== undefined && !rows.some((row) => row.id === entry.id)) {
    const { name, summary } = wordsOfProcess(words, entry.id)
    return [
      {
        id: `answer ${entry.id}`,
        group: 'answer',
        title: `${entry.imageName} · ${name}`,
        body: `${summary} · ${words.t('whatIs.entry.notRunning')}`,
        leads: ['processes', entry.id],
      },
    ]
  }
  const other = otherOf(answer)
  if (other === undefined) return []
  const title = nameOfOther(other, answer.name)
  return [{ id: `answer ${other.id}`, group: 'answer', title, body: '', leads: null }]
}

function moreOption(
  { t }: Words,
  named: readonly string[],
  shown: readonly Option[],
  { processes }: Catalogue,
): readonly Option[] {
  const isShown = (id: string) =>
    shown.some(({ leads }) => leads !== null && leads[0] === 'processes' && leads[1] === id)
  const rest = named.filter((id) => !isShown(id) && processes.some((one) => one.id === id))
  if (rest.length === 0) return []
  return [
    {
      id: 'more',
      group: 'more',
      title: t('search.more', { count: rest.length }),
      body: '',
      leads: rest.length === 1 ? ['processes', rest[0] ?? ''] : ['processes'],
    },
  ]
}
