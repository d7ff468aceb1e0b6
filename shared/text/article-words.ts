/** The servers and ports of Apple's article: each with what it is for and what became of it. */
import { readEndpoints, type Endpoint } from '../catalogue/endpoints.ts'
import { hasOtherProtocol, readPorts, type PortRow } from '../catalogue/ports.ts'
import { endpointWords } from './connection-words.ts'
import type { TextKey, Words } from './words.ts'

export interface ArticleRow {
  readonly name: string
  readonly text: string
}

export const articleEndpoints = (): readonly Endpoint[] =>
  readEndpoints().filter(({ inArticle }) => inArticle)

export const articlePorts = (): readonly PortRow[] =>
  readPorts().filter(({ inArticle }) => inArticle)

export function articleServerRows(words: Words): readonly ArticleRow[] {
  return articleEndpoints().map((endpoint) => {
    const { what, fate } = endpointWords(words, endpoint)
    const { pattern: host, port } = endpoint
    return { name: words.t('connections.report.server', { host, port }), text: `${what} ${fate}.` }
  })
}

export function articlePortRows({ t }: Words): readonly ArticleRow[] {
  return articlePorts().map((row) => {
    const { id, from, to, articleProtocol, role, scope } = row
    const protocol = row.protocols.join('/')
    const port = from === to ? String(from) : t('connectionView.ports.range', { from, to })
    const sentences = [
      t(`connections.port.${id}` as TextKey),
      `${t(`connections.role.${role}`)}. ${t(`connections.scope.${scope}`)}.`,
      ...(hasOtherProtocol(row)
        ? [t('connections.protocolDiffers', { article: articleProtocol ?? '', protocol })]
        : []),
    ]
    return { name: t('connections.report.portAs', { protocol, port }), text: sentences.join(' ') }
  })
}
