/** Signs of the page. Drawn once at its beginning, in the colour of the words beside them, never without words. */
import { markup, type Markup } from './markup.ts'

export const drawings = markup`<svg class="drawings" aria-hidden="true" focusable="false">
<symbol id="i-tick" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.5"/><path d="m5.2 8.2 2 2 3.7-4"/></symbol>
<symbol id="i-cross" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.5"/><path d="m5.8 5.8 4.4 4.4m0-4.4-4.4 4.4"/></symbol>
<symbol id="i-question" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.5"/><path d="M6.3 6.4a1.7 1.7 0 1 1 2.5 1.5c-.6.3-.8.6-.8 1.2M8 11.2v.1"/></symbol>
<symbol id="i-look" viewBox="0 0 16 16"><path d="M8 2 1.8 13.2h12.4zM8 6.4v3.2m0 1.9v.1"/></symbol>
<symbol id="i-info" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.5"/><path d="M8 7.4v3.4M8 5v.1"/></symbol>
<symbol id="i-idle" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.5"/><path d="M5.4 8h5.2"/></symbol>
<symbol id="i-on" viewBox="0 0 16 16"><path d="M8 1.8v5.4M4.7 3.6a5.4 5.4 0 1 0 6.6 0"/></symbol>
<symbol id="i-glass" viewBox="0 0 20 20"><circle cx="9" cy="9" r="6"/><path d="M13.5 13.5 18 18M6.5 9l2 2 3.5-4"/></symbol>
</svg>`

const icons = {
  tick: markup`<svg class="icon" aria-hidden="true"><use href="#i-tick"/></svg>`,
  cross: markup`<svg class="icon" aria-hidden="true"><use href="#i-cross"/></svg>`,
  question: markup`<svg class="icon" aria-hidden="true"><use href="#i-question"/></svg>`,
  look: markup`<svg class="icon" aria-hidden="true"><use href="#i-look"/></svg>`,
  info: markup`<svg class="icon" aria-hidden="true"><use href="#i-info"/></svg>`,
  idle: markup`<svg class="icon" aria-hidden="true"><use href="#i-idle"/></svg>`,
  on: markup`<svg class="icon" aria-hidden="true"><use href="#i-on"/></svg>`,
  glass: markup`<svg class="icon" aria-hidden="true"><use href="#i-glass"/></svg>`,
} as const satisfies Record<string, Markup>

export type IconName = keyof typeof icons

export function icon(name: IconName): Markup {
  return icons[name]
}
