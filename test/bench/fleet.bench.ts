/**
 * One measurement of a fleet in a process of its own: `write KIND COUNT FILE`, `loop FILE` (reads and JSON-parses each
 * line, and nothing else), `read FILE`, `empty`. Prints one JSON object.
 */
import { closeSync, openSync, readFileSync, readSync, writeSync } from 'node:fs'
import { createFleetList } from '../../shared/fleet/query.ts'
import { readFleet } from '../../electron/fleet/read-fleet.ts'
import { generatePc, recordOf, type FleetKind } from '../fleet/generate.ts'

const [task = '', ...rest] = process.argv.slice(2)

function write(kind: FleetKind, count: number, file: string, isDistinct: boolean): void {
  const handle = openSync(file, 'w')
  let part = ''
  for (let index = 0; index < count; index += 1) {
    part += `${recordOf(kind, generatePc(index, { isDistinct }))}\n`
    if (part.length < 4_000_000) continue
    writeSync(handle, part)
    part = ''
  }
  writeSync(handle, part)
  closeSync(handle)
}

function loop(file: string): number {
  const handle = openSync(file, 'r')
  const buffer = Buffer.allocUnsafe(1_000_000)
  let before: Buffer = Buffer.alloc(0)
  let parsed = 0
  for (;;) {
    const bytes = readSync(handle, buffer, 0, buffer.length, null)
    if (bytes === 0) break
    const chunk = buffer.subarray(0, bytes)
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      const text =
        before.length === 0
          ? chunk.toString('utf8', from, end)
          : Buffer.concat([before, chunk.subarray(from, end)]).toString('utf8')
      before = Buffer.alloc(0)
      if (JSON.parse(text) !== null) parsed += 1
      from = end + 1
    }
    before = Buffer.concat([before, chunk.subarray(from)])
  }
  closeSync(handle)
  return parsed
}

/** The most that this process ever held; `maxRSS` would begin with what its parent held. */
function mostMemoryMb(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024
  return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024
}

async function measured(run: () => Promise<number> | number): Promise<void> {
  const begun = process.cpuUsage()
  const count = await run()
  const { user, system } = process.cpuUsage(begun)
  process.stdout.write(
    JSON.stringify({
      count,
      cpuMs: (user + system) / 1000,
      memoryMb: mostMemoryMb(),
    }),
  )
}

const [first = '', second = '', third = '', fourth = ''] = rest
if (task === 'write') write(first as FleetKind, Number(second), third, fourth === 'distinct')
else if (task === 'loop') await measured(() => loop(first))
else if (task === 'empty') await measured(() => 0)
else {
  await measured(async () => {
    const fleet = await readFleet([first])
    const list = createFleetList(fleet)
    const { answered } = list.summary(fleet.files.length)
    const page = list.page({ filter: '', finding: null, from: 0, count: 60 })
    return page.rows.length === 0 ? 0 : answered
  })
}
