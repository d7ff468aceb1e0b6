/** A version resource. Claims of its maker, not proof. */
export interface VersionInfo {
  readonly companyName: string | null
  readonly fileDescription: string | null
  readonly productName: string | null
  readonly fileVersion: string | null
  readonly productVersion: string | null
  readonly originalFilename: string | null
  /** The number that Windows itself compares, `a.b.c.d`. Null when the resource has no fixed part. */
  readonly fixedFileVersion: string | null
}
