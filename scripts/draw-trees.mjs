/** `npm run trees`: draws the doctor's trees as pictures into docs/doctor.md, out of the same data that the doctor walks. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** @param {string} path from the project's root */
const at = (path) => new URL(`../${path}`, import.meta.url)
/** @param {string} path */
const read = (path) => JSON.parse(readFileSync(at(path), 'utf8'))

/** Marks that mean something in Mermaid. @param {string} text */
const plain = (text) => text.replace(/["<>{}[\]|#;]/g, '')

/** @returns {string} the whole page */
export function drawTrees() {
  const { steps, trees } = read('assets/doctor/trees.json')
  /** @type {{ rules: { code: string, symptoms?: string[], isCertain?: boolean }[] }} */
  const { rules } = read('assets/doctor/rules.json')
  const { doctor } = read('assets/texts/en/doctor.json')
  const { action } = read('assets/texts/en/actions.json')
  const pages = Object.entries(trees).map(([symptom, tree]) => {
    const lines = [
      '```mermaid',
      'flowchart TD',
      `  start(["${plain(doctor.symptom[symptom].name)}"])`,
    ]
    let before = 'start'
    for (const id of tree.steps) {
      const step = steps[id]
      const node = id.replaceAll('-', '_')
      const isAsked = step.action !== undefined
      const name = plain(doctor.step[id])
      lines.push(`  ${node}${isAsked ? `{{"${name}"}}` : `["${name}"]`}`, `  ${before} --> ${node}`)
      for (const code of new Set(step.codes ?? [])) {
        const mine = rules.filter(
          (rule) =>
            rule.code === code && (rule.symptoms === undefined || rule.symptoms.includes(symptom)),
        )
        const isPerhaps = mine.length > 0 && mine.every((rule) => rule.isCertain === false)
        if (mine.length > 0 || !rules.some((rule) => rule.code === code)) {
          lines.push(
            `  ${node} -- "${isPerhaps ? 'may be' : 'no'}" --> ${node}_${code.replaceAll('-', '_')}(["${code}"])`,
          )
        }
      }
      before = node
    }
    for (const { action: id } of tree.left) {
      const [first = ''] = action.item[id].do.split('. ')
      lines.push(`  ${before} --> left_${id.replaceAll('-', '_')}(["${plain(first)}"])`)
    }
    return [`## ${doctor.symptom[symptom].name} (\`${symptom}\`)`, '', ...lines, '```', ''].join(
      '\n',
    )
  })
  return [
    '# The doctor',
    '',
    'From a symptom to the one thing to do. Each picture is a walk from the top: a box is a step that the PC answers, a hexagon one',
    'that only a person can. The first step that is not in order is the cause; “may be” asks somebody to try it. Made by',
    '`npm run trees` from `assets/doctor/`; the conditions behind each code are in `rules.json`, with their sources.',
    '',
    ...pages,
  ].join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(at('docs/doctor.md'), drawTrees())
