import { describe, expect, test } from 'vitest'
import { asFunctions } from '../../scripts/compile-at-once.mjs'

/** As rolldown wrote it for two CommonJS modules of React's. */
const bundle = [
  'var o=(e,t)=>()=>(t||(e((t={exports:{}}).exports,t,t.exports),e=null),t.exports),',
  'a=o((e=>{e.one=1})),b=o(((e,t)=>{t.exports=a()})),c=[1].map((e=>{return e+1})),d=b().one+c[0];d',
].join('')

describe('a bundle with CommonJS modules', () => {
  test('has them as functions, which V8 compiles at first sight', () => {
    const code = asFunctions(bundle)
    expect(code).toContain('a=o((function(e){e.one=1}))')
    expect(code).toContain('b=o((function(e,t){t.exports=a()}))')
  })

  test('does the same as before', () => {
    const run = (code: string): unknown => (0, eval)(code)
    expect(run(bundle)).toBe(3)
    expect(run(asFunctions(bundle))).toBe(3)
  })

  test('keeps all other arrows, which may rest on their surroundings', () => {
    expect(asFunctions(bundle)).toContain('.map((e=>{return e+1}))')
  })
})

test('a bundle without any stays as it is', () => {
  const code = 'const o=(e)=>e;o((e=>{}))'
  expect(asFunctions(code)).toBe(code)
})
