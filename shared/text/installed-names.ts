/** The names of what is installed of Apple's, as Windows lists them. */
import type { InstalledOfApple } from '../judge/installed-of-apple.ts'
import { packageName } from './pc-part-words.ts'
import { wordsOfProcess } from './process-words.ts'
import type { StoreApp } from '../judge/store-apps.ts'
import type { Words } from './words.ts'

export const storeAppName = ({ t }: Words, { product, name }: StoreApp): string =>
  product === null ? name : t(`otherProgram.product.${product}`)

export const installedNames = (words: Words, { items }: InstalledOfApple): readonly string[] =>
  items.map((item) => {
    switch (item.kind) {
      case 'app':
        return storeAppName(words, item.app)
      case 'package':
        return packageName(words, item.entry)
      case 'program':
        return wordsOfProcess(words, item.id).name
      case 'service':
        return item.keyName
    }
  })
