/**
 * The portable program for ARM64. electron-builder's script for portable programs embeds the files of `APP_DIR_64` or
 * `APP_DIR_32`. ARM64 files come as `APP_DIR_ARM64`, which the script looks at only beside `APP_DIR_64`: alone, it
 * would build a program that unpacks nothing.
 */

/**
 * Called by electron-builder with the definitions that it is about to give to the NSIS compiler.
 * @param {unknown} options `[defines, commands]` of an NSIS target; other targets send other shapes
 * @returns {Promise<boolean>} false: go on and build
 */
export async function embedWhicheverArchitecture(options) {
  if (Array.isArray(options)) {
    /** @type {Record<string, unknown>} */
    const defines = options[0]
    if (defines['APP_DIR_ARM64'] !== undefined && defines['APP_DIR_64'] === undefined) {
      defines['APP_DIR_64'] = defines['APP_DIR_ARM64']
      delete defines['APP_DIR_ARM64']
    }
  }
  return false
}
