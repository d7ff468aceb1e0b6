/**
 * Holding data against a JSON Schema, once over and no further than the first fault. Words and keys that the schema
 * does not know are kept aside, and counted.
 */

/** Something that this version does not know, and where it stands. */
export interface Unknown {
  readonly path: readonly (string | number)[]
  readonly value: unknown
}

export interface ShapeRead {
  /** The same data: defaults put in, unknown keys left out, unknown words as what stands for not knowing. */
  readonly value: unknown
  readonly unknown: readonly Unknown[]
  /** Also those that were too many to keep. */
  readonly unknownCount: number
}

/** The keywords that a schema of ours holds. */
interface Schema {
  readonly 'x-otherwise'?: unknown
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema | boolean
  readonly propertyNames?: Schema
  readonly items?: Schema
  readonly minimum?: number
  readonly maximum?: number
  readonly pattern?: string
  readonly default?: unknown
}

interface State {
  readonly trail: (string | number)[]
  readonly unknown: Unknown[]
  unknownCount: number
}

/** Stands for "does not fit"; where, is then in the trail. */
const misfit = Symbol('misfit')
type Check = (value: unknown, state: State) => unknown

const mostKept = 10_000

/** @returns a reader that gives the path of the first fault as a text. */
export function createShapeReader(schema: object): (data: unknown) => ShapeRead | string {
  const check = createCompiler(schema)
  return (data) => {
    const state: State = { trail: [], unknown: [], unknownCount: 0 }
    const value = check(data, state)
    if (value === misfit) return state.trail.join('.')
    const { unknown, unknownCount } = state
    return { value, unknown, unknownCount }
  }
}

