/**
 * React's script, compiled once instead of twice at every start. It lies in the bundle as a function that is called at
 * once. V8 compiles a function at first sight when a parenthesis stands before the word; before an arrow it takes no
 * notice, reads it through, and compiles it a moment later after all. https://v8.dev/blog/preparser#pife
 */

/** As rolldown writes it: `o=(e,t)=>()=>(t||(e((t={exports:{}}).exports,t,…` */
const helper = /([\w$]+)=\((\w+),(\w+)\)=>\(\)=>\(\3\|\|\(\2\(\(\3=\{exports:\{\}\}\)/

/**
 * @param {string} code of a minified bundle
 * @returns {string} the same, with its CommonJS modules as functions
 */
export function asFunctions(code) {
  const name = helper.exec(code)?.[1]
  if (name === undefined) return code
  const wrapped = new RegExp(
    `(?<=[=,]${name.replaceAll('$', '\\$')}\\(\\()(?:([\\w$]+)|\\(([\\w$,]*)\\))=>\\{`,
    'g',
  )
  return code.replace(wrapped, (_, one, several) => `function(${one ?? several}){`)
}

/** @returns {import('vite').Plugin} */
export function compileAtOnce() {
  return {
    name: 'compile-at-once',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk') chunk.code = asFunctions(chunk.code)
      }
    },
  }
}
