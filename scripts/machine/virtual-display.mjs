/** The display of windows during the tests. On Linux on a display of their own, so that nobody's screen flickers. */
import { spawn } from 'node:child_process'
import { hangGuardMs } from './run.mjs'

/**
 * Starts Xvfb on a free display; it lives until `close`.
 * @returns {Promise<{ display: string, close: () => void }>}
 * @throws {Error} when it does not start
 */
export function openVirtualDisplay() {
  return new Promise((resolve, reject) => {
    const server = spawn(
      'Xvfb',
      ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
    )
    const close = () => void server.kill()
    const give = (/** @type {Error} */ error) => {
      clearTimeout(timer)
      close()
      reject(error)
    }
    const timer = setTimeout(() => give(new Error('Xvfb did not start')), hangGuardMs)
    let written = ''
    server.stdio[3]?.on('data', (chunk) => {
      written += chunk
      if (!written.includes('\n')) return
      clearTimeout(timer)
      process.once('exit', close)
      resolve({ display: `:${written.trim()}`, close })
    })
    server.on('error', (error) => give(new Error(`Xvfb did not start: ${error.message}`)))
    server.on('exit', (code) => give(new Error(`Xvfb ended with code ${code}`)))
  })
}

/** Work that opens windows: on Linux on a display that is there for it alone. @template T @param {() => Promise<T>} work */
export async function onOwnDisplay(work) {
  if (process.platform !== 'linux') return work()
  const { display, close } = await openVirtualDisplay()
  process.env['DISPLAY'] = display
  try {
    return await work()
  } finally {
    close()
  }
}
