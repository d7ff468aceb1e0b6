/** Processes in the bytes of NtQuerySystemInformation(SystemProcessInformation). */
import { isoFromFiletime } from '../bridge/filetime.ts'
import { readPointedText } from '../bridge/read-strings.ts'

export interface ProcessRecord {
  readonly pid: number
  readonly parentPid: number
  /** As given. Pid 0, the idle process, has none. */
  readonly name: string
  /** ISO 8601, UTC. Null where Windows tells none (pid 0). */
  readonly startedAtUtc: string | null
  readonly workingSetBytes: number
  /** What is its own alone, as Task Manager shows it. Null where this system does not fill it in. */
  readonly privateBytes: number | null
  /** Of the processor, in all since it started. */
  readonly cpuMs: number
  readonly sessionId: number
  readonly threadCount: number
  readonly handleCount: number
}

export interface ProcessSnapshot {
  readonly processes: readonly ProcessRecord[]
  /** False when a row could not be read: then "not in the list" does not mean "not running". */
  readonly isComplete: boolean
}

/**
 * SYSTEM_PROCESS_INFORMATION of 64-bit Windows, the same on x64 and ARM64, and the same for an x64 program
 * that runs emulated on ARM64. The thread rows behind it are not read.
 * https://learn.microsoft.com/windows/win32/api/winternl/nf-winternl-ntquerysysteminformation
 */
const at = {
  nextEntryOffset: 0x00,
  numberOfThreads: 0x04,
  workingSetPrivateSize: 0x08,
  createTime: 0x20,
  userTime: 0x28,
  kernelTime: 0x30,
  nameLengthBytes: 0x38,
  nameAddress: 0x40,
  uniqueProcessId: 0x50,
  inheritedFromUniqueProcessId: 0x58,
  handleCount: 0x60,
  sessionId: 0x64,
  workingSetSize: 0x90,
} as const
const readBytes = 0x98

/**
 * @param bytes what was filled in, cut to the length that Windows gave.
 * @param baseAddress where `bytes` lay during the call: the names are given as absolute addresses.
 */
export function readProcessInformation(bytes: Buffer, baseAddress: bigint): ProcessSnapshot {
  const processes: ProcessRecord[] = []
  let isComplete = true
  let offset = 0
  for (;;) {
    if (offset + readBytes > bytes.length) return { processes, isComplete: false }
    const record = readRecord(bytes, offset, baseAddress)
    if (record === undefined) isComplete = false
    else processes.push(record)

    const next = bytes.readUInt32LE(offset + at.nextEntryOffset)
    if (next === 0) return { processes, isComplete }
    // A row that begins inside the last one is broken, and could make this loop endless.
    if (next < readBytes) return { processes, isComplete: false }
    offset += next
  }
}

function readRecord(bytes: Buffer, offset: number, baseAddress: bigint): ProcessRecord | undefined {
  const pid = safeNumber(bytes.readBigUInt64LE(offset + at.uniqueProcessId))
  const parentPid = safeNumber(bytes.readBigUInt64LE(offset + at.inheritedFromUniqueProcessId))
  const workingSetBytes = safeNumber(bytes.readBigUInt64LE(offset + at.workingSetSize))
  const name = readName(bytes, offset, baseAddress)
  if (
    pid === undefined ||
    parentPid === undefined ||
    workingSetBytes === undefined ||
    name === undefined
  ) {
    return undefined
  }
  return {
    pid,
    parentPid,
    name,
    startedAtUtc: isoFromFiletime(bytes.readBigInt64LE(offset + at.createTime)),
    workingSetBytes,
    privateBytes: privateBytesAt(bytes, offset, workingSetBytes),
    cpuMs: cpuMsAt(bytes, offset),
    sessionId: bytes.readUInt32LE(offset + at.sessionId),
    threadCount: bytes.readUInt32LE(offset + at.numberOfThreads),
    handleCount: bytes.readUInt32LE(offset + at.handleCount),
  }
}

/** Of a process that is in memory some part is its own: 0 beside a working set means that nobody counted. */
function privateBytesAt(bytes: Buffer, offset: number, workingSetBytes: number): number | null {
  const size = safeNumber(bytes.readBigUInt64LE(offset + at.workingSetPrivateSize))
  if (size === undefined || size > workingSetBytes) return null
  return size === 0 && workingSetBytes > 0 ? null : size
}

const ticksPerMs = 10_000

function cpuMsAt(bytes: Buffer, offset: number): number {
  const ticks = (field: number) => Number(bytes.readBigUInt64LE(offset + field))
  return Math.round((ticks(at.userTime) + ticks(at.kernelTime)) / ticksPerMs)
}

function readName(bytes: Buffer, offset: number, baseAddress: bigint): string | undefined {
  const lengthBytes = bytes.readUInt16LE(offset + at.nameLengthBytes)
  const address = bytes.readBigUInt64LE(offset + at.nameAddress)
  return readPointedText(bytes, baseAddress, address, lengthBytes)
}

function safeNumber(value: bigint): number | undefined {
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : undefined
}
