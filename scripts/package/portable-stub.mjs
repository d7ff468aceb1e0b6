/**
 * What electron-builder's script for portable programs lacks, put in by the definitions and lines that it hands over
 * before it compiles. https://nsis.sourceforge.io/Docs/Chapter4.html
 */
import { inProject } from '../project.mjs'

/**
 * The script embeds the files of `APP_DIR_64` or `APP_DIR_32`. ARM64 files come as `APP_DIR_ARM64`, which it looks at
 * only beside `APP_DIR_64`: alone, it would build a program that unpacks nothing.
 * @param {Record<string, unknown>} defines
 */
function embedWhicheverArchitecture(defines) {
  if (defines['APP_DIR_ARM64'] !== undefined && defines['APP_DIR_64'] === undefined) {
    defines['APP_DIR_64'] = defines['APP_DIR_ARM64']
    delete defines['APP_DIR_ARM64']
  }
}

/** NSIS's own code, compiled before the script. */
const installerScript = inProject('assets/installer/portable.nsh')

/**
 * Called by electron-builder with the definitions and lines that it is about to give to the NSIS compiler.
 * @param {unknown} options `[defines, commands]` of an NSIS target; other targets send other shapes
 * @returns {Promise<boolean>} false: go on and build
 */
export async function completePortableScript(options) {
  if (Array.isArray(options)) {
    embedWhicheverArchitecture(options[0])
    options[1]['!include'] = `"${installerScript}"`
  }
  return false
}
