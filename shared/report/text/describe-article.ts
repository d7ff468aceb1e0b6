/** The servers and ports of Apple's article in a text report. */
import { articlePortRows, articleServerRows, type ArticleRow } from '../../text/article-words.ts'
import { label } from '../../text/label.ts'
import type { Words } from '../../text/texts.ts'
import { wrapText } from './wrap-text.ts'

export function describeArticle(words: Words): string[] {
  const { t } = words
  const item = ({ name, text }: ArticleRow) =>
    wrapText(`${label(words, name)} ${text}`, '  - ', '    ')
  return [
    ...['', '', t('connections.report.articleServers'), ''],
    ...articleServerRows(words).map(item),
    ...['', '', t('connections.report.articlePorts'), ''],
    ...articlePortRows(words).map(item),
  ]
}