function createCompiler(root: Schema): Check {
  const made = new Map<string, Check>()
  const resolve = ($ref: string): Schema => root.$defs?.[$ref.replace('#/$defs/', '')] ?? {}

  function compile(schema: Schema): Check {
    const { $ref, anyOf, oneOf } = schema
    if ($ref !== undefined) {
      const ready = made.get($ref)
      if (ready !== undefined) return ready
      const target = compile(resolve($ref))
      made.set($ref, target)
      return target
    }
    if (oneOf !== undefined) return chosen(flat(oneOf))
    if (anyOf !== undefined) return anyOfThese(anyOf, schema['x-otherwise'])
    if (schema.const !== undefined) return sameAs(schema.const)
    if (schema.enum !== undefined) return sameAs(...schema.enum)
    if (Array.isArray(schema.type)) {
      return anyOfThese((schema.type as string[]).map((type) => ({ ...schema, type })))
    }
    return ofType(schema)
  }

  const flat = (all: readonly Schema[]): readonly Schema[] =>
    all.flatMap((one): readonly Schema[] => {
      const target = one.$ref === undefined ? one : resolve(one.$ref)
      return target.oneOf === undefined ? [target] : flat(target.oneOf)
    })

  /** By the one key that tells them apart: `state` of a detail that may be missing. */
  function chosen(all: readonly Schema[]): Check {
    const [first] = all
    const key = Object.entries(first?.properties ?? {}).find(
      ([, one]) => one.const !== undefined,
    )?.[0]
    if (key === undefined) return anyOfThese(all)
    const byWord = new Map(all.map((one) => [one.properties?.[key]?.const, compile(one)]))
    return (value, state) => {
      if (!isRecord(value)) return misfit
      const word = own(value, key)
      const check = byWord.get(word)
      if (check !== undefined) return check(value, state)
      state.trail.push(key)
      if (key !== 'state' || typeof word !== 'string') return misfit
      state.trail.pop()
      note(state, value)
      // Whatever that state means: it is not one of which the value is known.
      return { state: 'failed', reason: word, elapsedMs: 0 }
    }
  }

  function anyOfThese(all: readonly Schema[], otherwise?: unknown): Check {
    const words = all.find((one) => one.enum !== undefined)
    const isOpen =
      words !== undefined &&
      all.some(({ type, enum: list }) => type === 'string' && list === undefined)
    if (isOpen) {
      const known = new Set(words.enum)
      return (value, state) => {
        if (typeof value !== 'string') return misfit
        if (known.has(value)) return value
        note(state, value)
        return otherwise ?? value
      }
    }
    const isNullable = all.some(({ type }) => type === 'null')
    const checks = all.filter(({ type }) => type !== 'null').map(compile)
    const [only] = checks
    if (checks.length === 1 && only !== undefined) {
      return (value, state) => (isNullable && value === null ? null : only(value, state))
    }
    return (value, state) => {
      if (isNullable && value === null) return null
      const depth = state.trail.length
      for (const check of checks) {
        const read = check(value, state)
        if (read !== misfit) return read
        state.trail.length = depth
      }
      return misfit
    }
  }

  function ofType(schema: Schema): Check {
    switch (String(schema.type)) {
      case 'object':
        return schema.properties === undefined ? recordOf(schema) : objectOf(schema)
      case 'array':
        return listOf(compile(schema.items ?? {}))
      case 'string': {
        const pattern = schema.pattern === undefined ? undefined : new RegExp(schema.pattern)
        return (value) =>
          typeof value === 'string' &&
          (pattern === undefined || (value.length < 100 && pattern.test(value)))
            ? value
            : misfit
      }
      case 'integer':
      case 'number': {
        const { minimum = -Infinity, maximum = Infinity, type } = schema
        return (value) =>
          typeof value === 'number' &&
          (type === 'number' || Number.isSafeInteger(value)) &&
          value >= minimum &&
          value <= maximum
            ? value
            : misfit
      }
      case 'boolean':
        return (value) => (typeof value === 'boolean' ? value : misfit)
      case 'null':
        return (value) => (value === null ? null : misfit)
      default:
        return (value) => value
    }
  }

  function objectOf({ properties = {}, required = [] }: Schema): Check {
    const needed = new Set(required)
    const parts = Object.entries(properties).map(([key, schema]) => ({
      ...{ key, check: compile(schema), isNeeded: needed.has(key) },
      usual: schema.default,
    }))
    const known = new Set(Object.keys(properties))
    return (value, state) => {
      if (!isRecord(value)) return misfit
      const read: Record<string, unknown> = {}
      for (const { key, check, isNeeded, usual } of parts) {
        const given = own(value, key)
        if (given === undefined) {
          if (usual !== undefined) read[key] = usual
          else if (isNeeded) {
            state.trail.push(key)
            return misfit
          }
          continue
        }
        state.trail.push(key)
        const part = check(given, state)
        if (part === misfit) return misfit
        state.trail.pop()
        read[key] = part
      }
      for (const key of Object.keys(value)) {
        if (known.has(key)) continue
        state.trail.push(key)
        note(state, value[key])
        state.trail.pop()
      }
      return read
    }
  }

  function recordOf({ propertyNames, additionalProperties }: Schema): Check {
    const names = new Set(propertyNames?.enum)
    const check =
      typeof additionalProperties === 'object' ? compile(additionalProperties) : undefined
    return (value, state) => {
      if (!isRecord(value)) return misfit
      const read: Record<string, unknown> = {}
      for (const [key, given] of Object.entries(value)) {
        state.trail.push(key)
        if (!names.has(key) || check === undefined) note(state, given)
        else {
          const part = check(given, state)
          if (part === misfit) return misfit
          read[key] = part
        }
        state.trail.pop()
      }
      return read
    }
  }

  return compile(root)
}

function sameAs(...allowed: readonly unknown[]): Check {
  return (value) => (allowed.includes(value) ? value : misfit)
}

function listOf(check: Check): Check {
  return (value, state) => {
    if (!Array.isArray(value)) return misfit
    const read: unknown[] = []
    for (let at = 0; at < value.length; at += 1) {
      state.trail.push(at)
      const item = check(value[at], state)
      if (item === misfit) return misfit
      state.trail.pop()
      read.push(item)
    }
    return read
  }
}

function note(state: State, value: unknown): void {
  state.unknownCount += 1
  if (state.unknown.length < mostKept) state.unknown.push({ path: [...state.trail], value })
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Its own, never one that every object has. */
const own = (value: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(value, key) ? value[key] : undefined
