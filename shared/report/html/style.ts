/** Styles of the page. Quiet cards, the system's letters, light and dark as the reader's system says. */
import { markup, type Markup } from './markup.ts'

/**
 * The page's policy admits this very style and no other: after a change of it the test says the new value.
 * https://www.w3.org/TR/CSP3/#match-element-to-source-list
 */
export const styleHash = 'sha256-KY4UWvoQz9XEuoCHFpjlN2vMWZzaOzM++TGhOFGPqT0='

export const styleElement: Markup = markup`<style>
:root {
  color-scheme: light dark;
  --page: #f6f6f6; --card: #fff; --inset: #fafafa; --line: #e3e3e3; --ink: #222; --soft: #5b5b5b;
  --brand: #0b5cab; --brand-tint: #eff6fc; --brand-line: #c3ddf4;
  --good: #0d670d; --good-tint: #f0f9f0; --good-line: #b6dfb6;
  --warn: #82380a; --warn-tint: #fff6ee; --warn-line: #f3d0b3;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #1c1c1c; --card: #272727; --inset: #2e2e2e; --line: #404040; --ink: #f3f3f3; --soft: #b8b8b8;
    --brand: #7cbcf5; --brand-tint: #17293a; --brand-line: #2b4c6b;
    --good: #83d083; --good-tint: #16301a; --good-line: #2c5a33;
    --warn: #f5b886; --warn-tint: #38240f; --warn-line: #6b4420;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0 auto; padding: 2.5rem 1.5rem 3rem; max-width: 60rem;
  background: var(--page); color: var(--ink); overflow-wrap: anywhere;
  font: 0.9375rem/1.55 'Segoe UI Variable Text', 'Segoe UI', system-ui, sans-serif;
}
h1, h2, h3, h4, p, ul, dl, dd { margin: 0; padding: 0; }
h1, h2, h3, h4 { font-weight: 600; line-height: 1.3; text-wrap: balance; }
h1, h2 { font-family: 'Segoe UI Variable Display', 'Segoe UI', system-ui, sans-serif; }
h1 { font-size: 1.75rem; letter-spacing: -0.01em; }
h2 { font-size: 1.25rem; }
h3 { font-size: 1rem; }
h4 { font-size: 0.875rem; }
ul { list-style: none; }
a { color: var(--brand); text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 2px solid var(--brand); outline-offset: 2px; border-radius: 4px; }
main:focus { outline: none; }
code { font: 0.875em/1.5 'Cascadia Mono', Consolas, ui-monospace, monospace; }
.drawings { position: absolute; width: 0; height: 0; }
.icon, symbol {
  fill: none; stroke: currentColor; stroke-width: 1.4; stroke-linecap: round; stroke-linejoin: round;
}
.icon { width: 1rem; height: 1rem; flex: none; vertical-align: -0.16em; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -999rem; padding: 0.5rem 1rem; background: var(--card); border-radius: 6px; }
.skip:focus { left: 1rem; top: 0.75rem; z-index: 1; }

header { display: grid; grid-template-columns: auto 1fr; column-gap: 0.875rem; align-items: center; }
.mark {
  display: grid; place-items: center; width: 2.75rem; height: 2.75rem; border-radius: 10px;
  background: var(--brand-tint); color: var(--brand); border: 1px solid var(--brand-line);
}
.mark .icon { width: 1.5rem; height: 1.5rem; }
.look { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 0.75rem 2rem; margin-top: 1.25rem; }
dt { color: var(--soft); font-size: 0.8125rem; }
nav { margin: 1.25rem 0 1.5rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: 0.875rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; }
nav a { display: inline-block; padding: 0.25rem 0; text-decoration: none; }
nav a:hover { text-decoration: underline; }

section { margin-top: 2.5rem; }
.card {
  background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 1.25rem 1.5rem; margin-top: 0.75rem;
}
.title { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0 1rem; }
.count, .lead, .aka, .kind, footer { color: var(--soft); }
.count { font-size: 0.875rem; font-variant-numeric: tabular-nums; }
.lead { max-width: 46rem; margin-top: 0.125rem; }

.answer { display: grid; grid-template-columns: auto 1fr; gap: 1.25rem; padding: 1.75rem; margin-top: 1.5rem; }
.answer h2 { font-size: 1.5rem; }
.answer .sign {
  display: grid; place-items: center; width: 3rem; height: 3rem; border-radius: 50%;
  background: var(--tint, var(--inset)); color: var(--tone, var(--soft)); border: 1px solid var(--edge, var(--line));
}
.answer .sign .icon { width: 1.625rem; height: 1.625rem; }
.answer h2 + p { color: var(--soft); margin-top: 0.25rem; }
.genuine, .ticked { --tone: var(--good); --tint: var(--good-tint); --edge: var(--good-line); }
.closer, .crossed, .attention, .danger { --tone: var(--warn); --tint: var(--warn-tint); --edge: var(--warn-line); }
.info { --tone: var(--brand); }
.plain, .quiet, .unknown { --tone: initial; --tint: initial; --edge: initial; }
.tally, .chips, .signs { display: flex; flex-wrap: wrap; gap: 0.375rem; }
.tally { margin-top: 1rem; }
.chip {
  display: inline-flex; align-items: center; gap: 0.375rem; padding: 0.0625rem 0.625rem 0.0625rem 0.4375rem;
  border: 1px solid var(--edge, var(--line)); border-radius: 999px; background: var(--tint, transparent);
  color: var(--tone, var(--soft)); font-size: 0.8125rem; line-height: 1.5rem;
}
.chip.plain { color: var(--ink); }
.chip.quiet { border-color: transparent; padding-inline: 0; }
.stack { margin-top: 1.25rem; padding-top: 1rem; border-top: 1px solid var(--line); }
.stack h3 { font-size: 0.8125rem; font-weight: 400; color: var(--soft); }
.signs { margin-top: 0.375rem; gap: 0.25rem 1rem; color: var(--soft); font-size: 0.875rem; }
.signs li::before { content: '– '; }

.list { padding-block: 0.25rem; }
.list > * + * { border-top: 1px solid var(--line); }
.list > li, .list > article, .list > p { padding-block: 1rem; }
.findings li { display: flex; gap: 0.75rem; }
.findings .icon { width: 1.25rem; height: 1.25rem; margin-top: 0.1rem; color: var(--tone); }
.findings strong { font-weight: 600; color: var(--tone); }
.keep {
  display: flex; gap: 0.875rem; margin-top: 1rem; background: var(--brand-tint); border-color: var(--brand-line);
}
.keep > .icon { width: 1.375rem; height: 1.375rem; color: var(--brand); }
.keep h2 { font-size: 1rem; }

.heading { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.25rem 1rem; }
.aka { font-size: 0.875rem; }
.absence { margin-top: 0.5rem; color: var(--tone, inherit); }
.rows { display: grid; gap: 0.5rem; margin-top: 0.75rem; }
.rows > div { display: grid; grid-template-columns: 9rem 1fr; gap: 0 1rem; }
.rows dt { padding-top: 0.125rem; }
.gaps { color: var(--soft); }
.passport {
  margin-top: 1rem; padding: 1rem 1.25rem 1.125rem; background: var(--inset); border: 1px solid var(--line); border-radius: 8px;
  font-size: 0.875rem;
}
.specs { grid-template-columns: repeat(auto-fill, minmax(min(13rem, 100%), 1fr)); gap: 0.75rem 1.5rem; }
.specs > div { display: block; }
.specs > .wide { grid-column: 1 / -1; }
.passport h4 { color: var(--soft); font-weight: 400; font-variant-numeric: tabular-nums; }
.verdict { font-size: 1rem; font-weight: 600; color: var(--tone, var(--ink)); }
.verdict .icon { width: 1.125rem; height: 1.125rem; margin-right: 0.125rem; }
.facts { margin-top: 0.75rem; padding: 0.25rem 0; border-block: 1px solid var(--line); }
.facts > div { display: grid; grid-template-columns: 9rem 1fr; gap: 0 1rem; padding: 0.375rem 0; }
.facts dt { color: var(--ink); font-size: inherit; }
.facts .icon { margin-right: 0.25rem; color: var(--tone, var(--soft)); }
.facts .state { color: var(--tone, var(--soft)); font-weight: 600; }
details { margin-top: 0.75rem; font-size: 0.8125rem; color: var(--soft); }
.fold { font-size: inherit; color: inherit; }
.fold > summary > h2 { display: inline; }
summary { width: fit-content; padding: 0.125rem 0; color: var(--soft); cursor: pointer; border-radius: 4px; }
summary:hover { color: var(--ink); }
details:not(.fold) > ul { display: grid; gap: 0.375rem; margin-top: 0.375rem; padding-left: 1rem; }
.claim { color: var(--ink); }
.statements { display: grid; gap: 0.625rem; }
.list > article { font-size: 0.875rem; }
.list > article h3 { font-size: 0.9375rem; }
.sources { display: grid; gap: 0.5rem; font-size: 0.875rem; }
.lanes { width: 100%; margin-top: 0.5rem; border-collapse: collapse; font-size: 0.875rem; }
.lanes th { width: 30%; text-align: start; font-weight: 400; }
.lanes th, .lanes td { padding: 0.25rem 0.75rem 0.25rem 0; vertical-align: middle; }
.lanes :is(th, td):nth-child(2) { width: 40%; }
.lanes thead th { color: var(--soft); font-size: 0.8125rem; }
.lane { display: block; width: 100%; }
.axis text { fill: var(--soft); font-size: 9px; text-anchor: middle; }
.lane .grid { stroke: var(--line); stroke-width: 1; }
.lane .apple { fill: var(--brand); }
.lane .other { fill: var(--soft); }
.lane .mark { fill: var(--card); stroke: var(--ink); stroke-width: 1.6; stroke-linecap: round; }
.explained { margin-top: 1rem; }
.explained p { margin-top: 0.5rem; }
footer { margin-top: 3rem; padding-top: 1.25rem; border-top: 1px solid var(--line); font-size: 0.8125rem; display: grid; gap: 0.375rem; }

@media (max-width: 40rem) {
  body { padding: 1.25rem 0.75rem 2rem; }
  h1 { font-size: 1.375rem; }
  .card { padding: 1rem; }
  .list { padding-block: 0; }
  .answer { grid-template-columns: 1fr; gap: 0.75rem; }
  .answer h2 { font-size: 1.25rem; }
  .passport { padding: 0.875rem; margin-inline: -0.25rem; }
  .rows > div, .facts > div { grid-template-columns: 1fr; }
  .lanes thead th:not(:nth-child(2)) { display: none; }
  .lanes :is(thead, tbody, tr, th, td) { display: block; width: auto; padding: 0; }
  .lanes tr { padding-block: 0.375rem; }
  .lanes td:nth-child(2) { width: auto; }
}
@media (forced-colors: active) {
  .chip, .chip.quiet { border-color: CanvasText; padding-inline: 0.5rem; }
  /* A drawing keeps a colour of its own here, which might be the one behind it. */
  .icon { color: CanvasText !important; }
  .skip { border: 1px solid; }
  .lane { forced-color-adjust: none; }
  .lane .grid { stroke: GrayText; }
  .lane .apple { fill: Highlight; }
  .lane .other { fill: CanvasText; }
  .lane .mark { fill: Canvas; stroke: CanvasText; }
}
@media print {
  :root {
    color-scheme: light;
    --page: #fff; --card: #fff; --inset: #fff; --line: #c8c8c8; --ink: #000; --soft: #444;
    --brand: #0b5cab; --brand-tint: #fff; --brand-line: #c8c8c8;
    --good: #0d670d; --good-tint: #fff; --good-line: #b6dfb6;
    --warn: #82380a; --warn-tint: #fff; --warn-line: #f3d0b3;
  }
  @page { margin: 1.6cm; }
  html { font-size: 10pt; }
  body { padding: 0; max-width: none; }
  nav, .skip { display: none; }
  section { margin-top: 1.25rem; }
  h2, h3, h4, .title, .lead, .heading, .verdict { break-after: avoid; }
  .answer, .keep, .findings li, .list > article, .list > li, .facts > div, .rows > div { break-inside: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .sources a::after { content: ' ' attr(href); color: var(--soft); }
  a { color: inherit; }
}
</style>`
