/** Are the settings right that only a real Windows can build: formats, processors, rights and the portable stub? */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { completePortableScript } from '../../scripts/package/portable-stub.mjs'
import { projectRoot } from '../../scripts/project.mjs'
import { readBuilderSettings, readPortableScript } from './builder-tools.ts'

const settings = readBuilderSettings()
const { win, portable } = settings

describe('the Windows programs', () => {
  test('come as a portable program and as a zip, each for x64 and for ARM64', () => {
    expect(win.target).toEqual([
      { target: 'portable', arch: ['x64', 'arm64'] },
      { target: 'zip', arch: ['x64', 'arm64'] },
    ])
  })

  test('have one file for each processor, with version and processor in its name', () => {
    expect(portable.buildUniversalInstaller).toBe(false)
    for (const pattern of [win.artifactName, portable.artifactName]) {
      expect(pattern).toContain('${version}')
      expect(pattern).toContain('${arch}')
    }
    expect(win.artifactName).not.toBe(portable.artifactName)
  })

  test('never ask for the rights of an administrator', () => {
    expect(win.requestedExecutionLevel).toBe('asInvoker')
    expect(portable.requestExecutionLevel).toBe('user')
  })

  test('have a program name without blanks, as the portable stub does not quote it', () => {
    expect(settings.executableName).toMatch(/^[a-z-]+$/)
    expect(readPortableScript()).toContain('ExecWait "$INSTDIR\\${APP_EXECUTABLE_FILENAME} $R0"')
  })

  test('are never published by the build itself', () => {
    expect(settings.publish).toBeNull()
  })
})

describe('the portable program', () => {
  test('writes its files once, to a folder of its own for each start', () => {
    expect(portable.useZip).toBe(true)
    // In electron-builder 26 `true` means that, whatever its description says.
    expect(portable.unpackDirName).toBe(true)
  })

  test('shows a 24-bit bitmap while it unpacks', () => {
    const bitmap = readFileSync(join(projectRoot, portable.splashImage))
    expect(bitmap.toString('latin1', 0, 2)).toBe('BM')
    expect(bitmap.readUInt32LE(2)).toBe(bitmap.length)
    expect({ width: bitmap.readInt32LE(18), height: bitmap.readInt32LE(22) }).toEqual({
      width: 480,
      height: 270,
    })
    expect(bitmap.readUInt16LE(28)).toBe(24)
  })

  test.each([
    ['APP_DIR_64', 'x64'],
    ['APP_DIR_ARM64', 'arm64'],
  ])('embeds the files that come as %s', async (name, folder) => {
    const defines: Record<string, unknown> = { [name]: folder }
    expect(await completePortableScript([defines, {}])).toBe(false)
    expect(embeddedFolders(readPortableScript(), defines)).toEqual([folder])
  })

  test('for ARM64 still needs our help to embed anything', () => {
    // When this fails, electron-builder has been mended: scripts/package/portable-stub.mjs can go.
    expect(embeddedFolders(readPortableScript(), { APP_DIR_ARM64: 'arm64' })).toEqual([])
  })

  test('leaves other kinds of wrapping alone', async () => {
    expect(await completePortableScript({ title: 'a disk image' })).toBe(false)
  })
})

describe('the icon', () => {
  test('holds every size from the task bar to large tiles', () => {
    const icon = readFileSync(join(projectRoot, win.icon))
    const count = icon.readUInt16LE(4)
    const widths = Array.from(
      { length: count },
      (_, index) => icon.readUInt8(6 + index * 16) || 256,
    )
    expect(widths.sort((a, b) => a - b)).toEqual([16, 24, 32, 48, 64, 128, 256])
  })

  test('exists as a drawing and as a picture for other systems', () => {
    for (const file of ['icon.svg', 'icon-small.svg', 'icon.png']) {
      expect(existsSync(join(projectRoot, 'assets/icons', file)), file).toBe(true)
    }
  })
})

/**
 * Which folders does the script embed with these definitions? Follows `!ifdef`, `!ifndef`, `!else` and `!endif`
 * as the NSIS compiler does before it compiles.
 */
function embeddedFolders(
  script: string,
  defines: Readonly<Record<string, unknown>>,
): readonly string[] {
  const branches: boolean[] = []
  const folders: string[] = []
  for (const line of script.split('\n').map((text) => text.trim())) {
    const [word = '', name = ''] = line.split(/\s+/)
    if (word === '!ifdef') branches.push(name in defines)
    else if (word === '!ifndef') branches.push(!(name in defines))
    else if (word === '!else') branches.push(!branches.pop())
    else if (word === '!endif') branches.pop()
    else if (branches.every(Boolean)) {
      const embedded = /^File \/r "\$\{(\w+)\}/.exec(line)?.[1]
      if (embedded !== undefined) folders.push(String(defines[embedded]))
    }
  }
  return folders
}
