/** The program's own sign. A looking glass that finds all well; no maker's artwork. */
export function AppMark() {
  return (
    <svg className="app-mark" viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="9" cy="9" r="6" />
      <path d="M13.5 13.5 18 18M6.5 9l2 2 3.5-4" />
    </svg>
  )
}
