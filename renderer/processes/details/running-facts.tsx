/** Facts of a running program: start, account, services, cost. */
import type { ExaminedProcess } from '../../../shared/model/inspection.ts'
import { shownMemory } from '../../../shared/model/process.ts'
import type { ProcessOwner } from '../../../shared/model/owner.ts'
import type { Words } from '../../../shared/text/texts.ts'
import { shortText } from '../../../shared/text/visible-text.ts'
import type { Fact } from '../../parts/facts/FactList.tsx'
import { ProbeValue } from '../../parts/facts/ProbeValue.tsx'
import { megabytes } from '../../text/numbers.ts'
import { dayAndTime } from '../../text/times.ts'

/** @param ago how long ago it started, in words. */
export function runningFacts(
  words: Words,
  process: ExaminedProcess,
  ago: string | undefined,
): readonly Fact[] {
  const { t, language } = words
  const { pid, parentPid, parentName, startedAtUtc, counts } = process
  const parent =
    parentName === null
      ? t('window.passport.process', { pid: parentPid })
      : t('window.passport.processNamed', { name: shortText(parentName), pid: parentPid })
  return [
    { name: t('window.details.instance'), values: [pid] },
    {
      name: t('window.details.started'),
      values: [
        <ProbeValue
          key="at"
          probe={startedAtUtc}
          show={(utc) => startWords(dayAndTime(language, utc), ago)}
        />,
      ],
    },
    { name: t('window.passport.parent'), values: [parent] },
    {
      name: t('window.passport.owner'),
      values: [
        <ProbeValue key="who" probe={process.owner} show={(owner) => ownerWords(words, owner)} />,
      ],
    },
    {
      name: t('window.passport.services'),
      values: [
        <ProbeValue
          key="which"
          probe={process.services}
          show={(names) => names.join(', ') || t('window.passport.noServices')}
        />,
      ],
    },
    {
      name: t('window.passport.memory'),
      values: memoryWords(words, process),
    },
    {
      name: t('window.passport.counts'),
      values: [
        <ProbeValue
          key="all"
          probe={counts}
          show={({ sessionId, threads, handles }) =>
            [
              t('window.passport.session', { id: sessionId }),
              t('window.passport.threads', { count: threads }),
              t('window.passport.handles', { count: handles }),
            ].join(' · ')
          }
        />,
      ],
    },
  ]
}

/** Both figures, and which of them Task Manager shows. */
function memoryWords(words: Words, process: ExaminedProcess): Fact['values'] {
  const { t, language } = words
  const { privateBytes, workingSetBytes } = process
  if (privateBytes?.state !== 'known' || workingSetBytes.state !== 'known') {
    return [
      <ProbeValue
        key="size"
        probe={shownMemory(process)}
        show={(bytes) => megabytes(language, bytes)}
      />,
    ]
  }
  return [
    t('processes.memory.both', {
      own: megabytes(language, privateBytes.value),
      all: megabytes(language, workingSetBytes.value),
    }),
  ]
}

function startWords(time: string, ago: string | undefined): string {
  return ago === undefined ? time : `${time} (${ago})`
}

function ownerWords({ t }: Words, { account, securityId, integrity }: ProcessOwner): string {
  const who = account ?? securityId
  return integrity === null ? who : `${who} · ${t(`window.integrity.${integrity}`)}`
}
