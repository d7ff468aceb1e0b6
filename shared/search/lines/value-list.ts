/** Lists of values, `Name : x` a line: which lines tell of one program, and which of them name it. Of any tool, in any language. */

export interface Value {
  /** In small letters, without blanks. */
  readonly key: string
  readonly value: string
}

const keyAndValue =
  /^["']?([^\s"'|<>\\/:=[\]{}]{1,30}(?: [^\s"'|<>\\/:=[\]{}]{1,30}){0,5})["']?\s{0,60}[:=]\s{0,60}(.*)$/u
const headOfBlock = /^["']?[a-z]:\\.{1,500}:$/iu

/** Keys whose value is the program itself; a service, a description and a product may be of another one. */
const namingKeys = new Set(
  `name processname imagename image caption path executablepath binarypathname imagepath commandline process program
  applicationname filename file abbildname nomdelimage nombredeimagen avbildningsnamn servicename`.split(
    /\s+/,
  ),
)
const otherNamingKeys = new Set('description displayname product productname service'.split(' '))

/** Keys under which tools tell who signed a file. */
const signerKey = /^(?:verified|signer|signercertificate|signature|publisher|signedby)$/

export function readValue(line: string): Value | undefined {
  if (headOfBlock.test(line)) return { key: 'path', value: line.slice(0, -1) }
  const [, key, value] = keyAndValue.exec(line) ?? []
  if (key === undefined || value === undefined) return undefined
  if (key.length < 2 || /\.(?:exe|dll|sys)$/i.test(key)) return undefined
  return { key: key.toLowerCase().replace(/[\s_\-()’'#.]+/gu, ''), value }
}

/** What started the program, and what it was loaded with. */
const otherProgramKey = /parent|creator|cr[eé]at(?:eu|o)r|ersteller|skapar|übergeordnet|överordnad/
const namingStem =
  /name|namn|nom|image|path|pfad|chemin|ruta|sökväg|process|proces|application|program|command|file|datei/

export const isOfAnother = (key: string): boolean => otherProgramKey.test(key)
export const isNamingKey = (key: string): boolean => namingKeys.has(key)
export const tellsOfProgram = (key: string): boolean =>
  isNamingKey(key) || otherNamingKeys.has(key) || namingStem.test(key)
export const tellsSigner = ({ key, value }: Value): boolean =>
  signerKey.test(key) && !/^(?:n\/a|)$/i.test(value.trim())

/** Runs of lines of which each is a value and no key comes twice. @returns [from, to) of each run of two lines or more. */
export function blocksIn(
  values: readonly (Value | undefined)[],
): readonly (readonly [from: number, to: number])[] {
  const blocks: (readonly [number, number])[] = []
  let from = 0
  let keys = new Set<string>()
  const end = (at: number) => {
    if (at - from > 1) blocks.push([from, at])
    from = at
    keys = new Set()
  }
  values.forEach((value, at) => {
    if (value === undefined) {
      end(at)
      from = at + 1
      return
    }
    if (keys.has(value.key)) end(at)
    keys.add(value.key)
  })
  end(values.length)
  return blocks
}
