/** Files that are taken as text. */
declare module '*?raw' {
  const text: string
  export default text
}
