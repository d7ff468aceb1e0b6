/** Is evidence kept until the file changes, and does nothing go on for nobody? */
import { describe, expect, it } from 'vitest'
import { checkOnline } from '../../../../electron/win32/files/check-online.ts'
import { createFileEvidenceReader } from '../../../../electron/win32/files/file-evidence.ts'
import type { FileStamp } from '../../../../electron/win32/files/held-file.ts'
import type { FileEvidence } from '../../../../shared/model/file-evidence.ts'
import type { Signature } from '../../../../shared/model/signature.ts'
import { loadKoffi } from '../../../../electron/win32/bridge/load-koffi.ts'
import { listProcesses } from '../../../../electron/win32/processes/list-processes.ts'
import { readImagePaths } from '../../../../electron/win32/processes/image-path.ts'

const sound: Signature = {
  verdict: 'trusted',
  where: 'embedded',
  code: 0,
  signer: null,
  issuer: null,
  stampedAtUtc: null,
}
const evidence = (): FileEvidence => ({
  signature: { state: 'known', value: sound },
  version: { state: 'failed', reason: 'no-version-resource' },
})

const stamp: FileStamp = { sizeBytes: 1n, id: 1n, modifiedNs: 1n, changedNs: 1n }

function counted(during: () => void = () => {}) {
  const looks: string[] = []
  const files = new Map([['a', stamp]])
  const reader = createFileEvidenceReader(
    (path) => {
      looks.push(path)
      during()
      return Promise.resolve(evidence())
    },
    (path) => Promise.resolve(files.get(path) ?? stamp),
  )
  return { looks, files, reader }
}

describe('createFileEvidenceReader', () => {
  it('looks at a file once for as long as it is the same and unchanged', async () => {
    const { looks, reader } = counted()
    const first = await reader.read('a')
    expect(await reader.read('a')).toBe(first)
    expect(looks).toEqual(['a'])
  })

  it.each(['sizeBytes', 'id', 'modifiedNs', 'changedNs'] as const)(
    'looks again when %s is another, though all else is the same',
    async (part) => {
      const { looks, files, reader } = counted()
      const first = await reader.read('a')
      files.set('a', { ...stamp, [part]: 2n })
      expect(await reader.read('a')).not.toBe(first)
      expect(looks).toEqual(['a', 'a'])
    },
  )

  it('does not keep what was replaced while it was looked at', async () => {
    let id = 1n
    const { looks, files, reader } = counted(() => {
      id += 1n
      files.set('a', { ...stamp, id })
    })
    await reader.read('a')
    await reader.read('a')
    expect(looks).toEqual(['a', 'a'])
  })

  it('forgets the oldest of very many files', async () => {
    const { looks, reader } = counted()
    for (let index = 0; index <= 1024; index += 1) await reader.read(String(index))
    await reader.read('1024')
    expect(looks).toHaveLength(1025)
    await reader.read('0')
    expect(looks).toHaveLength(1026)
  })

  it('does not look when nobody waits any more', async () => {
    const { looks, reader } = counted()
    const answer = await reader.read('a', { signal: AbortSignal.abort() })
    expect(answer.signature).toEqual({ state: 'skipped', reason: 'cancelled' })
    expect(looks).toEqual([])
  })
})

if (process.platform !== 'win32') {
  describe('without Windows', () => {
    it('says so, everywhere, and throws nothing', async () => {
      expect(loadKoffi()).toMatchObject({ ok: false, failure: { code: 'not-windows' } })
      expect(await listProcesses()).toMatchObject({ ok: false, failure: { code: 'not-windows' } })
      expect(await readImagePaths([{ pid: 1, startedAtUtc: null, name: 'x' }])).toEqual([
        { state: 'skipped', reason: 'not-windows' },
      ])
      const { signature } = await createFileEvidenceReader().read(process.execPath)
      expect(signature).toEqual({ state: 'skipped', reason: 'not-windows' })
    })
  })
}

describe('a check with the internet', () => {
  const incomplete: Signature = { ...sound, verdict: 'untrusted-root', code: 0x800b010a }
  function online(during: () => void = () => {}) {
    let id = 1n
    const reader = createFileEvidenceReader(
      () => Promise.resolve({ ...evidence(), signature: { state: 'known', value: incomplete } }),
      () => Promise.resolve({ ...stamp, id }),
      () => {
        during()
        return Promise.resolve({ state: 'known', value: sound })
      },
    )
    const replace = () => {
      id += 1n
    }
    return { reader, replace }
  }
  const verdictIn = ({ signature }: FileEvidence) =>
    signature.state === 'known' ? signature.value.verdict : signature.reason

  it('holds for every look from then on, until the file changes', async () => {
    const { reader, replace } = online()
    expect(verdictIn(await reader.read('a'))).toBe('untrusted-root')
    expect(await reader.checkOnline('a')).toEqual({ state: 'known', value: sound })
    expect(verdictIn(await reader.read('a'))).toBe('trusted')
    replace()
    expect(verdictIn(await reader.read('a'))).toBe('untrusted-root')
  })

  it('says nothing of a file that was replaced meanwhile', async () => {
    const { reader, replace } = online(() => {
      replace()
    })
    await reader.read('a')
    await reader.checkOnline('a')
    expect(verdictIn(await reader.read('a'))).toBe('untrusted-root')
  })

  it('opens nothing on another computer', async () => {
    expect(await checkOnline('\\\\server\\share\\a.exe')).toEqual({
      state: 'skipped',
      reason: 'network-path',
    })
  })
})
