/** The path of a running process's program file. Three ways are tried; the answer tells which one it came. */
import type { ImagePath } from '../../../shared/model/evidence.ts'
import type { Probe } from '../../../shared/model/probe.ts'
import { known } from '../../../shared/model/probe.ts'
import { readDriveDevices } from '../files/drive-devices.ts'
import { kernel32 } from '../bridge/kernel32.ts'
import type { Kernel32 } from '../bridge/kernel32.ts'
import { listProcesses } from './list-processes.ts'
import { askNativePath } from './native-image-path.ts'
import { drivePathOf } from '../files/native-path.ts'
import type { DriveDevice } from '../files/native-path.ts'
import { withProcess } from './open-process.ts'
import type { ProcessIdentity } from './open-process.ts'
import { readTerminatedString } from '../bridge/read-strings.ts'
import {
  ERROR_INSUFFICIENT_BUFFER,
  failedFor,
  probeForError,
  skippedFor,
  unavailable,
} from '../bridge/reasons.ts'
import { programOfService } from './service-program.ts'
import { takeTurns } from '../../async/turns.ts'

export interface PathQuestion extends ProcessIdentity {
  readonly name: string
}

export interface ImagePathOptions {
  /** ImagePath of the service that runs in the pid, where there is one. */
  readonly serviceImagePath?: (pid: number) => string | undefined
  readonly signal?: AbortSignal
}

/** The three ways and the list that confirms them; the tests put others in their place. */
export interface ImagePathSystem {
  readonly askProcess: (question: PathQuestion) => Probe<string>
  readonly askNativePath: (pid: number) => Probe<string>
  readonly readDriveDevices: () => readonly DriveDevice[]
  readonly windowsFolder: string
  readonly listProcesses: typeof listProcesses
}

function liveSystem(api: Kernel32): ImagePathSystem {
  return {
    askProcess: (question) => askProcess(api, question),
    askNativePath,
    readDriveDevices: () => readDriveDevices(api),
    windowsFolder: process.env['SystemRoot'] ?? 'C:\\Windows',
    listProcesses,
  }
}

/**
 * Answers in the order of the questions. A pid that another process has taken over since the list answers
 * `process-ended`, never with the other's path.
 */
export async function readImagePaths(
  questions: readonly PathQuestion[],
  options: ImagePathOptions = {},
): Promise<readonly Probe<ImagePath>[]> {
  const api = kernel32()
  if (!api.ok) return questions.map(() => unavailable(api.failure))
  return askImagePaths(questions, options, liveSystem(api.value))
}

export async function askImagePaths(
  questions: readonly PathQuestion[],
  options: ImagePathOptions,
  system: ImagePathSystem,
): Promise<readonly Probe<ImagePath>[]> {
  const answers: Probe<ImagePath>[] = []
  let devices: readonly DriveDevice[] | undefined
  const rest = takeTurns()
  for (const question of questions) {
    await rest()
    if (options.signal?.aborted === true) {
      answers.push(skippedFor('cancelled'))
      continue
    }
    if (isOfTheKernel(question)) {
      answers.push(failedFor('no-program-file'))
      continue
    }
    const direct = system.askProcess(question)
    if (direct.state === 'known') {
      answers.push(imagePathOf(direct.value, 'handle'))
      continue
    }
    if (!mayComeWithoutHandle(direct)) {
      answers.push(direct)
      continue
    }
    devices ??= system.readDriveDevices()
    answers.push(withoutHandle(question, devices, direct, options, system))
  }
  return confirmed(questions, answers, system)
}

/** Also where Windows has no handle left to give. */
function mayComeWithoutHandle(direct: Probe<string>): boolean {
  return (
    direct.state === 'denied' || (direct.state === 'failed' && direct.reason === 'windows-error')
  )
}

/** The idle process is no process, and cannot be opened; the system's own has this number on every Windows. */
function isOfTheKernel({ pid, name }: PathQuestion): boolean {
  return pid === 0 || (pid === 4 && name === 'System')
}

/** Processes without a program, such as `Registry` and `MemCompression`, answer with their bare name. */
function imagePathOf(
  answer: string,
  way: ImagePath['way'],
  pathOf = (path: string) => path,
): Probe<ImagePath> {
  return answer.includes('\\') ? known({ path: pathOf(answer), way }) : failedFor('no-program-file')
}

function askProcess(api: Kernel32, question: PathQuestion): Probe<string> {
  return withProcess(api, question, (process) => {
    for (let chars = 1024; chars <= 65_536; chars *= 4) {
      const name = Buffer.alloc(2 * chars)
      const size = Buffer.alloc(4)
      size.writeUInt32LE(chars)
      if (api.QueryFullProcessImageNameW(process, 0, name, size) !== 0) {
        const path = readTerminatedString(name)
        return path === '' ? failedFor('unreadable') : known(path)
      }
      const code = api.GetLastError()
      if (code !== ERROR_INSUFFICIENT_BUFFER) return probeForError(code)
    }
    return failedFor('unreadable')
  })
}

function withoutHandle(
  question: PathQuestion,
  devices: readonly DriveDevice[],
  direct: Probe<never>,
  options: ImagePathOptions,
  system: ImagePathSystem,
): Probe<ImagePath> {
  const native = system.askNativePath(question.pid)
  if (native.state === 'known') {
    return imagePathOf(native.value, 'pid', (path) => drivePathOf(path, devices))
  }
  const configured = options.serviceImagePath?.(question.pid)
  if (configured === undefined) return direct
  const path = programOfService(configured, question.name, system.windowsFolder)
  return path === null ? direct : known({ path, way: 'service' })
}

/** Answers that came without a handle could be those of a later process: one more list tells. */
async function confirmed(
  questions: readonly PathQuestion[],
  answers: readonly Probe<ImagePath>[],
  system: ImagePathSystem,
): Promise<readonly Probe<ImagePath>[]> {
  if (answers.every((answer) => answer.state !== 'known' || answer.value.way === 'handle')) {
    return answers
  }
  const now = await system.listProcesses()
  const startOf = new Map(
    now.ok ? now.value.processes.map((record) => [record.pid, record.startedAtUtc]) : [],
  )
  return answers.map((answer, index) => {
    const question = questions[index]
    if (answer.state !== 'known' || answer.value.way === 'handle') return answer
    return question && startOf.get(question.pid) === question.startedAtUtc
      ? answer
      : failedFor('process-ended')
  })
}
