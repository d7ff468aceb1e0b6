/** Whether a row tells who signed a file. The company that a file names for itself is no signer. */

/** Autoruns and Process Explorer, FRST, Get-AuthenticodeSignature, and "not signed" as tools say it. */
export const toldSigner =
  /\((?:not |un)?verified\)|\bCN=|\([^()]{2,80} -> [^()]{2,80}\)|\b(?:NotSigned|UnknownError|HashMismatch|NotTrusted)\b|\b[0-9a-f]{40}\s{1,40}Valid\b|\b(?:file )?not signed\b|nicht signiert|non signé|no firmado|inte signerad|osignerad|non firmato|não assinado|niet ondertekend|niepodpisan|не подписан|未签名|未簽署|署名されていません/iu

const columnOfSigners =
  /(?:^|[\t",;|]|\s{2})\s{0,9}(?:(?:verified )?signer|publisher \(verified\)|verified|signed)\s{0,9}(?:$|[\t",;|]|\s{2})/iu
const company =
  /\b(?:Apple,? Inc|Microsoft (?:Corporation|Windows))\b|[\t",;|]\s{0,9}(?:un)?signed\s{0,9}[\t",;|]/i

/** Under a column of signers a company's name is one. */
export function withSigners<T extends string>(
  lines: readonly string[],
  knowledgeOf: (line: string, name: string) => T,
): (line: string, name: string) => T | 'signer' {
  const hasColumn = lines.some((line) => line.length < 500 && columnOfSigners.test(line))
  return (line, name) => (hasColumn && company.test(line) ? 'signer' : knowledgeOf(line, name))
}
