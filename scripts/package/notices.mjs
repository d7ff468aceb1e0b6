/**
 * `npm run build`, last step: the licences of what is shipped and is in no bundle, in `out/third-party-other.md`. Those of
 * the bundles the bundler writes itself, from the packages; where a package holds no text, it stands here.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { inProject } from '../project.mjs'

/** @typedef {{ readonly name: string, readonly what: string, readonly file: string, readonly package?: string }} Notice */

/** @type {readonly Notice[]} */
export const notices = [
  {
    name: 'koffi',
    what: 'calls functions of Windows',
    package: 'koffi',
    file: 'node_modules/koffi/LICENSE.txt',
  },
  {
    name: 'fastlist',
    what: 'lists processes where Windows cannot be asked; comes with ps-list',
    file: 'assets/licences/fastlist.txt',
  },
  {
    name: 'Unicode',
    what: 'the data of unhomoglyph: which signs look alike',
    file: 'assets/licences/unicode.txt',
  },
  {
    name: 'Fluent UI System Icons',
    what: 'the drawings of @fluentui/react-icons',
    package: '@fluentui/react-icons',
    file: 'assets/licences/fluent-icons.txt',
  },
  { name: 'NSIS', what: 'unpacks the portable program', file: 'assets/licences/nsis.txt' },
]

/** @param {string} name */
const versionOf = (name) =>
  JSON.parse(readFileSync(inProject('node_modules', name, 'package.json'), 'utf8')).version

/** @returns {string} Markdown, a heading for each */
export function writeNotices() {
  const parts = notices.map(({ name, what, file, package: from }) => {
    const text = readFileSync(inProject(file), 'utf8').trim()
    return `## ${name}${from === undefined ? '' : ` - ${versionOf(from)}`}\n\n(${what})\n\n${text}\n`
  })
  return `# Licenses\n\nThe program comes with these, beside what its bundles hold:\n\n${parts.join('\n')}`
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(inProject('out/third-party-other.md'), writeNotices())
}
