/**
 * What electron-builder's script for portable programs lacks, put in by the definitions and lines that it hands over
 * before it compiles. https://nsis.sourceforge.io/Docs/Chapter4.html
 */

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

/** SWP_NOSIZE, SWP_NOZORDER, SWP_NOACTIVATE */
const onlyMove = 0x0001 | 0x0004 | 0x0010

/** Lines in front of the script, in this order; a key of several lines cannot stand for two places. */
const linesBefore = {
  // NSIS's own window would lie in front of the picture that is shown while the files are written.
  Caption: '"Process Inspector for iTunes"',
  Function: 'moveOwnWindowAway',
  'System::Call': `"user32::SetWindowPos(p $HWNDPARENT, p 0, i -32000, i -32000, i 0, i 0, i ${onlyMove})"`,
  FunctionEnd: '',
  Page: 'instfiles moveOwnWindowAway',
  // With /S no window calls for this folder: the script would then empty and fill `\\app` of whatever drive it is on.
  Section: '',
  InitPluginsDir: '',
  SectionEnd: '',
}

/**
 * Called by electron-builder with the definitions and lines that it is about to give to the NSIS compiler.
 * @param {unknown} options `[defines, commands]` of an NSIS target; other targets send other shapes
 * @returns {Promise<boolean>} false: go on and build
 */
export async function completePortableScript(options) {
  if (Array.isArray(options)) {
    embedWhicheverArchitecture(options[0])
    Object.assign(options[1], linesBefore)
  }
  return false
}
