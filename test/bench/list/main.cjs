// How fast is the list of all processes with 10,000 rows? Answers the page's question for a list from recorded rows,
// drives the page through its measurements, and writes them to the file named by INSPECTOR_ANSWER.
const { readFileSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')
const { app, BrowserWindow, ipcMain } = require('electron')

const folder = process.env.INSPECTOR_PAGE
const { packListing } = require(process.env.INSPECTOR_PACKER)
const rows = JSON.parse(readFileSync(process.env.INSPECTOR_ROWS, 'utf8'))
/** Which list comes next: the same, one with other sizes, or one of other processes. */
let kind = 'same'
let round = 0

const known = (value) => ({ state: 'known', value })

function listing() {
  if (kind !== 'same') round += 1
  const processes = rows.map((row, index) => ({
    ...row,
    // A tenth of all processes use more memory than before, and five others have started.
    privateBytes: known(row.privateBytes.value + (index % 10 === 0 ? round * 4096 : 0)),
    // The same tenth has worked.
    cpuMs: known(row.cpuMs.value + (index % 10 === 0 ? round * 40 : 0)),
    pid: kind === 'started' && index < 5 ? 100_000 + round * 5 + index : row.pid,
  }))
  const load = {
    atMs: round * 2000,
    processors: 8,
    memoryBytes: 16e9,
    memoryInUseBytes: 9e9,
  }
  return {
    lister: 'in-process',
    processes,
    processesSeen: processes.length,
    isComplete: true,
    load,
  }
}

/** Of every process: path, command line, services and signer, as the background has found them. */
function facts(revision) {
  if (revision > 0) return { revision: 1, processes: [], files: [], pending: 0 }
  const paths = rows.map(({ name }, index) => `C:\\Program Files\\Company ${index % 300}\\${name}`)
  const signer = (index) => ({ commonName: `Company ${index}`, organization: `Company ${index}` })
  const signature = (index) => ({
    ...{ verdict: 'trusted', where: 'embedded', code: 0, signer: signer(index % 300) },
    ...{ issuer: 'Issuer', stampedAtUtc: null },
  })
  return {
    revision: 1,
    processes: rows.map(({ pid, startedAtUtc }, index) => ({
      ...{ pid, startedAtUtc: startedAtUtc.value, imagePath: known(paths[index]) },
      commandLine: known(`"${paths[index]}" --type=worker --id=${index}`),
      services: known(index % 40 === 0 ? [`Service${index}`] : []),
    })),
    files: [...new Set(paths)].map((path, index) => ({ path, signature: known(signature(index)) })),
    pending: 0,
  }
}

ipcMain.handle('learnProcesses', (_event, revision) =>
  JSON.stringify({ ok: true, value: facts(revision) }),
)
ipcMain.handle('listProcesses', () => JSON.stringify({ ok: true, value: packListing(listing()) }))

app.whenReady().then(async () => {
  const window = new BrowserWindow({
    width: 1240,
    height: 820,
    webPreferences: { preload: join(__dirname, 'preload.cjs'), sandbox: true },
  })
  await window.loadFile(join(folder, 'page.html'))
  const run = (call) => window.webContents.executeJavaScript(`bench.${call}`)
  const looks = async (next, times) => {
    const answers = []
    for (let time = 0; time < times; time += 1) {
      kind = next
      answers.push(await run('look()'))
    }
    return answers
  }
  await run('whenShown()')
  await looks('changed', 5)
  const answer = {
    changed: await looks('changed', 15),
    started: await looks('started', 15),
    rowsInPage: await run('rowsInPage()'),
    still: await run('frames(0)'),
    slow: await run('frames(40)'),
    fast: await run('frames(700)'),
    looking: await run('frames(40, 60)'),
  }
  kind = 'same'
  await run('look()')
  // The marks of what started and ended have to pass first: they are changes of their own.
  await new Promise((resolve) => setTimeout(resolve, 7000))
  // The first of them still draws what became of the last list: shares of a processor that are none now.
  await looks('same', 1)
  answer.unchanged = await looks('same', 10)
  writeFileSync(process.env.INSPECTOR_ANSWER, JSON.stringify(answer))
  app.exit(0)
})
