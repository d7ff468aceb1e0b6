/** Memory that Windows keeps pointing at between two calls. */
import type { Koffi, Pointer } from './load-koffi.ts'

/**
 * Zeroed memory that never moves. A Buffer of less than 64 bytes may lie in the JavaScript heap, where the
 * garbage collector moves it; the memory of an ArrayBuffer of its own stays. Hold on to it (see `holding`)
 * for as long as Windows has its address.
 */
export function stillMemory(sizeBytes: number): Buffer {
  return Buffer.from(new ArrayBuffer(sizeBytes))
}

/** UTF-16 with its closing NUL, in memory that never moves. */
export function stillString(text: string): Buffer {
  const memory = stillMemory(2 * text.length + 2)
  memory.write(text, 'utf16le')
  return memory
}

const held = new Set<readonly Buffer[]>()

/** Keeps the buffers from being collected until the task is over, whatever the compiler thinks of their last use. */
export async function holding<T>(buffers: readonly Buffer[], task: () => Promise<T>): Promise<T> {
  held.add(buffers)
  try {
    return await task()
  } finally {
    held.delete(buffers)
  }
}

/** A copy of native memory. The caller vouches for address and size. */
export function copyMemory(koffi: Koffi, at: Pointer, sizeBytes: number): Buffer {
  return Buffer.from(koffi.decode(at, 'uint8', sizeBytes) as Uint8Array)
}
