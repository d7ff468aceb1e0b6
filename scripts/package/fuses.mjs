/** The fuses in a program file. They are switches that Electron reads before any of our code runs. */
import { requireInBuilder } from '../machine/builder-modules.mjs'

/**
 * @typedef {'on' | 'off' | 'removed' | 'absent'} Fuse `absent`: this Electron is older than the fuse
 *
 * @typedef {object} FuseTools
 * @property {(program: string) => Promise<Record<number, number>>} getCurrentFuseWire
 * @property {Record<string, string | number>} FuseV1Options each name's place, and each place's name
 */
const { getCurrentFuseWire, FuseV1Options } = /** @type {FuseTools} */ (
  requireInBuilder('@electron/fuses')
)

/** The fuses by their names in `electron-builder.yml`, each with its place in the row. */
export const fusePlaces = Object.entries(FuseV1Options).flatMap(([name, place]) =>
  typeof place === 'number' ? [{ name: name.charAt(0).toLowerCase() + name.slice(1), place }] : [],
)

/** The characters in the file. @type {Readonly<Record<string, Fuse>>} */
const words = { 0: 'off', 1: 'on', r: 'removed' }

/**
 * @param {string} program
 * @returns {Promise<Record<string, Fuse>>}
 */
export async function readFuses(program) {
  const wire = await getCurrentFuseWire(program)
  return Object.fromEntries(
    fusePlaces.map(({ name, place }) => {
      const state = wire[place]
      return [name, (state !== undefined && words[String.fromCharCode(state)]) || 'absent']
    }),
  )
}
