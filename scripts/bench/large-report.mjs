/** A report of the size that somebody waits for: a real one of this PC, with as many programs as a report may tell of. */

const count = 1_900
const neighboursOfEach = 26

/** @param {unknown} value */
const known = (value) => ({ state: 'known', value })

const signature = known({
  verdict: 'trusted',
  where: 'embedded',
  code: 0,
  signer: { commonName: 'Apple Inc.', organization: 'Apple Inc.' },
  issuer: 'DigiCert Trusted G4 Code Signing RSA4096 SHA384 2021 CA1',
  stampedAtUtc: '2025-03-11T08:30:12.000Z',
})

/**
 * @typedef {Readonly<Record<'id' | 'imageName' | 'group' | 'what' | 'ifDisabled', string>>} Told
 * @param {{ readonly processes: readonly Told[] }} report of the command line, as an object
 * @returns {object} about 20 MB as JSON
 */
export function largeReport(report) {
  const told = report.processes
  return {
    ...report,
    machine: {
      ...{ platform: 'win32', release: '10.0.22631', system: 'Windows 11 23H2 (22631)' },
      ...{ arch: 'x64', language: 'en-US' },
    },
    processesSeen: count + 100,
    processes: told.map((process, at) => {
      const instances = []
      for (let one = at; one < count; one += told.length) {
        instances.push(instanceOf(process.imageName, one))
      }
      const { id, imageName, group, what, ifDisabled } = process
      return { id, imageName, group, what, ifDisabled, status: 'running', instances }
    }),
  }
}

/** @param {string} name @param {number} at */
function instanceOf(name, at) {
  const folder = `C:\\Program Files\\Common Files\\Apple\\Part ${at % 97}`
  const fact = { state: 'ticked', code: 'as-expected', rule: 'known', text: 'It is as expected.' }
  return {
    pid: 1_000 + 4 * at,
    parentPid: 712,
    parentName: 'services.exe',
    name,
    imagePath: known(`${folder}\\${name}`),
    imagePathWay: 'lister',
    startedAtUtc: known(new Date(Date.UTC(2026, 10, 22, 6, 0, at)).toISOString()),
    workingSetBytes: known(10_000_000 + at * 4_096),
    counts: known({ sessionId: 1, threads: 9, handles: 320 }),
    signature,
    version: known({
      companyName: 'Apple Inc.',
      fileDescription: name.replace('.exe', ''),
      productName: 'iTunes',
      fileVersion: `12.13.4.${at}`,
      productVersion: '12.13.4.4',
      originalFilename: name,
      fixedFileVersion: `12.13.4.${at}`,
    }),
    neighbours: Array.from({ length: neighboursOfEach }, (_, number) => ({
      fileName: `CoreLibrary${number}_of_${at}.dll`,
      isPresent: known(true),
      signature,
    })),
    owner: known({ securityId: 'S-1-5-18', account: 'NT AUTHORITY\\SYSTEM', integrity: 'system' }),
    services: known(['Apple Mobile Device Service']),
    trust: 'genuine',
    trustReason: null,
    facts: { name: fact, folder: fact, signer: fact, originalName: fact },
  }
}
